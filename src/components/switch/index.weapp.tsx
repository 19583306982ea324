import { Text, View } from '@tarojs/components'
import './style.scss'
import type { SwitchProps } from './types'

/** Yes or no, from Vant, with what it means beside it. */
export function Switch({ label, hint = '', on, onChange }: SwitchProps) {
  return (
    <View className="switch">
      <View className="grow">
        <View>{label}</View>
        {hint ? <Text className="t-note">{hint}</Text> : null}
      </View>
      <van-switch checked={on} size="28px" onChange={(event: { detail: boolean }) => onChange(event.detail)} />
    </View>
  )
}
