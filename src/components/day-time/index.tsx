import { Picker, View } from '@tarojs/components'
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

/** A day (YYYY-MM-DD) or a time of day (HH:mm), chosen with the phone's own wheel. */
export function DayTime({ label, kind, value, placeholder, problem, from, onChange }: DayTimeProps) {
  const change = (event: { detail: { value: string } }) => onChange(event.detail.value)
  const shown = (
    <View
      className={`day-time__box ${value ? '' : 'day-time__box--empty'}`}
      {...roleOf('button')}
      aria-label={`${label} ${value || placeholder}`}
    >
      {value || placeholder}
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
