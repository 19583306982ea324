import { View } from '@tarojs/components'
import { useState } from 'react'
import { Heading } from '../../../../components/heading'
import { ListState } from '../../../../components/list-state'
import { Sheet } from '../../../../components/sheet'
import { Tap } from '../../../../components/tap'
import { client } from '../../../../platform/client'
import { useKeys } from '../../../../platform/use-keys'
import { useList } from '../../../../platform/use-list'
import { useWide } from '../../../../platform/use-wide'
import { CommunityFrame } from '../../frame'
import { JoinView } from '../../joins/view'
import { joinsWording as words } from '../../joins/wording'
import { useFresh } from '../../use-fresh'

/** 要加入的: who waits to be confirmed, the longest waiting first. */
export default function BranchJoinsPage() {
  const wide = useWide()
  const [chosen, setChosen] = useState<number>()
  const list = useList((cursor) => client.hub.joinRequests(cursor ? { cursor } : {}), 'joins')
  useFresh(list.again)
  const { rows, state } = list
  const now = new Date()
  const row = rows.find(({ joinRequestId }) => joinRequestId === chosen) ?? (wide ? rows[0] : undefined)
  const walk = (by: number) => {
    const at = rows.findIndex(({ joinRequestId }) => joinRequestId === row?.joinRequestId)
    setChosen(rows[Math.min(rows.length - 1, Math.max(0, at + by))]?.joinRequestId)
  }
  const [down, up] = [() => walk(1), () => walk(-1)]
  useKeys(wide ? { j: down, ArrowDown: down, k: up, ArrowUp: up } : {})
  const done = async () => {
    setChosen(undefined)
    await list.again()
  }
  const left = (
    <View className="branch-list">
      {rows.length > 0 && (
        <Heading level={2} className="branch-lead">
          {words.lead(rows.length, state === 'ready' || state === 'more')}
        </Heading>
      )}
      {rows.length > 0 && <View className="t-note">{words.note}</View>}
      {rows.map((one) => {
        const on = wide && one === row
        return (
          <Tap
            key={one.joinRequestId}
            role="link"
            chosen={on}
            className={`branch-row ${on ? 'branch-row--on' : ''}`}
            onTap={() => setChosen(one.joinRequestId)}
          >
            <View className="t-strong">{one.nickname}</View>
            <View className="t-note">{words.asked(one.areaName, one.askedAt, now)}</View>
          </Tap>
        )
      })}
      <ListState list={list} empty={words.empty} />
    </View>
  )
  if (!wide)
    return (
      <CommunityFrame title={words.title} at="joins">
        {left}
        <Sheet open={row !== undefined} title={words.title} onClose={() => setChosen(undefined)}>
          {row && <JoinView key={row.joinRequestId} row={row} onDone={done} />}
        </Sheet>
      </CommunityFrame>
    )
  return (
    <CommunityFrame title={words.title} at="joins" columns>
      <View className="staff-columns staff-columns--two">
        <View className="staff-column">{left}</View>
        <View className="staff-column staff-column--main">
          <View className="branch-middle">
            {row ? (
              <JoinView key={row.joinRequestId} row={row} onDone={done} />
            ) : (
              rows.length > 0 && <View className="t-note">{words.choose}</View>
            )}
          </View>
        </View>
      </View>
    </CommunityFrame>
  )
}
