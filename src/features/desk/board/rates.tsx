import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { Heading } from '../../../components/heading'
import { Icon } from '../../../components/icon'
import { roleOf } from '../../../components/spoken'
import { Tap } from '../../../components/tap'
import { Trend } from '../../../components/trend'
import { percent } from '../../../components/trend/types'
import type { Board, Rates } from '../shapes'
import { boardWording as words } from './wording'

const measures = ['zeroVisitRate', 'oneVisitRate', 'onTimeRate', 'satisfiedRate'] as const
type Column = 'decided' | (typeof measures)[number]
const columns = ['decided', ...measures] as const
const nameOf = (column: Column) => (column === 'decided' ? words.decided : words.rates[column])

/** What is open now, the four rates with their months, and by department and community. */
export function RatesView({ board }: { board: Board }) {
  return (
    <View className="stack">
      <View className="board__now">
        {(['open', 'late', 'soon', 'paused'] as const).map((key) => (
          <View key={key} className="card card--padded">
            <View className="t-note">{words.now[key]}</View>
            <View className={`t-display ${key === 'late' && board.late > 0 ? 'board__late' : ''}`}>{board[key]}</View>
          </View>
        ))}
      </View>
      <View className="t-note">{board.total.decided === 0 ? words.noRates : words.why}</View>
      <View className="board__rates">
        {measures.map((measure) => (
          <Measure key={measure} board={board} measure={measure} />
        ))}
      </View>
      <RateTable
        title={words.byDepartment}
        rows={board.byDepartment.map((row) => ({ ...row, name: row.department }))}
      />
      <RateTable title={words.byCommunity} rows={board.byCommunity} />
    </View>
  )
}

function Measure({ board, measure }: { board: Board; measure: (typeof measures)[number] }) {
  const points = useMemo(
    () => board.byMonth.map((row) => ({ month: row.month, value: row[measure] })),
    [board, measure],
  )
  return (
    <View className="card card--padded">
      <View className="between">
        <View className="t-strong">{words.rates[measure]}</View>
        <View className="t-title">{percent(board.total[measure])}</View>
      </View>
      {points.length > 0 && <Trend label={words.rates[measure]} points={points} />}
    </View>
  )
}

function RateTable({ title, rows }: { title: string; rows: readonly (Rates & { name: string })[] }) {
  const [by, setBy] = useState<{ column: Column; down: boolean }>({ column: 'decided', down: true })
  const sorted = [...rows].sort((a, b) => ((a[by.column] ?? -1) - (b[by.column] ?? -1)) * (by.down ? -1 : 1))
  if (rows.length === 0) return null
  return (
    <View className="board__part">
      <Heading level={2} className="t-head">
        {title}
      </Heading>
      <View className="card board__scroll">
        <View className="board__table" {...roleOf('table')} aria-label={title}>
          <View className="board__line" {...roleOf('row')}>
            <View className="board__name t-note" {...roleOf('columnheader')}>
              {words.name}
            </View>
            {columns.map((column) => (
              <View key={column} className="board__cell" {...roleOf('columnheader')}>
                <Tap
                  className="board__sort"
                  label={words.sortBy(nameOf(column))}
                  onTap={() => setBy({ column, down: by.column === column ? !by.down : true })}
                >
                  {nameOf(column)}
                  {by.column === column && (
                    <View className={by.down ? '' : 'board__up'}>
                      <Icon name="down" size={16} />
                    </View>
                  )}
                </Tap>
              </View>
            ))}
          </View>
          {sorted.map((row) => (
            <View key={row.name} className="board__line" {...roleOf('row')}>
              <View className="board__name" {...roleOf('cell')}>
                {row.name}
              </View>
              {columns.map((column) => (
                <View key={column} className="board__cell" {...roleOf('cell')}>
                  {column === 'decided' ? row.decided : percent(row[column])}
                </View>
              ))}
            </View>
          ))}
        </View>
      </View>
    </View>
  )
}
