import { Text, View } from '@tarojs/components'
import { Tap } from '../tap'
import './style.scss'
import type { SwitchProps } from './types'

/** Yes or no, from Vant, with what it means beside it; the whole line turns it, so Vant's switch is only its picture. */
export function Switch({ label, hint = '', on, onChange }: SwitchProps) {
  return (
    <Tap role="switch" chosen={on} className="switch" onTap={() => onChange(!on)}>
      <View className="grow">
        <View>{label}</View>
        {hint ? <Text className="t-note">{hint}</Text> : null}
      </View>
      <van-switch checked={on} size="28px" />
    </Tap>
  )
}
