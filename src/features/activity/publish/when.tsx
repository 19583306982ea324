import { View } from '@tarojs/components'
import type { ActivityDetail } from '../../../../types/activity'
import { limits } from '../../../../types/activity'
import { Choice } from '../../../components/choice'
import { DayTime } from '../../../components/day-time'
import { Stepper } from '../../../components/stepper'
import { dayKey } from '../../../platform/dates'
import { Part, type PartProps } from './part'
import { endsNextDay } from './to-draft'
import { publishWording as words } from './wording'

const hour = 60
const usual = [0, 2 * hour, 24 * hour, 3 * 24 * hour]
const repeats = (['none', 'week', 'month'] as const).map((value) => ({ value, words: words.repeats[value] }))
const scopes = (['one', 'following'] as const).map((value) => ({ value, words: words.scopes[value] }))

/** The usual deadlines, and the one it has if that is another. */
const deadlines = (minutes: number) =>
  [...new Set([...usual, minutes])].map((value) => ({ value, words: words.before(value) }))

/** When it is, until when one may join and leave, and whether it repeats. */
export function When({ form, problems, change, leave, activity }: PartProps & { activity: ActivityDetail | null }) {
  const changeTime = (part: Parameters<typeof change>[0], field: string) => {
    change(part)
    leave(field)
  }
  return (
    <Part name="when">
      <DayTime
        label={words.day}
        kind="date"
        placeholder={words.chooseDay}
        from={dayKey(new Date())}
        value={form.day}
        problem={problems.startsAt}
        onChange={(day) => change({ day })}
      />
      <View className="line publish__times">
        <View className="grow">
          <DayTime
            label={words.from}
            kind="time"
            placeholder={words.chooseTime}
            value={form.from}
            onChange={(from) => changeTime({ from }, 'startsAt')}
          />
        </View>
        <View className="grow">
          <DayTime
            label={words.until}
            kind="time"
            placeholder={words.chooseTime}
            value={form.until}
            problem={problems.endsAt}
            onChange={(until) => changeTime({ until }, 'endsAt')}
          />
        </View>
      </View>
      {endsNextDay(form) && <View className="t-note">{`${words.nextDay} ${form.until}`}</View>}
      <Choice
        label={words.closesBefore}
        options={deadlines(form.closesBefore)}
        value={form.closesBefore}
        problem={problems.signUpClosesAt}
        onChange={(closesBefore) => change({ closesBefore })}
      />
      <Choice
        label={words.cancelBefore}
        options={deadlines(form.cancelBefore)}
        value={form.cancelBefore}
        problem={problems.cancelUntil}
        onChange={(cancelBefore) => change({ cancelBefore })}
      />
      {!activity && (
        <Choice label={words.repeat} options={repeats} value={form.repeat} onChange={(repeat) => change({ repeat })} />
      )}
      {!activity && form.repeat !== 'none' && (
        <View className="between">
          <View className="t-strong">{words.times}</View>
          <Stepper
            label={words.times}
            value={form.times}
            least={2}
            most={limits.seriesLength}
            onChange={(times) => change({ times })}
          />
        </View>
      )}
      {activity?.seriesId != null && (
        <Choice label={words.scope} options={scopes} value={form.scope} onChange={(scope) => change({ scope })} />
      )}
    </Part>
  )
}
