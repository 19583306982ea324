import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { CallFailed, Unreachable } from './client'

type Page<T> = { ok: true; value: { rows: T[]; nextCursor?: string | undefined } } | { ok: false }

export interface Listed<T> {
  rows: readonly T[]
  state: 'loading' | 'ready' | 'more' | 'end' | 'offline' | 'failed'
  words: string
  again: () => Promise<void>
  /** The next page, where the list scrolls in a column and not with the page. */
  next: () => Promise<void>
}

/** A keyset list: the next page at the bottom, the first one again on pulling down. `key` names the question. */
export function useList<T>(ask: (cursor: string | undefined) => Promise<Page<T>>, key: string): Listed<T> {
  const [rows, setRows] = useState<readonly T[]>([])
  const [state, setState] = useState<Listed<T>['state']>('loading')
  const [words, setWords] = useState('')
  const latest = useRef(ask)
  latest.current = ask
  const cursor = useRef<string | undefined>(undefined)
  const turn = useRef(0)

  const load = useCallback(async (first: boolean) => {
    const mine = ++turn.current
    if (!first) setState('more')
    try {
      const page = await latest.current(first ? undefined : cursor.current)
      if (mine !== turn.current || !page.ok) return
      cursor.current = page.value.nextCursor
      setRows((before) => (first ? page.value.rows : [...before, ...page.value.rows]))
      setState(page.value.nextCursor === undefined ? 'end' : 'ready')
    } catch (error) {
      if (mine !== turn.current) return
      if (error instanceof Unreachable) setState('offline')
      else if (error instanceof CallFailed) {
        setWords(error.message)
        setState('failed')
      } else throw error
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new key is a new list
  useEffect(() => {
    setRows([])
    setState('loading')
    void load(true)
  }, [key, load])
  const next = async () => {
    if (state === 'ready') await load(false)
  }
  useReachBottom(() => void next())
  usePullDownRefresh(() => {
    void load(true).finally(() => Taro.stopPullDownRefresh())
  })
  return { rows, state, words, again: () => load(true), next }
}
