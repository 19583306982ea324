import { View } from '@tarojs/components'
import { DayTime } from '../../../components/day-time'
import { Icon } from '../../../components/icon'
import { Tap } from '../../../components/tap'
import { dayKey } from '../../../platform/dates'
import type { PartProps } from './week'
import { windowsWording as words } from './wording'

/** Days on which a window stays shut although its hours say otherwise. */
export function ClosedDays({ form, problemAt, change }: Pick<PartProps, 'form' | 'problemAt' | 'change'>) {
  const days = form.closedDays ?? []
  const today = dayKey(new Date())
  return (
    <View className="stack">
      {days.length > 0 && (
        <View className="wrap">
          {days.map((day) => (
            <Tap
              key={day}
              className="closed-day"
              label={words.removeDay(day)}
              onTap={() => change({ closedDays: days.filter((other) => other !== day) })}
            >
              {words.day(day)}
              <Icon name="close" size={16} />
            </Tap>
          ))}
        </View>
      )}
      <DayTime
        label={words.closedDays}
        kind="date"
        value=""
        placeholder={words.pickDay}
        problem={problemAt('closedDays')}
        from={today}
        onChange={(day) => !days.includes(day) && change({ closedDays: [...days, day].sort() })}
      />
      <View className="t-hint">{words.closedDaysHint}</View>
    </View>
  )
}
