import { View } from '@tarojs/components'
import { Icon } from '../icon'
import { roleOf } from '../spoken'
import { Tap } from '../tap'
import '../choice/style.scss'
import '../field/style.scss'

interface ChoicesProps<T extends string | number> {
  label: string
  options: readonly { value: T; words: string; note?: string }[]
  values: readonly T[]
  problem?: string
  onChange: (values: T[]) => void
}

/** Any number of visible options; each is turned on and off by itself. */
export function Choices<T extends string | number>({ label, options, values, problem, onChange }: ChoicesProps<T>) {
  const turn = (value: T) =>
    onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value])
  return (
    <View className="field" {...roleOf('group')} aria-label={label}>
      <View className="field__label">{label}</View>
      <View className="wrap">
        {options.map(({ value, words, note }) => {
          const chosen = values.includes(value)
          return (
            <Tap
              key={value}
              role="checkbox"
              chosen={chosen}
              className={`choice ${chosen ? 'choice--chosen' : ''}`}
              onTap={() => turn(value)}
            >
              {chosen && <Icon name="check" size={16} />}
              {words}
              {note ? <View className="t-note">{note}</View> : null}
            </Tap>
          )
        })}
      </View>
      {problem ? <View className="t-late">{problem}</View> : null}
    </View>
  )
}
