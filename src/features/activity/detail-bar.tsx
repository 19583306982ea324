import type { ActivityDetail } from '../../../types/activity'
import { Button } from '../../components/button'
import { env } from '../../platform/env'
import { share } from '../../platform/files'
import { go, pathOf } from '../../platform/routes'
import { useSignedIn } from '../../platform/session'
import { wording } from './wording'

const words = wording.detail

/** The bar of an activity: share, and the one thing that is next. */
export function DetailBar({ activity }: { activity: ActivityDetail }) {
  const signedIn = useSignedIn()
  const { activityId, allowedActions: may } = activity
  const full = activity.capacity !== null && activity.taken >= activity.capacity
  const now = new Date()
  const next = () => {
    if (may.includes('approve'))
      return (
        <Button block onTap={() => go('approvals')}>
          {words.approve}
        </Button>
      )
    if (may.includes('checkIn') || may.includes('checkOut')) {
      return (
        <Button block icon="scan" onTap={() => go('checkIn', { activityId })}>
          {may.includes('checkIn') ? words.checkIn : words.checkOut}
        </Button>
      )
    }
    if (may.includes('rate'))
      return (
        <Button block icon="star" onTap={() => go('rate', { activityId })}>
          {words.rate}
        </Button>
      )
    if (may.includes('signUp')) {
      const start = () =>
        signedIn ? go('signUp', { activityId }) : go('signIn', { next: pathOf('signUp', { activityId }) })
      return (
        <Button block onTap={start}>
          {full && activity.waitlist ? words.joinWaitlist : words.signUp}
        </Button>
      )
    }
    if (may.includes('signUpOnBehalf'))
      return (
        <Button block look="secondary" onTap={() => go('signUp', { activityId, others: 1 })}>
          {words.forOthers}
        </Button>
      )
    const why =
      now < activity.signUpOpensAt
        ? words.opensAt(activity.signUpOpensAt)
        : activity.status === 'cancelled'
          ? words.cancelled
          : words.closed
    return (
      <Button block disabled look="secondary">
        {why}
      </Button>
    )
  }
  return (
    <>
      <Button
        look="secondary"
        icon="share"
        label={words.share}
        openType={env.inWechat ? 'share' : undefined}
        onTap={() => !env.inWechat && share(activity.title, pathOf('activity', { activityId }))}
      />
      {may.includes('manage') && (
        <Button look="secondary" icon="list" label={words.organiser} onTap={() => go('console', { activityId })} />
      )}
      {!may.includes('manage') && may.includes('edit') && (
        <Button look="secondary" icon="edit" label={wording.console.edit} onTap={() => go('publish', { activityId })} />
      )}
      {next()}
    </>
  )
}
