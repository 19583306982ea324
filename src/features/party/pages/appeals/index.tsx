import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Dated } from '../../../../components/dated'
import { Heading } from '../../../../components/heading'
import { Light } from '../../../../components/light'
import { ListState } from '../../../../components/list-state'
import { client } from '../../../../platform/client'
import { fullDay } from '../../../../platform/dates'
import { useList } from '../../../../platform/use-list'
import { PartyFrame } from '../../frame'
import { evidenceNames, signedPoints, appealsWording as words } from '../../points/wording'
import type { Appeal } from '../../shapes'
import { WordsSheet } from '../../words-sheet'

/** Appeals that I may decide: never about what I recorded, never my own. */
export default function AppealsPage() {
  return (
    <PartyFrame title={words.title} at="appeals">
      <Appeals />
    </PartyFrame>
  )
}

function Appeals() {
  const list = useList((cursor) => client.hub.pointAppeals({ cursor }), 'appeals')
  const [deciding, setDeciding] = useState<{ appeal: Appeal; uphold: boolean }>()
  return (
    <>
      <View className="t-note">{words.lead}</View>
      {list.rows.map((appeal) => (
        <Card key={appeal.appealId}>
          <Facts appeal={appeal} />
          <View className="party__acts">
            <Button look="secondary" onTap={() => setDeciding({ appeal, uphold: false })}>
              {words.dismiss}
            </Button>
            <Button look="secondary" onTap={() => setDeciding({ appeal, uphold: true })}>
              {words.uphold}
            </Button>
          </View>
        </Card>
      ))}
      <ListState list={list} empty={words.empty} />
      {deciding && (
        <WordsSheet
          title={deciding.uphold ? words.upholdTitle : words.dismissTitle}
          label={words.label}
          placeholder={words.hint}
          submit={words.send}
          done={words.done}
          least={4}
          most={500}
          onClose={() => setDeciding(undefined)}
          work={(said) =>
            client.hub.decidePointAppeal({ appealId: deciding.appeal.appealId, uphold: deciding.uphold, words: said })
          }
          onDone={() => void list.again()}
        />
      )}
    </>
  )
}

function Facts({ appeal }: { appeal: Appeal }) {
  const { personName, areaName, ruleWords, points, evidence, entryWords, entryAt, mine, overdue, dueAt } = appeal
  const due = words.dueBy(fullDay(dueAt))
  return (
    <View className="stack">
      <View className="between">
        <Heading level={2} className="t-head">
          {[personName, areaName].join(' · ')}
        </Heading>
        <View className="party__points">{signedPoints(points)}</View>
      </View>
      <Light
        kind={overdue ? 'late' : mine ? 'soon' : 'go'}
        words={overdue ? words.overdue : mine ? `${words.mine} · ${due}` : due}
      />
      <View>{words.said(appeal.words)}</View>
      <View className="quiet">
        <View className="t-strong">{ruleWords}</View>
        <View className="t-note">
          <Dated words={[fullDay(entryAt), evidenceNames[evidence]].join(' · ')} />
        </View>
        {entryWords !== '' && <View>{words.entry(entryWords)}</View>}
      </View>
    </View>
  )
}
