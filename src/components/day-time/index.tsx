import { Picker, View } from '@tarojs/components'
import { datedDay, dayKey, fullDay, momentOf } from '../../platform/dates'
import { roleOf } from '../spoken'
import '../field/style.scss'
import './style.scss'

interface DayTimeProps {
  label: string
  kind: 'date' | 'time'
  value: string
  placeholder: string
  problem?: string
  /** First day that may be chosen. */
  from?: string
  onChange: (value: string) => void
}

/** As a person says it: the year only where it is another one. */
function dayInWords(day: string): string {
  const at = momentOf(day, '12:00')
  if (!at) return day
  return dayKey(new Date()).slice(0, 4) === day.slice(0, 4) ? fullDay(at) : datedDay(day)
}

/** A day (YYYY-MM-DD) or a time of day (HH:mm), chosen with the phone's own wheel. */
export function DayTime({ label, kind, value, placeholder, problem, from, onChange }: DayTimeProps) {
  const change = (event: { detail: { value: string } }) => onChange(event.detail.value)
  const words = value && kind === 'date' ? dayInWords(value) : value || placeholder
  const shown = (
    <View
      className={`day-time__box ${value ? '' : 'day-time__box--empty'}`}
      {...roleOf('button')}
      aria-label={`${label} ${words}`}
    >
      {words}
    </View>
  )
  return (
    <View className={`field ${problem ? 'field--wrong' : ''}`}>
      <View className="field__label">{label}</View>
      {kind === 'date' ? (
        <Picker mode="date" value={value} start={from} onChange={change}>
          {shown}
        </Picker>
      ) : (
        <Picker mode="time" value={value || '09:00'} onChange={change}>
          {shown}
        </Picker>
      )}
      {problem ? <View className="t-late">{problem}</View> : null}
    </View>
  )
}
