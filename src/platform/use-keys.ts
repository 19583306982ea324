import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

/** What keys do while this is on the screen; `Ctrl+Enter` also from inside a text, a letter only outside one. */
export type Keys = Readonly<Record<string, (() => void) | undefined>>

/** Answers a keyboard, where there is one. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  latest.current = keys
  // A browser keeps the pages below this one alive.
  const shown = useRef(true)
  useDidShow(() => {
    shown.current = true
  })
  useDidHide(() => {
    shown.current = false
  })
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
    const press = (event: KeyboardEvent) => {
      if (!shown.current || event.isComposing || event.defaultPrevented) return
      const ctrl = event.ctrlKey || event.metaKey
      if (event.altKey || (ctrl && event.key !== 'Enter')) return
      // A dialogue takes the keys for itself.
      if (isOpenDialogue()) return
      if (!ctrl && isWriting(event.target)) return
      const act = latest.current[ctrl ? 'Ctrl+Enter' : event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

const isWriting = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null

const isOpenDialogue = () =>
  Array.from(document.querySelectorAll('[role="dialog"]')).some(
    (dialog) => dialog.querySelector('.sheet__head ~ *') !== null,
  )
