import { View } from '@tarojs/components'
import './style.scss'
import type { StepperProps } from './types'

/** How many, from Vant. */
export function Stepper({ label, value, least, most, onChange }: StepperProps) {
  return (
    <View className="stepper" aria-label={label}>
      <van-stepper
        value={value}
        min={least}
        max={most}
        integer={true}
        button-size="48px"
        input-width="56px"
        onChange={(event: { detail: number }) => onChange(event.detail)}
      />
    </View>
  )
}
