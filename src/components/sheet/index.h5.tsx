import { Text, View } from '@tarojs/components'
import { Popup } from 'react-vant'
import './style.scss'
import type { SheetProps } from './types'

/** A sheet from the bottom, from Vant. */
export function Sheet({ open, title, onClose, children }: SheetProps) {
  return (
    <Popup visible={open} position="bottom" round closeable onClose={onClose} teleport={null} aria-label={title}>
      <View className="sheet">
        <Text className="t-head">{title}</Text>
        {open ? children : null}
      </View>
    </Popup>
  )
}
