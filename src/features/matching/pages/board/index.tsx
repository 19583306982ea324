import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { roleOf } from '../../../../components/spoken'
import { Tap } from '../../../../components/tap'
import { go } from '../../../../platform/routes'
import { useKeys } from '../../../../platform/use-keys'
import { useWide } from '../../../../platform/use-wide'
import { BoardList } from '../../board/list'
import { BoardMap } from '../../board/map'
import { BoardTable } from '../../board/table'
import { type LiveBoard, useBoard } from '../../board/use-board'
import { boardWording as words } from '../../board/wording'
import { Frame } from '../../frame'
import { RequestView } from '../../request/view'
import { wording } from '../../wording'

type Look = 'list' | 'map' | 'table'

/** 匹配: the requests, where they are, and one of them, beside one another on a wide screen; on a phone the list leads to the request. */
export default function MatchingPage() {
  const wide = useWide()
  const board = useBoard()
  const asked = Number(useRouter().params.helpRequestId)
  const [chosen, setChosen] = useState<number | undefined>(asked || undefined)
  const { rows } = board
  const current = chosen ?? rows[0]?.helpRequestId
  const walk = (by: number) => {
    const at = rows.findIndex(({ helpRequestId }) => helpRequestId === current)
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))]
    if (!next) return
    setChosen(next.helpRequestId)
    document.getElementById(`help-${next.helpRequestId}`)?.scrollIntoView({ block: 'nearest' })
  }
  const [down, up] = [() => walk(1), () => walk(-1)]
  useKeys(wide ? { j: down, ArrowDown: down, k: up, ArrowUp: up } : {})
  if (!wide) return <Narrow board={board} />
  return (
    <Frame title={wording.product} at="board" aside={<LastRun board={board} />} columns>
      <View className="staff-columns">
        <View className="staff-column">
          <BoardList board={board} currentId={current} onOpen={setChosen} />
        </View>
        <Middle board={board} looks={['map', 'table']} currentId={current} onOpen={setChosen} />
        <View className="staff-column staff-column--right">
          {current === undefined ? (
            <View className="t-note">{words.choose}</View>
          ) : (
            <RequestView
              key={current}
              helpRequestId={current}
              row={rows.find(({ helpRequestId }) => helpRequestId === current)}
              numbers={board.numbers}
              onMoved={board.again}
              keys
            />
          )}
        </View>
      </View>
    </Frame>
  )
}

/** On a phone one after the other; a notice leads on to its request. */
function Narrow({ board }: { board: LiveBoard }) {
  const open = (helpRequestId: number) => go('matchingRequest', { helpRequestId })
  const [look, setLook] = useState<Look>('list')
  return (
    <Frame title={words.title} at="board">
      <View className="stack">
        <LastRun board={board} />
        <Looks looks={['list', 'map', 'table']} value={look} onChange={setLook} />
        {look === 'list' ? (
          <BoardList board={board} onOpen={open} />
        ) : (
          <Picture board={board} look={look} currentId={undefined} onOpen={open} />
        )}
      </View>
    </Frame>
  )
}

interface MiddleProps {
  board: LiveBoard
  currentId: number | undefined
  onOpen: (helpRequestId: number) => void
}

function Middle({ looks, ...props }: MiddleProps & { looks: readonly Look[] }) {
  const [look, setLook] = useState<Look>('map')
  return (
    <View className="staff-column staff-column--middle">
      <Looks looks={looks} value={look} onChange={setLook} />
      <Picture look={look} {...props} />
    </View>
  )
}

function Picture({ board, look, currentId, onOpen }: MiddleProps & { look: Look }) {
  const { asked, rows, numbers } = board
  if (asked.state !== 'ready') return null
  const shared = { rows, numbers, currentId, onOpen }
  return look === 'table' ? (
    <View className="match-scroll">
      <View className="card">
        <BoardTable {...shared} />
      </View>
    </View>
  ) : (
    <BoardMap board={asked.value} {...shared} />
  )
}

interface LooksProps {
  looks: readonly Look[]
  value: Look
  onChange: (look: Look) => void
}

function Looks({ looks, value, onChange }: LooksProps) {
  return (
    <View className="match-views" {...roleOf('tablist')} aria-label={words.views}>
      {looks.map((look) => (
        <Tap
          key={look}
          role="tab"
          chosen={look === value}
          className={`match-view ${look === value ? 'match-view--on' : ''}`}
          onTap={() => onChange(look)}
        >
          {words.view[look]}
        </Tap>
      ))}
    </View>
  )
}

function LastRun({ board: { asked } }: { board: LiveBoard }) {
  if (asked.state !== 'ready') return null
  const { lastRun } = asked.value
  const minutes = lastRun ? (Date.now() - lastRun.at.getTime()) / 60_000 : 0
  return <View className="t-note nowrap">{lastRun ? words.ran(lastRun.at, minutes) : words.neverRan}</View>
}
