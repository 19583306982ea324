import { useCallback, useRef, useState } from 'react'

/** Changes some fields of a form: to these values, or to what is made of all that was entered so far. */
export type Change<T> = (part: Partial<T> | ((now: T) => Partial<T>)) => void

/**
 * What is entered on a page, field by field. A change is made to what was entered last, not to what was drawn last:
 * two photos arrive in one moment, or a key comes before a slow phone shows what was tapped, and neither may be lost.
 * `onChange` hears of all fields after each change.
 */
export function useForm<T extends object>(first: T | (() => T), onChange?: (next: T) => void): [T, Change<T>] {
  const [form, setForm] = useState(first)
  const latest = useRef(form)
  const heard = useRef(onChange)
  heard.current = onChange
  const change = useCallback<Change<T>>((part) => {
    const next = { ...latest.current, ...(typeof part === 'function' ? part(latest.current) : part) }
    latest.current = next
    setForm(next)
    heard.current?.(next)
  }, [])
  return [form, change]
}
