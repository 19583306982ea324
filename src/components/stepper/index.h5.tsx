import { View } from '@tarojs/components'
import { Stepper as VantStepper } from 'react-vant'
import './style.scss'
import type { StepperProps } from './types'

/** How many, from Vant. */
export function Stepper({ label, value, least, most, onChange }: StepperProps) {
  return (
    <View className="stepper">
      <div role="group" aria-label={label}>
        <VantStepper
          value={value}
          min={least}
          max={most}
          integer
          buttonSize={44}
          inputWidth={56}
          onChange={(next) => onChange(Number(next ?? least))}
        />
      </div>
    </View>
  )
}
