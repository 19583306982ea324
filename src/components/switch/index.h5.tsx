import { Text, View } from '@tarojs/components'
import { Switch as VantSwitch } from 'react-vant'
import './style.scss'
import type { SwitchProps } from './types'

/** Yes or no, from Vant, with what it means beside it. */
export function Switch({ label, hint = '', on, onChange }: SwitchProps) {
  const toggle = (event: { key: string; preventDefault(): void }) => {
    if (event.key !== ' ' && event.key !== 'Enter') return
    event.preventDefault()
    onChange(!on)
  }
  return (
    <View className="switch">
      <View className="grow">
        <View>{label}</View>
        {hint ? <Text className="t-note">{hint}</Text> : null}
      </View>
      <div role="switch" aria-checked={on} aria-label={label} tabIndex={0} onKeyDown={toggle}>
        <VantSwitch checked={on} size={28} onChange={onChange} />
      </div>
    </View>
  )
}
