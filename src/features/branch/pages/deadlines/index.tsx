import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card, Row } from '../../../../components/card'
import { Chips } from '../../../../components/chips'
import { Light } from '../../../../components/light'
import { ListState } from '../../../../components/list-state'
import { Empty } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { go } from '../../../../platform/routes'
import { confirm } from '../../../../platform/say'
import { useMe } from '../../../../platform/session'
import { useList } from '../../../../platform/use-list'
import { useWhileShown } from '../../../../platform/use-while-shown'
import { useWide } from '../../../../platform/use-wide'
import { deadlinesWording as words } from '../../deadlines/wording'
import { CommunityFrame } from '../../frame'
import type { Deadline } from '../../shapes'
import { useFresh } from '../../use-fresh'
import { useStep } from '../../use-step'
import { lightOf } from '../../wording'

type Filter = 'all' | 'overdue'
const filters = (['all', 'overdue'] as const).map((value) => ({ value, words: words.filter[value] }))
const refreshMs = 60_000

/** 时限: what is owed in my areas, the most overdue first; whoever administers takes one over. */
export default function BranchDeadlinesPage() {
  const me = useMe()
  const wide = useWide()
  const [filter, setFilter] = useState<Filter>('all')
  const [overdue, setOverdue] = useState<number>()
  const list = useList(async (cursor) => {
    const answer = await client.hub.contactBoard(cursor ? { cursor } : {})
    if (answer.ok) setOverdue(answer.value.overdue)
    return answer
  }, 'deadlines')
  useFresh(list.again)
  useWhileShown(() => list.state === 'end' && void list.again(), refreshMs)
  const { busy, step } = useStep(list.again)
  const takes = me?.grants.some(({ role }) => role === 'communityAdmin') ?? false
  const now = new Date()
  const take = async ({ contactId, version }: Deadline) => {
    if (!(await confirm(words.takeSure, words.take))) return
    if (await step(() => client.hub.takeOverContact({ contactId, version }), words.taken))
      go('branchContact', { contactId })
  }
  // Those that are overdue come first: the rest is only left out.
  const rows = list.rows.filter((row) => filter === 'all' || row.overdue)
  return (
    <CommunityFrame title={words.title} at="deadlines">
      <View className="staff-narrow staff-narrow--broad stack">
        {overdue !== undefined && <View className="t-display">{words.lead(overdue)}</View>}
        <View className="t-note">{words.note}</View>
        <Chips label={words.filters} items={filters} value={filter} onChange={setFilter} />
        {rows.length > 0 && (
          <Card flush>
            {rows.map((row) => {
              const light = lightOf(row, now)
              return (
                <Row
                  key={row.contactId}
                  title={
                    <View className="branch-row__head">
                      <Light kind={light.kind} words={light.words} />
                      {wide && <View className="t-note">{words.where(row, now)}</View>}
                    </View>
                  }
                  note={words.asked(row)}
                  {...(takes
                    ? {
                        tail: (
                          <Button
                            look="secondary"
                            size="small"
                            loading={busy}
                            onTap={() => (row.mine ? go('branchContact', { contactId: row.contactId }) : take(row))}
                          >
                            {row.mine ? words.mine : words.take}
                          </Button>
                        ),
                      }
                    : {})}
                />
              )
            })}
          </Card>
        )}
        {rows.length === 0 && list.state === 'end' && list.rows.length > 0 ? (
          <Empty words={words.noneOverdue} />
        ) : (
          <ListState list={list} empty={words.empty} />
        )}
      </View>
    </CommunityFrame>
  )
}
