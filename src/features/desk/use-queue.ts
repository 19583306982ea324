import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { CallFailed, client, Unreachable } from '../../platform/client'
import type { Counts, QueueRow, Whose } from './shapes'

export type LightFilter = 'all' | 'late' | 'soon' | 'go' | 'idle'
export interface QueueFilter {
  whose: Whose
  light: LightFilter
  search: string
}

/** How often a desk that stays open looks for what is new, in milliseconds. */
const everyMs = 60_000
const typingMs = 300

export interface Queue {
  rows: readonly QueueRow[]
  counts: Counts | undefined
  state: 'loading' | 'ready' | 'offline' | 'failed'
  words: string
  more: boolean
  again: () => Promise<void>
  next: () => Promise<void>
}

/** The queue with its filters. It looks anew by itself, after each step and when the page is shown again; what is on the screen stays meanwhile. */
export function useQueue({ whose, light, search }: QueueFilter): Queue {
  const [rows, setRows] = useState<readonly QueueRow[]>([])
  const [counts, setCounts] = useState<Counts>()
  const [state, setState] = useState<Queue['state']>('loading')
  const [words, setWords] = useState('')
  const [cursor, setCursor] = useState<string>()
  const turn = useRef(0)
  const pages = useRef(1)
  const ask = { whose, search, ...(light === 'all' ? {} : { light }) }
  const latest = useRef(ask)
  latest.current = ask

  const load = useCallback(async (from: string | undefined) => {
    const mine = ++turn.current
    try {
      const answer = await client.application.queue({ ...latest.current, cursor: from })
      if (mine !== turn.current || !answer.ok) return
      const { rows: found, counts: counted, nextCursor } = answer.value
      pages.current = from === undefined ? 1 : pages.current + 1
      setRows((before) => (from === undefined ? found : [...before, ...found]))
      if (counted) setCounts(counted)
      setCursor(nextCursor)
      setState('ready')
    } catch (error) {
      if (mine !== turn.current) return
      if (error instanceof CallFailed) setWords(error.message)
      else if (!(error instanceof Unreachable)) throw error
      // What is on the screen is better than an error about what may be newer.
      setState((before) => (before === 'ready' ? before : error instanceof CallFailed ? 'failed' : 'offline'))
    }
  }, [])

  const key = `${whose}/${light}/${search}`
  const asked = useRef('')
  useEffect(() => {
    const typing = asked.current !== '' && !asked.current.endsWith(`/${search}`)
    asked.current = key
    const timer = setTimeout(
      () => {
        setState('loading')
        void load(undefined)
      },
      typing ? typingMs : 0,
    )
    return () => clearTimeout(timer)
  }, [key, search, load])

  const again = useCallback(() => load(undefined), [load])
  useEffect(() => {
    const timer = setInterval(() => pages.current === 1 && void again(), everyMs)
    return () => clearInterval(timer)
  }, [again])
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current && pages.current === 1) void again()
    shown.current = true
  })
  usePullDownRefresh(() => {
    void again().finally(() => Taro.stopPullDownRefresh())
  })
  const next = useCallback(async () => {
    if (cursor !== undefined) await load(cursor)
  }, [cursor, load])
  useReachBottom(() => void next())
  return { rows, counts, state, words, more: cursor !== undefined, again, next }
}
