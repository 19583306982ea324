import { View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '../../../components/icon'
import { Light } from '../../../components/light'
import { roleOf } from '../../../components/spoken'
import { Tap } from '../../../components/tap'
import type { Row } from '../shapes'
import { spanWords } from '../wording'
import { kindOf, lightOf, peopleWords, boardWording as words } from './wording'

const columns = ['number', 'kind', 'when', 'where', 'who', 'state'] as const
type Column = (typeof columns)[number]

interface BoardTableProps {
  rows: readonly Row[]
  numbers: ReadonlyMap<number, number>
  currentId: number | undefined
  onOpen: (helpRequestId: number) => void
}

/** The same facts as on the map, to be read and sorted. */
export function BoardTable({ rows, numbers, currentId, onOpen }: BoardTableProps) {
  const [by, setBy] = useState<Column>('state')
  const now = new Date()
  const number = (row: Row) => numbers.get(row.helpRequestId) ?? 0
  const rank: Record<Column, (row: Row) => number | string> = {
    number,
    kind: kindOf,
    when: (row) => row.span.from.getTime(),
    where: (row) => row.areaName,
    who: peopleWords,
    // As the board has them: what lacks somebody first.
    state: (row) => rows.indexOf(row),
  }
  const sorted = [...rows].sort((a, b) => {
    const [x, y] = [rank[by](a), rank[by](b)]
    return typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'zh-CN')
  })
  return (
    <View className="match-table" {...roleOf('table')} aria-label={words.title}>
      <View className="match-table__line match-table__line--head" {...roleOf('row')}>
        {columns.map((column) => (
          <View key={column} className={`match-table__cell match-table__cell--${column}`} {...roleOf('columnheader')}>
            <Tap className="match-table__sort" label={words.sortBy(words.table[column])} onTap={() => setBy(column)}>
              {words.table[column]}
              {by === column && <Icon name="down" size={16} />}
            </Tap>
          </View>
        ))}
      </View>
      {sorted.map((row) => {
        const light = lightOf(row, now)
        const on = row.helpRequestId === currentId
        const cells: Record<Exclude<Column, 'kind' | 'state'>, string> = {
          number: String(number(row)),
          when: spanWords(row.span, now),
          where: row.areaName,
          who: peopleWords(row),
        }
        return (
          <View
            key={row.helpRequestId}
            className={`match-table__line ${on ? 'match-table__line--on' : ''}`}
            {...roleOf('row')}
          >
            {columns.map((column) => (
              <View key={column} className={`match-table__cell match-table__cell--${column}`} {...roleOf('cell')}>
                {column === 'kind' ? (
                  <Tap role="link" className="match-table__open" onTap={() => onOpen(row.helpRequestId)}>
                    {kindOf(row)}
                  </Tap>
                ) : column === 'state' ? (
                  <Light kind={light.kind} words={light.words} />
                ) : (
                  cells[column]
                )}
              </View>
            ))}
          </View>
        )
      })}
    </View>
  )
}
