import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type PromiseStatus, promiseStatuses } from '../../../../../types/hub'
import { Chips } from '../../../../components/chips'
import { Heading } from '../../../../components/heading'
import { ListState } from '../../../../components/list-state'
import { Sheet } from '../../../../components/sheet'
import { client } from '../../../../platform/client'
import { useAsk } from '../../../../platform/use-ask'
import { useList } from '../../../../platform/use-list'
import { Keep } from '../../diary/keep'
import { PromiseCard } from '../../diary/promise-card'
import { promiseWording as words } from '../../diary/wording'
import { HostFrame } from '../../frame'
import type { Promised } from '../../shapes'
import { useFresh } from '../../use-fresh'

type Side = 'hub' | 'branch'
const filters = promiseStatuses.map((value) => ({ value, words: words.filter[value] }))
const sides = (['hub', 'branch'] as const).map((value) => ({ value, words: words.side[value] }))

/** 答应的事: what my hubs promised on their visits, with its clock; for the lead of a branch, what its hubs did not keep. */
export default function BranchPromisesPage() {
  const { params } = useRouter()
  const { asked } = useAsk(() => client.hub.myHubs({}), 'myHubs')
  const parts = asked.state === 'ready' ? asked.value.hubs.map(({ part }) => part) : []
  const [leads, answers] = [parts.includes('branchLead'), parts.some((part) => part !== 'branchLead')]
  const [picked, setPicked] = useState<Side | undefined>(params.side === 'branch' ? 'branch' : undefined)
  // Who only leads a branch has nothing to keep himself.
  const side: Side = picked ?? (leads && !answers ? 'branch' : 'hub')
  const [wished, setWished] = useState<PromiseStatus | undefined>(params.status === 'broken' ? 'broken' : undefined)
  const [counts, setCounts] = useState<{ broken: number; open: number }>()
  // What is late comes first, once that is known.
  const status = wished ?? (counts && counts.broken > 0 ? 'broken' : 'open')
  const [open, setOpen] = useState<Promised>()
  const list = useList(async (cursor) => {
    const answer = await client.hub.promises({ side, status, ...(cursor ? { cursor } : {}) })
    if (answer.ok) setCounts({ broken: answer.value.broken, open: answer.value.open })
    return answer
  }, `${side}/${status}`)
  useFresh(list.again)
  const kept = async () => {
    setOpen(undefined)
    await list.again()
  }
  return (
    <HostFrame title={words.title} at="promises">
      <View className="staff-narrow stack">
        {counts && (
          <Heading level={2} className="branch-lead">
            {words.lead(counts.broken, counts.open)}
          </Heading>
        )}
        {leads && answers && <Chips label={words.sides} items={sides} value={side} onChange={setPicked} />}
        <Chips label={words.filters} items={filters} value={status} onChange={setWished} />
        <View className="branch-list">
          {list.rows.map((row) => (
            <PromiseCard key={row.promiseId} row={row} onOpen={() => setOpen(row)} />
          ))}
        </View>
        <ListState list={list} empty={words.empty[status]} />
      </View>
      <Sheet open={open !== undefined} title={words.title} onClose={() => setOpen(undefined)}>
        {open && <Keep key={open.promiseId} row={open} onKept={kept} />}
      </Sheet>
    </HostFrame>
  )
}
