import { View } from '@tarojs/components'
import type { HelpKind } from '../../../../types/volunteer'
import { Choice } from '../../../components/choice'
import { DayTime } from '../../../components/day-time'
import { dayKey } from '../../../platform/dates'
import { type Slot, slotsAt, type When } from './times'
import { askWording as words } from './wording'

interface WhenProps {
  kind: HelpKind | ''
  value: When
  onChange: (when: When) => void
}

/** When help may come: four times that everybody knows, or a day and hours of one's own. */
export function WhenChoice({ kind, value, onChange }: WhenProps) {
  const now = new Date()
  const options = slotsAt(kind, now).map((slot) => ({ value: slot, words: words.slots[slot] }))
  return (
    <View className="stack">
      <Choice<Slot>
        label={words.when}
        options={options}
        value={value.slot || undefined}
        onChange={(slot) => onChange({ ...value, slot })}
      />
      {value.slot === 'pick' && (
        <>
          <DayTime
            label={words.day}
            kind="date"
            from={dayKey(now)}
            value={value.day}
            placeholder={words.pickDay}
            onChange={(day) => onChange({ ...value, day })}
          />
          <DayTime
            label={words.from}
            kind="time"
            value={value.from}
            placeholder={words.pickTime}
            onChange={(from) => onChange({ ...value, from })}
          />
          <DayTime
            label={words.until}
            kind="time"
            value={value.until}
            placeholder={words.pickTime}
            onChange={(until) => onChange({ ...value, until })}
          />
        </>
      )}
    </View>
  )
}
