import { useState } from 'react'
import { Chips } from '../../../../components/chips'
import { Shell } from '../../../../components/shell'
import { useMe } from '../../../../platform/session'
import { FollowUps, ToApprove, ToVerify } from '../../follow/lists'
import { SignedIn, Stack } from '../../gate'
import { workWording as words } from '../../wording'

type Tab = keyof typeof words.tabs

/** Whoever follows up: proposals with their days; for the community also openings to approve and enterprises to verify. */
export default function FollowPage() {
  return (
    <SignedIn title={words.follow} page="workFollow">
      <Follow />
    </SignedIn>
  )
}

function Follow() {
  const community = useMe()?.grants.some(({ role }) => role === 'communityAdmin')
  const tabs: Tab[] = community ? ['mine', 'all', 'approve', 'verify'] : ['mine', 'all']
  const [tab, setTab] = useState<Tab>('mine')
  return (
    <Shell title={words.follow}>
      <Stack>
        <Chips
          label={words.follow}
          items={tabs.map((value) => ({ value, words: words.tabs[value] }))}
          value={tab}
          onChange={setTab}
        />
        {(tab === 'mine' || tab === 'all') && <FollowUps key={tab} all={tab === 'all'} />}
        {tab === 'approve' && <ToApprove />}
        {tab === 'verify' && <ToVerify />}
      </Stack>
    </Shell>
  )
}
