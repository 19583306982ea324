import { View } from '@tarojs/components'
import { Icon } from '../../../components/icon'
import { Tap } from '../../../components/tap'

interface ManyProps<T extends string> {
  label: string
  options: readonly { value: T; words: string }[]
  value: readonly T[]
  onChange: (value: T[]) => void
}

/** Any number of visible choices. */
export function Many<T extends string>({ label, options, value, onChange }: ManyProps<T>) {
  return (
    <View className="field" role="group" aria-label={label}>
      <View className="field__label">{label}</View>
      <View className="wrap">
        {options.map((option) => {
          const on = value.includes(option.value)
          return (
            <Tap
              key={option.value}
              role="checkbox"
              chosen={on}
              className={`choice ${on ? 'choice--chosen' : ''}`}
              onTap={() => onChange(on ? value.filter((v) => v !== option.value) : [...value, option.value])}
            >
              {on && <Icon name="check" size={16} />}
              {option.words}
            </Tap>
          )
        })}
      </View>
    </View>
  )
}
