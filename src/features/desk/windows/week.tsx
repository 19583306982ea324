import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Field } from '../../../components/field'
import { roleOf } from '../../../components/spoken'
import { Stepper } from '../../../components/stepper'
import { asTime, copied, type Hours, hoursOn, type WindowForm } from './form'
import { windowsWording as words } from './wording'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
const [monday, ...restOfWorkingWeek] = [1, 2, 3, 4, 5] as const

export interface PartProps {
  form: WindowForm
  problemAt: (field: string) => string
  change: (part: Partial<WindowForm>) => void
  leave: (field: string) => void
}

/** The hours of a week, day by day; a day has as many spans as it takes. */
export function Week({ form, problemAt, change, leave }: PartProps) {
  const put = (at: number, span: Partial<Hours>) =>
    change({ hours: form.hours.map((h, n) => (n === at ? { ...h, ...span } : h)) })
  const add = (weekday: number) => {
    const last = hoursOn(form, weekday).at(-1)?.span
    const span = last ? { from: '14:00', until: '17:00' } : { from: '08:30', until: '11:30' }
    change({ hours: [...form.hours, { weekday, ...span, capacity: last?.capacity ?? 2 }] })
  }
  return (
    <View>
      {weekdays.map((weekday) => {
        const spans = hoursOn(form, weekday)
        return (
          <View key={weekday} className="week-day" {...roleOf('group')} aria-label={words.weekday(weekday)}>
            <View className="between week-day__head">
              <View className="line">
                <View className="t-strong">{words.weekday(weekday)}</View>
                {spans.length === 0 && <View className="t-hint">{words.closed}</View>}
              </View>
              <View className="line">
                {weekday === monday && spans.length > 0 && (
                  <Button look="quiet" size="small" onTap={() => change(copied(form, monday, restOfWorkingWeek))}>
                    {words.copy}
                  </Button>
                )}
                <Button
                  look="quiet"
                  size="small"
                  icon="plus"
                  label={words.addSpanOn(weekday)}
                  onTap={() => add(weekday)}
                >
                  {words.addSpan}
                </Button>
              </View>
            </View>
            {spans.map(({ span, at }, k) => (
              <View
                key={at}
                className={`week-span ${k > 0 ? 'week-span--more' : ''}`}
                {...roleOf('group')}
                aria-label={words.span(weekday, k + 1)}
              >
                {(['from', 'until'] as const).map((end) => (
                  <View key={end} className="week-span__time">
                    <Field
                      label={words[end]}
                      required
                      value={span[end]}
                      problem={problemAt(`hours.${at}.${end}`)}
                      onChange={(text) => put(at, { [end]: text })}
                      onLeave={() => {
                        put(at, { [end]: asTime(span[end]) })
                        leave(`hours.${at}.${end}`)
                      }}
                    />
                  </View>
                ))}
                <View className="field">
                  <View className="field__label">{words.capacity}</View>
                  <Stepper
                    label={words.capacity}
                    value={span.capacity}
                    least={1}
                    most={200}
                    onChange={(capacity) => put(at, { capacity })}
                  />
                </View>
                <View className="week-span__end">
                  <Button
                    look="quiet"
                    size="small"
                    onTap={() => change({ hours: form.hours.filter((_, n) => n !== at) })}
                  >
                    {words.remove}
                  </Button>
                </View>
              </View>
            ))}
          </View>
        )
      })}
      {problemAt('hours') ? <View className="t-late">{problemAt('hours')}</View> : null}
    </View>
  )
}
