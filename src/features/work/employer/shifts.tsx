import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Choices } from '../../../components/choices'
import { DayTime } from '../../../components/day-time'
import { fromWheel, type ShiftGroup, toWheel, weekdays } from '../week'
import { weekdayNames, workWording as words } from '../wording'

interface ShiftsProps {
  shifts: readonly ShiftGroup[]
  problem?: string | undefined
  onChange: (shifts: ShiftGroup[]) => void
}

const dayShift: ShiftGroup = { days: [1, 2, 3, 4, 5], fromMinute: 8 * 60, untilMinute: 17 * 60 }

/** The hours of an opening: days that have the same hours together. */
export function Shifts({ shifts, problem, onChange }: ShiftsProps) {
  const put = (n: number, part: Partial<ShiftGroup>) =>
    onChange(shifts.map((one, at) => (at === n ? { ...one, ...part } : one)))
  return (
    <View className="stack">
      <View className="field__label">{words.shifts}</View>
      {shifts.length === 0 && <View className="t-note">{words.noShifts}</View>}
      {shifts.map((one, n) => (
        // Rows are changed in place; nothing else tells two of them apart.
        <View key={n} className="stack">
          <Choices
            label={words.days}
            options={weekdays.map((value) => ({ value: value as number, words: weekdayNames[value] ?? '' }))}
            values={one.days}
            onChange={(days) => put(n, { days: days.sort() })}
          />
          <View className="work-halves">
            <DayTime
              label={words.from}
              kind="time"
              value={toWheel(one.fromMinute)}
              placeholder={words.pick}
              onChange={(time) => put(n, { fromMinute: fromWheel(time) })}
            />
            <DayTime
              label={words.untilTime}
              kind="time"
              value={toWheel(one.untilMinute)}
              placeholder={words.pick}
              onChange={(time) => put(n, { untilMinute: fromWheel(time) })}
            />
          </View>
          <Button look="quiet" size="small" icon="close" onTap={() => onChange(shifts.filter((_, at) => at !== n))}>
            {words.dropShift}
          </Button>
        </View>
      ))}
      <Button look="secondary" icon="plus" onTap={() => onChange([...shifts, dayShift])}>
        {words.addShift}
      </Button>
      {problem && <View className="t-late">{problem}</View>}
    </View>
  )
}
