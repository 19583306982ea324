import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { Button } from '../../../../components/button'
import { Dated } from '../../../../components/dated'
import { Light } from '../../../../components/light'
import { ListState } from '../../../../components/list-state'
import { Tap } from '../../../../components/tap'
import { client } from '../../../../platform/client'
import { useSettled } from '../../../../platform/outbox'
import { go } from '../../../../platform/routes'
import { useList } from '../../../../platform/use-list'
import { KeptVisits } from '../../diary/kept-visits'
import { visitLight } from '../../diary/light'
import { operation } from '../../diary/use-write'
import { diaryWording as words } from '../../diary/wording'
import { HostFrame } from '../../frame'
import { useFresh } from '../../use-fresh'

/** 走访日记: the visits of my hubs, the newest first. */
export default function BranchVisitsPage() {
  const householdId = Number(useRouter().params.householdId) || undefined
  const list = useList(
    (cursor) => client.hub.visits({ ...(householdId ? { householdId } : {}), ...(cursor ? { cursor } : {}) }),
    `visits/${householdId}`,
  )
  useFresh(list.again)
  // What waited for the network is in the diary now.
  const settled = useSettled()
  const latest = useRef(list.again)
  latest.current = list.again
  useEffect(() => {
    if (settled?.entry.name === operation) void latest.current()
  }, [settled])
  const write = () => go('branchWriteVisit', { householdId })
  return (
    <HostFrame title={words.title} at="visits">
      <View className="staff-narrow stack">
        <View>{words.lead}</View>
        <Button block icon="edit" onTap={write}>
          {words.write}
        </Button>
        <KeptVisits />
        <View className="branch-list">
          {list.rows.map((row) => (
            <Tap key={row.visitId} className="branch-row" onTap={() => go('branchVisit', { visitId: row.visitId })}>
              <View className="branch-row__head">
                <View className="t-strong">{words.day(row.visitedOn)}</View>
                {row.promises > 0 && <Light {...visitLight(row)} />}
              </View>
              <View className="t-note">
                <Dated words={[row.hubName, words.row(row)].join(' · ')} />
              </View>
            </Tap>
          ))}
        </View>
        <ListState list={list} empty={words.empty} />
      </View>
    </HostFrame>
  )
}
