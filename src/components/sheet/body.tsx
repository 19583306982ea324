import { View } from '@tarojs/components'
import { Icon } from '../icon'
import { Tap } from '../tap'
import { componentWording as wording } from '../wording'
import './style.scss'
import type { SheetProps } from './types'

/** What lies in a sheet: its title, the way out, and the content while it is open. */
export function SheetBody({ open, title, onClose, children }: SheetProps) {
  return (
    <View className="sheet">
      <View className="sheet__head">
        <View className="t-head grow">{title}</View>
        <Tap className="sheet__close" label={wording.close} onTap={onClose}>
          <Icon name="close" />
        </Tap>
      </View>
      {open ? children : null}
    </View>
  )
}
