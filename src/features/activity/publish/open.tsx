import type { ReactNode } from 'react'
import type { ActivityDetail } from '../../../../types/activity'
import { Shell } from '../../../components/shell'
import { Empty, Failed, Skeleton } from '../../../components/states'
import { client } from '../../../platform/client'
import { go, pathOf } from '../../../platform/routes'
import { type Me, useMe, useSignedIn } from '../../../platform/session'
import { useAsk } from '../../../platform/use-ask'
import { wording } from '../wording'
import { publishWording as words } from './wording'

interface OpenProps {
  title: string
  /** The activity that is changed; undefined for a new one. */
  activityId: number | undefined
  /** The page, once it is known who writes and what is changed. */
  children: (me: Me, activity: ActivityDetail | null) => ReactNode
}

/** Both pages of the form begin here: signed in, and with the activity that is changed. */
export function Open({ title, activityId, children }: OpenProps) {
  const signedIn = useSignedIn()
  const me = useMe()
  const { asked, again } = useAsk(
    () => (activityId ? client.activity.detail({ activityId }) : Promise.resolve({ ok: true as const, value: null })),
    String(activityId),
  )
  if (!signedIn) {
    return (
      <Shell title={title}>
        <Empty
          words={words.needSignIn}
          step={wording.signIn}
          onStep={() => go('signIn', { next: pathOf('publish') })}
        />
      </Shell>
    )
  }
  if (asked.state === 'ready' && me) return <>{children(me, asked.value)}</>
  return (
    <Shell title={title}>
      {asked.state === 'offline' || asked.state === 'failed' ? (
        <Failed words={wording.offline} onAgain={again} />
      ) : (
        <Skeleton rows={5} />
      )}
    </Shell>
  )
}
