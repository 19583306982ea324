import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'

/** Asks anew when the page is shown again: something was done on another one. */
export function useFresh(again: () => Promise<void>): void {
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current) void again()
    shown.current = true
  })
}
