import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

const query = '(min-width: 1024px)'

/** Whether the screen is as wide as a desk's. Follows a browser's window as it changes. */
export function useWide(): boolean {
  const [wide, setWide] = useState(isWide)
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !window.matchMedia) return
    const list = window.matchMedia(query)
    const follow = () => setWide(list.matches)
    follow()
    // Safari learnt addEventListener here in 14.
    if (list.addEventListener) list.addEventListener('change', follow)
    else list.addListener(follow)
    return () => (list.removeEventListener ? list.removeEventListener('change', follow) : list.removeListener(follow))
  }, [])
  return wide
}

function isWide(): boolean {
  if (process.env.TARO_ENV === 'h5') return window.matchMedia?.(query).matches ?? false
  try {
    return Taro.getWindowInfo().windowWidth >= 1024
  } catch {
    return false
  }
}
