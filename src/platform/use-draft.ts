import { useCallback, useState } from 'react'
import { storage } from './storage'
import { type Change, useForm } from './use-form'

/** A form that keeps itself: every change lies on this phone until it is sent or thrown away. */
export function useDraft<T extends object>(name: string, empty: T): [T, Change<T>, () => void, boolean] {
  const key = `draft/${name}`
  const [kept] = useState(() => storage.read<Partial<T>>(key))
  const [form, change] = useForm<T>({ ...empty, ...kept }, (next) => storage.write(key, next))
  const forget = useCallback(() => storage.remove(key), [key])
  return [form, change, forget, kept !== undefined]
}
