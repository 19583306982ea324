import { View } from '@tarojs/components'
import { useElderMode } from '../../platform/elder-mode'
import './style.scss'
import type { StepperProps } from './types'

/** How many, from Vant. */
export function Stepper({ label, value, least, most, onChange }: StepperProps) {
  const side = useElderMode() ? 60 : 48
  return (
    <View className="stepper" aria-label={label}>
      <van-stepper
        value={value}
        min={least}
        max={most}
        integer={true}
        button-size={`${side}px`}
        input-width="56px"
        minus-class="stepper__sign"
        plus-class="stepper__sign"
        onChange={(event: { detail: number }) => onChange(event.detail)}
      />
    </View>
  )
}
