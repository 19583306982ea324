import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { CallFailed, Unreachable } from './client'

export type Asked<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'offline' }
  | { state: 'failed'; words: string; notFound: boolean }

type Answer<T> = { ok: true; value: T } | { ok: false }

/** Asks the cloud when the page opens, again when it is shown again, and on `again()`. Keeps the last answer while asking. */
export function useAsk<T>(
  ask: () => Promise<Answer<T>>,
  key: string,
): { asked: Asked<T>; again: () => Promise<void>; put: (value: T) => void } {
  const [asked, setAsked] = useState<Asked<T>>({ state: 'loading' })
  const latest = useRef(ask)
  latest.current = ask
  const turn = useRef(0)

  const again = useCallback(async () => {
    const mine = ++turn.current
    try {
      const answer = await latest.current()
      if (mine === turn.current && answer.ok) setAsked({ state: 'ready', value: answer.value })
    } catch (error) {
      if (mine !== turn.current) return
      // What is on the screen is better than an error about what may be newer.
      setAsked((before) => (before.state === 'ready' ? before : toState(error)))
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new key is a new question
  useEffect(() => {
    setAsked({ state: 'loading' })
    void again()
  }, [key, again])
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current) void again()
    shown.current = true
  })
  const put = useCallback((value: T) => setAsked({ state: 'ready', value }), [])
  return { asked, again, put }
}

function toState(error: unknown): Asked<never> {
  if (error instanceof Unreachable) return { state: 'offline' }
  if (error instanceof CallFailed) return { state: 'failed', words: error.message, notFound: error.kind === 'notFound' }
  throw error
}
