import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useEffect, useMemo } from 'react'
import { client } from '../../../platform/client'
import { useAsk } from '../../../platform/use-ask'
import type { Board, Row } from '../shapes'
import { inOrder, numbersOf } from './groups'

/** How often a board that stays open looks for what is new, in milliseconds. */
const everyMs = 20_000

export interface LiveBoard {
  asked: ReturnType<typeof useAsk<Board>>['asked']
  again: () => Promise<void>
  /** As they stand in the list. */
  rows: readonly Row[]
  numbers: ReadonlyMap<number, number>
}

const none: readonly Row[] = []

/** The board, which looks anew by itself; what is on the screen stays meanwhile. */
export function useBoard(): LiveBoard {
  const { asked, again } = useAsk(() => client.volunteer.board({}), 'board')
  useEffect(() => {
    const timer = setInterval(() => void again(), everyMs)
    return () => clearInterval(timer)
  }, [again])
  usePullDownRefresh(() => {
    void again().finally(() => Taro.stopPullDownRefresh())
  })
  const found = asked.state === 'ready' ? asked.value.rows : none
  const rows = useMemo(() => inOrder(found), [found])
  const numbers = useMemo(() => numbersOf(found), [found])
  return { asked, again, rows, numbers }
}
