import { Text, View } from '@tarojs/components'
import './style.scss'
import type { SheetProps } from './types'

/** A sheet from the bottom, from Vant. */
export function Sheet({ open, title, onClose, children }: SheetProps) {
  return (
    <van-popup show={open} position="bottom" round={true} closeable={true} onClose={onClose}>
      <View className="sheet">
        <Text className="t-head">{title}</Text>
        {open ? children : null}
      </View>
    </van-popup>
  )
}
