import { View } from '@tarojs/components'
import './style.scss'

export const iconNames = [
  'home',
  'list',
  'mail',
  'person',
  'people',
  'pin',
  'clock',
  'calendar',
  'calendar-add',
  'share',
  'bell',
  'phone',
  'back',
  'next',
  'down',
  'check',
  'plus',
  'close',
  'walk',
  'sound',
  'scan',
  'qr',
  'star',
  'download',
  'edit',
  'photo',
  'shield',
  'search',
  'leave',
  'family',
  'file',
  'camera',
  'chat',
  'info',
] as const
export type IconName = (typeof iconNames)[number]

/** A line icon in the colour of the text around it. It says nothing by itself: the words beside it do. */
export function Icon({ name, size = 24 }: { name: IconName; size?: 16 | 20 | 24 | 32 }) {
  return <View className={`icon icon--${size} icon-${name}`} aria-hidden />
}
