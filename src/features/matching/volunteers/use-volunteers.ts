import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { CallFailed, client, Unreachable } from '../../../platform/client'
import type { VolunteerRow } from '../shapes'

export type Filter = 'applied' | 'approved' | 'all'
const typingMs = 300

export interface Volunteers {
  rows: readonly VolunteerRow[]
  waiting: number
  state: 'loading' | 'ready' | 'end' | 'offline' | 'failed'
  words: string
  filter: Filter
  setFilter: (filter: Filter) => void
  search: string
  setSearch: (search: string) => void
  again: () => Promise<void>
  next: () => Promise<void>
}

/** Volunteers page by page, with how many wait; what is on the screen stays while it looks anew. */
export function useVolunteers(): Volunteers {
  const [filter, setFilter] = useState<Filter>('all')
  const [search, setSearch] = useState('')
  const [rows, setRows] = useState<readonly VolunteerRow[]>([])
  const [waiting, setWaiting] = useState(0)
  const [state, setState] = useState<Volunteers['state']>('loading')
  const [words, setWords] = useState('')
  const cursor = useRef<string>()
  const turn = useRef(0)
  const question = useRef({ filter, search })
  question.current = { filter, search }

  const load = useCallback(async (from: string | undefined) => {
    const mine = ++turn.current
    const { filter, search } = question.current
    try {
      const answer = await client.volunteer.volunteers({
        ...(filter === 'all' ? {} : { status: filter }),
        ...(search ? { search } : {}),
        cursor: from,
      })
      if (mine !== turn.current || !answer.ok) return
      const { rows: found, waiting: wait, nextCursor } = answer.value
      cursor.current = nextCursor
      setRows((before) => (from === undefined ? found : [...before, ...found]))
      setWaiting(wait)
      setState(nextCursor === undefined ? 'end' : 'ready')
    } catch (error) {
      if (mine !== turn.current) return
      if (error instanceof CallFailed) setWords(error.message)
      else if (!(error instanceof Unreachable)) throw error
      setState(error instanceof CallFailed ? 'failed' : 'offline')
    }
  }, [])
  const again = useCallback(() => load(undefined), [load])
  const before = useRef(search)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new filter is a new list
  useEffect(() => {
    const typing = before.current !== search
    before.current = search
    const timer = setTimeout(() => void again(), typing ? typingMs : 0)
    return () => clearTimeout(timer)
  }, [filter, search, again])
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current) void again()
    shown.current = true
  })
  usePullDownRefresh(() => {
    void again().finally(() => Taro.stopPullDownRefresh())
  })
  const next = async () => {
    if (cursor.current !== undefined) await load(cursor.current)
  }
  useReachBottom(() => void next())
  return { rows, waiting, state, words, filter, setFilter, search, setSearch, again, next }
}
