import { useCallback, useState } from 'react'
import { storage } from './storage'

/** A form that keeps itself: every change lies on this phone until it is sent or thrown away. */
export function useDraft<T extends object>(name: string, empty: T): [T, (next: T) => void, () => void, boolean] {
  const key = `draft/${name}`
  const [{ value, restored }, setState] = useState(() => {
    const kept = storage.read<T>(key)
    return { value: { ...empty, ...kept }, restored: kept !== undefined }
  })
  const set = useCallback(
    (next: T) => {
      setState((before) => ({ ...before, value: next }))
      storage.write(key, next)
    },
    [key],
  )
  const forget = useCallback(() => storage.remove(key), [key])
  return [value, set, forget, restored]
}
