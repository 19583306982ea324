import { Text, View } from '@tarojs/components'
import { useRef } from 'react'
import { Switch as VantSwitch } from 'react-vant'
import { pressesByKey, useDescriptionInside } from '../describe-inside'
import './style.scss'
import type { SwitchProps } from './types'

/** Yes or no, from Vant, with what it means beside it. */
export function Switch({ label, hint = '', on, onChange }: SwitchProps) {
  const box = useRef<HTMLDivElement>(null)
  useDescriptionInside(box, '[role=switch]', () => ({ 'aria-label': label }))
  return (
    <View className="switch">
      <View className="grow">
        <View>{label}</View>
        {hint ? <Text className="t-note">{hint}</Text> : null}
      </View>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Vant's switch inside has the role; this only adds its keys */}
      <div ref={box} className="switch__target" onKeyDown={pressesByKey}>
        <VantSwitch checked={on} size={28} onChange={onChange} />
      </div>
    </View>
  )
}
