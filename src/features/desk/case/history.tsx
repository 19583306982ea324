import { View } from '@tarojs/components'
import { fullTime } from '../../../platform/dates'
import type { Case } from '../shapes'
import { caseWording as words } from './wording'

/** The event rows: what the applicant reads, and the days of the clock. */
export function History({ c }: { c: Case }) {
  return (
    <View className="stack">
      <View className="card">
        {[...c.events].reverse().map((event) => (
          <View key={event.seq} className="row">
            <View className="grow">
              <View className="t-strong">{words.events[event.kind]}</View>
              <View className="t-note">{`${fullTime(event.at)} · ${event.by ?? words.system}`}</View>
              {event.why && <View className="t-prewrap">{event.why}</View>}
            </View>
          </View>
        ))}
      </View>
      {c.explanation && (
        <View className="card card--padded">
          <View className="t-strong">{words.calendar}</View>
          {!c.explanation.published && <View className="t-note">{words.unpublished}</View>}
          {c.explanation.rows.map((row) => (
            <View key={row.day} className="between case-day">
              <View>{row.day}</View>
              <View className={row.kind === 'counted' ? 't-strong' : 't-note'}>
                {row.nth === null ? row.reason || words.days[row.kind] : `${words.days[row.kind]} ${row.nth}`}
              </View>
            </View>
          ))}
        </View>
      )}
    </View>
  )
}
