import { SheetBody } from './body'
import type { SheetProps } from './types'

/** A sheet from the bottom, from Vant. */
export function Sheet({ open, title, onClose, children }: SheetProps) {
  return (
    <van-popup show={open} position="bottom" round={true} duration={200} onClose={onClose}>
      <SheetBody open={open} title={title} onClose={onClose}>
        {children}
      </SheetBody>
    </van-popup>
  )
}
