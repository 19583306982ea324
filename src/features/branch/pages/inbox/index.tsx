import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Empty } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { go, pathOf } from '../../../../platform/routes'
import { useSignedIn } from '../../../../platform/session'
import { useKeys } from '../../../../platform/use-keys'
import { useList } from '../../../../platform/use-list'
import { useWhileShown } from '../../../../platform/use-while-shown'
import { useWide } from '../../../../platform/use-wide'
import { ContactView } from '../../contact/view'
import { HostFrame } from '../../frame'
import { InboxList, type InboxTab } from '../../inbox/list'
import { inboxWording as words } from '../../inbox/wording'
import type { InboxRow } from '../../shapes'
import { useFresh } from '../../use-fresh'
import { wording } from '../../wording'

const refreshMs = 60_000

/** 来问的事: the list, one thread and what to do with it beside one another on a wide screen; on a phone the list leads to the thread. */
export default function BranchInboxPage() {
  const wide = useWide()
  const signedIn = useSignedIn()
  const [tab, setTab] = useState<InboxTab>('open')
  const [chosen, setChosen] = useState<number | undefined>(Number(useRouter().params.contactId) || undefined)
  const listed = useList(
    (cursor) => client.hub.hubInbox({ ended: tab === 'ended', ...(cursor ? { cursor } : {}) }),
    `${tab}/${signedIn}`,
  )
  const list = { ...listed, rows: mineFirst(listed.rows) }
  useFresh(list.again)
  // The clocks go on; so does what others ask.
  useWhileShown(() => list.state === 'end' && void list.again(), signedIn ? refreshMs : 0)
  const { rows } = list
  const current = chosen ?? rows[0]?.contactId
  const walk = (by: number) => {
    const at = rows.findIndex(({ contactId }) => contactId === current)
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))]
    if (!next) return
    setChosen(next.contactId)
    document.getElementById(`contact-${next.contactId}`)?.scrollIntoView({ block: 'nearest' })
  }
  const [down, up] = [() => walk(1), () => walk(-1)]
  useKeys(wide ? { j: down, ArrowDown: down, k: up, ArrowUp: up } : {})
  const turn = (to: InboxTab) => {
    setTab(to)
    setChosen(undefined)
  }
  if (!signedIn)
    return (
      <HostFrame title={words.title}>
        <Empty
          words={wording.needSignIn}
          step={wording.signIn}
          onStep={() => go('signIn', { next: pathOf('branchInbox') })}
        />
      </HostFrame>
    )
  if (!wide)
    return (
      <HostFrame title={words.title} at="inbox">
        <InboxList list={list} tab={tab} onTab={turn} onOpen={(contactId) => go('branchContact', { contactId })} />
      </HostFrame>
    )
  return (
    <HostFrame title={words.title} at="inbox" columns>
      <View className="staff-columns">
        <View className="staff-column">
          <InboxList list={list} tab={tab} currentId={current} onTab={turn} onOpen={setChosen} />
        </View>
        {current === undefined ? (
          <View className="staff-column staff-column--main t-note">{words.choose}</View>
        ) : (
          <ContactView key={current} contactId={current} wide onMoved={list.again} />
        )}
      </View>
    </HostFrame>
  )
}

/** What I owe, then what somebody else does, then what nobody does any more; within each the most urgent first, as it came. */
const mineFirst = (rows: readonly InboxRow[]) => [
  ...rows.filter(({ mine, dueAt }) => dueAt && mine),
  ...rows.filter(({ mine, dueAt }) => dueAt && !mine),
  ...rows.filter(({ dueAt }) => !dueAt),
]
