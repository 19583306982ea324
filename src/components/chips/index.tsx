import { ScrollView, View } from '@tarojs/components'
import { roleOf } from '../spoken'
import { Tap } from '../tap'
import './style.scss'

interface ChipsProps<T extends string> {
  label: string
  items: readonly { value: T; words: string }[]
  value: T
  onChange: (value: T) => void
}

const few = 5

/** A line of filters that scrolls sideways. */
export function Chips<T extends string>({ label, items, value, onChange }: ChipsProps<T>) {
  return (
    <ScrollView scrollX className={`chips ${items.length <= few ? 'chips--few' : ''}`} enhanced showScrollbar={false}>
      <View className="chips__line" {...roleOf('tablist')} aria-label={label}>
        {items.map((item) => (
          <Tap
            key={item.value}
            role="tab"
            chosen={item.value === value}
            className={`chip ${item.value === value ? 'chip--on' : ''}`}
            onTap={() => onChange(item.value)}
          >
            {item.words}
          </Tap>
        ))}
      </View>
    </ScrollView>
  )
}
