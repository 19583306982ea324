import { Input, View } from '@tarojs/components'
import { Icon } from '../icon'
import './style.scss'
import type { SearchBoxProps } from './types'

/** A line to search with. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  return (
    <View className="search-box">
      <Icon name="search" size={20} />
      <Input
        className="search-box__input"
        value={value}
        aria-label={label}
        placeholder={label}
        maxlength={40}
        confirmType="search"
        onInput={(event) => onChange(event.detail.value)}
      />
    </View>
  )
}
