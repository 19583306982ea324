import { View } from '@tarojs/components'
import { Row } from '../../../components/card'
import { Dated } from '../../../components/dated'
import { Light } from '../../../components/light'
import { shortDay } from '../../../platform/dates'
import type { Entry } from '../shapes'
import { appealLights, evidenceNames, signedPoints, pointsWording as words } from './wording'

/** One entry: its rule, what it arose from, what it is worth. */
export function EntryRow({ entry, onTap }: { entry: Entry; onTap: () => void }) {
  const { ruleWords, evidence, evidenceTitle, at, points, takenBack, appeal } = entry
  const from = [shortDay(at), evidenceTitle ?? (ruleWords === evidenceNames[evidence] ? '' : evidenceNames[evidence])]
  return (
    <Row
      title={ruleWords}
      note={
        <>
          <View>
            <Dated words={from.filter(Boolean).join(' · ')} />
          </View>
          {appeal && <Light {...appealLights[appeal.status]} />}
          {takenBack > 0 && !appeal && <Light kind="idle" words={words.takenBack(takenBack)} />}
        </>
      }
      tail={<View className="party__points">{signedPoints(points)}</View>}
      onTap={onTap}
    />
  )
}
