import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../components/card'
import { Chips } from '../../components/chips'
import { Shell } from '../../components/shell'
import { Empty, EndMark, Failed, Skeleton } from '../../components/states'
import { ActivityRowView } from '../../features/activity/activity-row'
import { client } from '../../platform/client'
import { go } from '../../platform/routes'
import { useSignedIn } from '../../platform/session'
import { useList } from '../../platform/use-list'
import { OutboxNote } from '../outbox-note'
import { wording } from '../wording'

const words = wording.mine
const tabs = [
  { value: 'coming' as const, words: words.coming },
  { value: 'past' as const, words: words.past },
]

/** What I signed up for, coming and past. */
export default function MinePage() {
  const signedIn = useSignedIn()
  const [when, setWhen] = useState<'coming' | 'past'>('coming')
  const list = useList(
    (cursor) =>
      signedIn ? client.activity.mine({ when, cursor }) : Promise.resolve({ ok: true as const, value: { rows: [] } }),
    `${when}/${signedIn}`,
  )
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
        <Chips label={words.title} items={tabs} value={when} onChange={setWhen} />
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
      </View>
    </Shell>
  )
}
