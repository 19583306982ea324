import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../components/card'
import { Chips } from '../../components/chips'
import { Shell } from '../../components/shell'
import { Empty, EndMark, Failed, Skeleton } from '../../components/states'
import { ActivityRowView } from '../../features/activity/activity-row'
import { MyContacts } from '../../features/hub/my-contacts'
import { MyApplications } from '../../features/service/my-applications'
import { MyRequests } from '../../features/volunteer/my-requests'
import { MyTasks } from '../../features/volunteer/my-tasks'
import { useIsVolunteer } from '../../features/volunteer/use-volunteer'
import { client } from '../../platform/client'
import { go } from '../../platform/routes'
import { useSignedIn } from '../../platform/session'
import { useList } from '../../platform/use-list'
import { helpWording } from '../help-wording'
import { hubWording } from '../hub-wording'
import { OutboxNote } from '../outbox-note'
import { wording } from '../wording'

const words = wording.mine
const shown = ['coming', 'underWay', 'help', 'hub', 'serve', 'drafts', 'past', 'ended'] as const
const tabs = shown.map((value) => ({ value, words: { ...words, ...helpWording.mine, hub: hubWording.mine }[value] }))

/** What I signed up for, applied for, asked for and promised: to come, under way, not handed in, and behind. */
export default function MinePage() {
  const signedIn = useSignedIn()
  const volunteer = useIsVolunteer()
  const [when, setWhen] = useState<(typeof shown)[number]>('coming')
  if (!signedIn) {
    return (
      <Shell tab title={words.title}>
        <Empty words={words.needSignIn} step={words.signIn} onStep={() => go('signIn')} />
      </Shell>
    )
  }
  return (
    <Shell tab title={words.title}>
      <View className="stack">
        <OutboxNote />
        <Chips
          label={words.title}
          items={tabs.filter(({ value }) => value !== 'serve' || volunteer)}
          value={when}
          onChange={setWhen}
        />
        {(when === 'coming' || when === 'past') && <MySignUps when={when} />}
        {(when === 'underWay' || when === 'drafts' || when === 'ended') && <MyApplications when={when} />}
        {when === 'help' && <MyRequests />}
        {when === 'hub' && <MyContacts />}
        {when === 'serve' && <MyTasks />}
      </View>
    </Shell>
  )
}

function MySignUps({ when }: { when: 'coming' | 'past' }) {
  const list = useList((cursor) => client.activity.mine({ when, cursor }), when)
  return (
    <>
      {list.state === 'loading' && <Skeleton />}
      {(list.state === 'offline' || list.state === 'failed') && list.rows.length === 0 && (
        <Failed words={list.words || words.offline} onAgain={list.again} />
      )}
      {list.state === 'end' && list.rows.length === 0 && (
        <Empty
          words={when === 'coming' ? words.empty : words.emptyPast}
          step={words.step}
          onStep={() => go('activities')}
        />
      )}
      {list.rows.length > 0 && (
        <Card flush>
          {list.rows.map(({ activity, signUp }) => (
            <ActivityRowView key={signUp.signUpId} activity={{ ...activity, mySignUp: signUp }} />
          ))}
        </Card>
      )}
      {list.state === 'end' && list.rows.length > 0 && <EndMark />}
    </>
  )
}
