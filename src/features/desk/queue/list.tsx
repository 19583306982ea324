import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Heading } from '../../../components/heading'
import { Empty, EndMark, Failed, Skeleton } from '../../../components/states'
import { Tap } from '../../../components/tap'
import { useKeys } from '../../../platform/use-keys'
import type { QueueRow } from '../shapes'
import type { Queue, QueueFilter } from '../use-queue'
import { wording } from '../wording'
import { Bulk } from './bulk'
import { Filters } from './filters'
import { QueueRowView } from './row'
import { queueWording as words } from './wording'
import './style.scss'

interface QueueListProps {
  queue: Queue
  filter: QueueFilter
  /** The case that is open beside the list. */
  currentId?: number | undefined
  onFilter: (filter: QueueFilter) => void
  onOpen: (row: QueueRow) => void
}

/** The queue: filters, rows, and several at once. j and k, or the arrows, walk through it. */
export function QueueList({ queue, filter, currentId, onFilter, onOpen }: QueueListProps) {
  const [selected, setSelected] = useState<ReadonlySet<number>>()
  const { rows, state, counts } = queue
  const at = rows.findIndex((row) => row.applicationId === currentId)
  const walk = (by: number) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, at + by))]
    if (!row || row.applicationId === currentId) return
    onOpen(row)
    document.getElementById(`queue-${row.applicationId}`)?.scrollIntoView({ block: 'nearest' })
  }
  const down = () => walk(1)
  const up = () => walk(-1)
  useKeys(currentId === undefined ? {} : { j: down, ArrowDown: down, k: up, ArrowUp: up })

  const tap = (row: QueueRow) => {
    if (!selected) return onOpen(row)
    const next = new Set(selected)
    if (!next.delete(row.applicationId)) next.add(row.applicationId)
    setSelected(next)
  }
  const empty = state === 'ready' && rows.length === 0
  return (
    <View className="queue">
      <View className="between queue__head">
        <Heading level={2} className="queue__title">
          {`${words.title[filter.whose]} ${counts ? words.count(counts.all) : ''}`}
        </Heading>
        {rows.length > 0 && (
          <Tap className="queue__select" onTap={() => setSelected(selected ? undefined : new Set())}>
            {selected ? words.selectEnd : words.select}
          </Tap>
        )}
      </View>
      <Filters filter={filter} counts={counts} onChange={onFilter} />
      {selected && (
        <Bulk
          rows={rows.filter((row) => selected.has(row.applicationId))}
          onDone={() => {
            setSelected(undefined)
            void queue.again()
          }}
        />
      )}
      {state === 'loading' && rows.length === 0 && <Skeleton rows={5} />}
      {(state === 'offline' || state === 'failed') && (
        <Failed words={queue.words || wording.offline} onAgain={queue.again} />
      )}
      {empty && filter.search !== '' && <Empty words={words.emptySearch} />}
      {empty && filter.search === '' && (
        <Empty
          words={words.empty[filter.whose]}
          {...(filter.whose === 'mine'
            ? { step: words.emptyStep, onStep: () => onFilter({ ...filter, whose: 'unclaimed', light: 'all' }) }
            : {})}
        />
      )}
      <View className="queue__rows">
        {rows.map((row) => (
          <View key={row.applicationId} id={`queue-${row.applicationId}`}>
            <QueueRowView
              row={row}
              current={row.applicationId === currentId}
              {...(selected ? { selected: selected.has(row.applicationId) } : {})}
              onOpen={() => tap(row)}
            />
          </View>
        ))}
      </View>
      {queue.more && (
        <Button look="secondary" block onTap={queue.next}>
          {wording.more}
        </Button>
      )}
      {state === 'ready' && !queue.more && rows.length > 0 && <EndMark />}
    </View>
  )
}
