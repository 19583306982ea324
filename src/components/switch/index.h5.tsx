import { Text, View } from '@tarojs/components'
import { useRef } from 'react'
import { Switch as VantSwitch } from 'react-vant'
import { useDescriptionInside } from '../describe-inside'
import { Tap } from '../tap'
import './style.scss'
import type { SwitchProps } from './types'

/** Yes or no, from Vant, with what it means beside it; the whole line turns it. */
export function Switch({ label, hint = '', on, onChange }: SwitchProps) {
  const box = useRef<HTMLDivElement>(null)
  // The line is the switch; Vant's is its picture.
  useDescriptionInside(box, '.rv-switch', () => ({
    role: 'presentation',
    tabindex: undefined,
    'aria-checked': undefined,
  }))
  return (
    <Tap role="switch" chosen={on} className="switch" onTap={() => onChange(!on)}>
      <View className="grow">
        <View>{label}</View>
        {hint ? <Text className="t-note">{hint}</Text> : null}
      </View>
      <div ref={box} className="switch__picture">
        <VantSwitch checked={on} size={28} />
      </div>
    </Tap>
  )
}
