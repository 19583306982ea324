import type { ActivityDetail } from '../../../../types/activity'
import { Button } from '../../../components/button'
import { client } from '../../../platform/client'
import { go, pathOf } from '../../../platform/routes'
import { say, wordsOf } from '../../../platform/say'
import { useSignedIn } from '../../../platform/session'
import { editRefusal } from '../publish/wording'
import { runWording } from '../run/wording'
import { wording } from '../wording'

const words = wording.detail

interface BarProps {
  activity: ActivityDetail
  /** The code of the invitation that led here. */
  invite: string
  onChanged: () => void
}

/** The bar of an activity: inviting, looking after it, and the one thing that is next. */
export function DetailBar({ activity, invite, onChanged }: BarProps) {
  const { activityId, allowedActions: may } = activity
  const published = activity.status === 'published'
  return (
    <>
      {published && (
        <Button look="secondary" icon="share" label={words.share} onTap={() => go('invite', { activityId })} />
      )}
      {may.includes('manage') && (
        <Button look="secondary" icon="list" label={words.organiser} onTap={() => go('console', { activityId })} />
      )}
      {!may.includes('manage') && may.includes('edit') && (
        <Button look="secondary" icon="edit" label={runWording.edit} onTap={() => go('publish', { activityId })} />
      )}
      <Next activity={activity} invite={invite} onChanged={onChanged} />
    </>
  )
}

/** The one thing that is next; a closed door says why it is closed. */
function Next({ activity, invite, onChanged }: BarProps) {
  const signedIn = useSignedIn()
  const { activityId, allowedActions: may } = activity
  if (may.includes('approve')) {
    return (
      <Button block onTap={() => go('approvals')}>
        {words.approve}
      </Button>
    )
  }
  if (may.includes('submit')) {
    const submit = async () => {
      try {
        const answer = await client.activity.submit({ activityId })
        say(
          answer.ok
            ? answer.value.status === 'published'
              ? words.published
              : words.submitted
            : editRefusal(answer.refusal),
        )
      } catch (error) {
        say(wordsOf(error))
      }
      onChanged()
    }
    return (
      <Button block onTap={submit}>
        {words.submit}
      </Button>
    )
  }
  if (may.includes('checkIn') || may.includes('checkOut')) {
    return (
      <Button block icon="scan" onTap={() => go('checkIn', { activityId })}>
        {may.includes('checkIn') ? words.checkIn : words.checkOut}
      </Button>
    )
  }
  if (may.includes('rate')) {
    return (
      <Button block icon="star" onTap={() => go('rate', { activityId })}>
        {words.rate}
      </Button>
    )
  }
  if (may.includes('signUp')) {
    const full = activity.capacity !== null && activity.taken >= activity.capacity
    const target = { activityId, invite: invite || undefined }
    const start = () => (signedIn ? go('signUp', target) : go('signIn', { next: pathOf('signUp', target) }))
    return (
      <Button block onTap={start}>
        {full && activity.waitlist ? words.joinWaitlist : words.signUp}
      </Button>
    )
  }
  if (may.includes('signUpOnBehalf')) {
    return (
      <Button block look="secondary" onTap={() => go('signUp', { activityId, others: 1, invite: invite || undefined })}>
        {words.forOthers}
      </Button>
    )
  }
  if (activity.status === 'ended') {
    return (
      <Button block look="secondary" icon="star" onTap={() => go('ratings', { activityId })}>
        {words.seeRatings}
      </Button>
    )
  }
  return (
    <Button block disabled look="secondary">
      {closedBecause(activity, new Date())}
    </Button>
  )
}

function closedBecause(activity: ActivityDetail, now: Date): string {
  if (activity.status === 'cancelled') return words.cancelled
  if (activity.status === 'submitted') return wording.detail.submitted
  return now < activity.signUpOpensAt ? words.opensAt(activity.signUpOpensAt) : words.closed
}
