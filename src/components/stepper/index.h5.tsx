import { View } from '@tarojs/components'
import { useRef } from 'react'
import { Stepper as VantStepper } from 'react-vant'
import { useElderMode } from '../../platform/elder-mode'
import { useDescriptionInside } from '../describe-inside'
import { componentWording as wording } from '../wording'
import './style.scss'
import type { StepperProps } from './types'

/** How many, from Vant. */
export function Stepper({ label, value, least, most, onChange }: StepperProps) {
  const side = useElderMode() ? 60 : 48
  const box = useRef<HTMLDivElement>(null)
  useDescriptionInside(box, 'button', (index) =>
    index === 0
      ? { 'aria-label': wording.fewer, 'aria-disabled': String(value <= least) }
      : { 'aria-label': wording.oneMore, 'aria-disabled': String(value >= most) },
  )
  useDescriptionInside(box, 'input', () => ({ 'aria-label': label }))
  return (
    <View className="stepper">
      <div ref={box}>
        <VantStepper
          value={value}
          min={least}
          max={most}
          integer
          buttonSize={side}
          inputWidth={56}
          onChange={(next) => onChange(Number(next ?? least))}
        />
      </div>
    </View>
  )
}
