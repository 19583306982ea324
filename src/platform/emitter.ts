import { useEffect, useState } from 'react'

/** A value that pages watch. */
export interface Watched<T> {
  get(): T
  set(value: T): void
  watch(listener: () => void): () => void
}

export function watched<T>(first: T): Watched<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (next === value) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The value, and again whenever it changes. */
export function useWatched<T>(source: Watched<T>): T {
  const [value, setValue] = useState(source.get())
  useEffect(() => {
    setValue(source.get())
    return source.watch(() => setValue(source.get()))
  }, [source])
  return value
}
