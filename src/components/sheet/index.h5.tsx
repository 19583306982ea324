import { useEffect, useRef } from 'react'
import { Popup } from 'react-vant'
import { SheetBody } from './body'
import type { SheetProps } from './types'

/** A sheet from the bottom, from Vant. The keyboard goes into it when it opens; Escape closes it. */
export function Sheet({ open, title, onClose, children }: SheetProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (open) box.current?.focus()
  }, [open])
  return (
    <Popup visible={open} position="bottom" round onClose={onClose} teleport={null}>
      <div
        ref={box}
        role="dialog"
        aria-modal
        aria-label={title}
        tabIndex={-1}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      >
        <SheetBody open={open} title={title} onClose={onClose}>
          {children}
        </SheetBody>
      </div>
    </Popup>
  )
}
