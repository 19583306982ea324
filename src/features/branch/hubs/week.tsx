import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Choices } from '../../../components/choices'
import { DayTime } from '../../../components/day-time'
import { editWording as words } from './edit-wording'
import type { Span } from './form'
import type { PartProps } from './people-part'

const days = words.weekdays.map((name, n) => ({ value: n + 1, words: name }))

/** When somebody is there every week: days that share their hours are written once. */
export function WeekPart({ form: { spans }, problemAt, change }: PartProps) {
  const put = (at: number, part: Partial<Span>) =>
    change({ spans: spans.map((span, n) => (n === at ? { ...span, ...part } : span)) })
  return (
    <View className="stack">
      {spans.length === 0 && <View className="t-note">{words.noHours}</View>}
      {spans.map((span, at) => (
        <View key={at} className="quiet stack">
          <Choices label={words.days} options={days} values={span.days} onChange={(on) => put(at, { days: on })} />
          <View className="branch-times">
            <DayTime
              label={words.from}
              kind="time"
              value={span.from}
              placeholder={words.pick}
              onChange={(from) => put(at, { from })}
            />
            <DayTime
              label={words.until}
              kind="time"
              value={span.until}
              placeholder={words.pick}
              onChange={(until) => put(at, { until })}
            />
            <Button look="quiet" size="small" onTap={() => change({ spans: spans.filter((_, n) => n !== at) })}>
              {words.removeSpan}
            </Button>
          </View>
        </View>
      ))}
      {problemAt('hours') ? <View className="t-late">{problemAt('hours')}</View> : null}
      <View className="t-hint">{words.untilNote}</View>
      <Button
        look="secondary"
        icon="plus"
        onTap={() => change({ spans: [...spans, { days: [], from: '08:00', until: '11:30' }] })}
      >
        {words.addSpan}
      </Button>
    </View>
  )
}
