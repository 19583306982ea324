import { View } from '@tarojs/components'
import './style.scss'

export type SceneName =
  | 'tea'
  | 'song'
  | 'flower'
  | 'photo'
  | 'reading'
  | 'service'
  | 'culture'
  | 'other'
  | 'houses'
  | 'empty'

/** A pale drawing. It decorates: nothing is said by it alone. */
export function Scene({ name, size = 'wide' }: { name: SceneName; size?: 'wide' | 'small' | 'houses' | 'empty' }) {
  return <View className={`scene scene--${size} scene-${name}`} aria-hidden />
}
