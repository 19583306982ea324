import { View } from '@tarojs/components'
import type { ServiceRecord } from '../../../../types/volunteer'
import { Row } from '../../../components/card'
import { Light } from '../../../components/light'
import { TimeSpan } from '../../../components/time-span'
import { go } from '../../../platform/routes'
import { kindIcons, kindNames } from '../wording'
import { lengthOf, recordLights, hoursWording as words } from './wording'

/** What a record was for. */
export const titleOf = (record: Pick<ServiceRecord, 'title' | 'kind' | 'source'>): string => {
  const what = record.title ?? (record.kind ? kindNames[record.kind] : '')
  return record.source === 'longer' ? [what, words.longer].filter(Boolean).join(' · ') : what
}

/** One record: what it was, how long, and whether it counts. */
export function RecordRow({ record }: { record: ServiceRecord }) {
  const { status, reviewLevel, why, reviewReason } = record
  const light =
    status === 'waiting'
      ? { kind: 'soon' as const, words: reviewLevel === 'county' ? words.countyLooks : words.communityLooks }
      : recordLights[status]
  return (
    <Row
      tile={record.kind ? kindIcons[record.kind] : 'hand'}
      title={titleOf(record)}
      note={
        <>
          <View>
            <TimeSpan from={record.from} until={record.until} />
          </View>
          {status !== 'counted' && <Light {...light} />}
          {why && status !== 'counted' && <View>{words.why(why)}</View>}
          {reviewReason && <View>{words.because(reviewReason)}</View>}
        </>
      }
      tail={<View className="t-strong nowrap">{lengthOf(record.minutes)}</View>}
      {...(record.mayCorrect
        ? {
            onTap: () =>
              go('logHours', { recordId: record.recordId, from: record.from.getTime(), until: record.until.getTime() }),
          }
        : {})}
    />
  )
}
