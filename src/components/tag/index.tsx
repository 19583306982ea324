import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './style.scss'

/** A small label for a kind or a place. */
export function Tag({ children }: PropsWithChildren) {
  return <View className="tag">{children}</View>
}
