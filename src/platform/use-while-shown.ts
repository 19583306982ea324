import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'

/** Does something every so often while the page is on the screen; `ms` 0: never. */
export function useWhileShown(work: () => void, ms: number): void {
  const [shown, setShown] = useState(true)
  const latest = useRef(work)
  latest.current = work
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  useEffect(() => {
    if (!shown || ms === 0) return
    const timer = setInterval(() => latest.current(), ms)
    return () => clearInterval(timer)
  }, [shown, ms])
}
