import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ActivityStatus } from '../../../../../types/activity'
import { activityStatuses } from '../../../../../types/activity'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Chips } from '../../../../components/chips'
import { Shell } from '../../../../components/shell'
import { Empty, EndMark, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { go, pathOf } from '../../../../platform/routes'
import { useSignedIn } from '../../../../platform/session'
import { useList } from '../../../../platform/use-list'
import { ActivityRowView } from '../../activity-row'
import { publishWording } from '../../publish/wording'
import { activityStatusNames, wording } from '../../wording'

const words = wording.managed
const filters = [
  { value: 'all' as const, words: wording.all },
  ...activityStatuses.map((value) => ({ value, words: activityStatusNames[value] })),
]

/** What I run: drafts to finish, sign-ups to look after. */
export default function ManagedPage() {
  const signedIn = useSignedIn()
  const [status, setStatus] = useState<ActivityStatus | 'all'>('all')
  const list = useList(
    (cursor) => client.activity.managed({ status: status === 'all' ? undefined : status, cursor }),
    `${status}/${signedIn}`,
  )
  if (!signedIn) {
    return (
      <Shell title={words.title}>
        <Empty
          words={publishWording.needSignIn}
          step={wording.signIn}
          onStep={() => go('signIn', { next: pathOf('managed') })}
        />
      </Shell>
    )
  }
  return (
    <Shell
      title={words.title}
      bar={
        <Button block icon="plus" onTap={() => go('publish')}>
          {words.create}
        </Button>
      }
    >
      <View className="stack">
        <Chips label={words.title} items={filters} value={status} onChange={setStatus} />
        {list.state === 'loading' && <Skeleton />}
        {(list.state === 'offline' || list.state === 'failed') && (
          <Failed words={list.words || wording.offline} onAgain={list.again} />
        )}
        {list.state === 'end' && list.rows.length === 0 && <Empty words={words.empty} />}
        {list.rows.length > 0 && (
          <Card flush>
            {list.rows.map((row) => (
              <ActivityRowView
                key={row.activityId}
                activity={row}
                onTap={() =>
                  go(
                    row.allowedActions.includes('manage') ? 'console' : row.status === 'draft' ? 'publish' : 'activity',
                    { activityId: row.activityId },
                  )
                }
              />
            ))}
          </Card>
        )}
        {list.state === 'end' && list.rows.length > 0 && <EndMark />}
      </View>
    </Shell>
  )
}
