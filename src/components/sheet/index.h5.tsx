import { useEffect, useRef } from 'react'
import { Popup } from 'react-vant'
import { SheetBody } from './body'
import type { SheetProps } from './types'

// Vant writes its own duration on the element, so the style sheet cannot shorten it.
const durationMs = () => (window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ? 1 : 200)

/** A sheet from the bottom, from Vant. The keyboard goes into it when it opens; Escape closes it. */
export function Sheet({ open, title, onClose, children }: SheetProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (open) box.current?.focus()
  }, [open])
  return (
    <Popup visible={open} position="bottom" round duration={durationMs()} onClose={onClose} teleport={null}>
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
