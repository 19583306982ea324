import { View } from '@tarojs/components'
import { Heading } from '../../../components/heading'
import { Empty, EndMark, Failed, Skeleton } from '../../../components/states'
import { wording } from '../wording'
import { grouped, groups } from './groups'
import { BoardRowView } from './row'
import './style.scss'
import type { LiveBoard } from './use-board'
import { boardWording as words } from './wording'

interface BoardListProps {
  board: LiveBoard
  /** The request that is open beside the list. */
  currentId?: number | undefined
  onOpen: (helpRequestId: number) => void
}

/** Requests under way: what lacks somebody first, then what waits, then what is settled. */
export function BoardList({ board: { asked, again, rows, numbers }, currentId, onOpen }: BoardListProps) {
  if (asked.state === 'loading') return <Skeleton rows={6} />
  if (asked.state !== 'ready')
    return <Failed words={asked.state === 'failed' ? asked.words : wording.offline} onAgain={again} />
  if (rows.length === 0) return <Empty words={`${words.none}${words.noneNote}`} />
  const found = grouped(rows)
  return (
    <View className="match-list">
      <Heading level={2} className="match-list__lead">
        {words.lead(rows.length, found.waiting.length + found.taken.length)}
      </Heading>
      {groups.map((group) =>
        found[group].length === 0 ? null : (
          <View key={group} className="match-list__group">
            <View className="match-list__name">{words.group(words.groups[group], found[group].length)}</View>
            {found[group].map((row) => (
              <View key={row.helpRequestId} id={`help-${row.helpRequestId}`}>
                <BoardRowView
                  row={row}
                  number={numbers.get(row.helpRequestId) ?? 0}
                  current={row.helpRequestId === currentId}
                  onOpen={() => onOpen(row.helpRequestId)}
                />
              </View>
            ))}
          </View>
        ),
      )}
      <EndMark />
    </View>
  )
}
