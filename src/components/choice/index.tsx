import { View } from '@tarojs/components'
import { Icon } from '../icon'
import { roleOf } from '../spoken'
import { Tap } from '../tap'
import '../field/style.scss'
import './style.scss'

interface ChoiceProps<T extends string | number> {
  label: string
  options: readonly { value: T; words: string; note?: string }[]
  value: T | undefined
  problem?: string
  onChange: (value: T) => void
}

/** Up to about six choices, all visible: no picker hides them. */
export function Choice<T extends string | number>({ label, options, value, problem, onChange }: ChoiceProps<T>) {
  return (
    <View className="field" {...roleOf('radiogroup')} aria-label={label}>
      <View className="field__label">{label}</View>
      <View className="wrap">
        {options.map((option) => (
          <Tap
            key={option.value}
            role="radio"
            chosen={option.value === value}
            className={`choice ${option.value === value ? 'choice--chosen' : ''}`}
            onTap={() => onChange(option.value)}
          >
            {option.value === value && <Icon name="check" size={16} />}
            {option.words}
            {option.note ? <View className="t-note">{option.note}</View> : null}
          </Tap>
        ))}
      </View>
      {problem ? <View className="t-late">{problem}</View> : null}
    </View>
  )
}
