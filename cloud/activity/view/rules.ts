import type { ActivityAction, SignUpAction } from '../../../types/activity'
import type { ActivityRecord, SignUpRecord } from './queries'

/** Pure decisions on what may be done now; pages show exactly what these allow. */

const minute = 60_000

/** Check-in opens an hour before the start and closes two hours after the end. */
export const checkInOpensBefore = 60 * minute
export const checkInClosesAfter = 120 * minute

/** Days after the end in which a rating may be given or changed. */
export const ratingDays = 7

type Window = Pick<ActivityRecord, 'startsAt' | 'endsAt'>

export const checkInOpensAt = (a: Window) => new Date(a.startsAt.getTime() - checkInOpensBefore)
export const checkInIsOpen = (a: Window, now: Date) =>
  now >= checkInOpensAt(a) && now.getTime() <= a.endsAt.getTime() + checkInClosesAfter

const attended = (s: Pick<SignUpRecord, 'status'>) => s.status === 'checkedIn' || s.status === 'checkedOut'

export function ratingIsOpen(a: Pick<ActivityRecord, 'endsAt'>, now: Date): boolean {
  return now > a.endsAt && now.getTime() <= a.endsAt.getTime() + ratingDays * 24 * 60 * minute
}

type Viewed = Pick<
  ActivityRecord,
  | 'status'
  | 'startsAt'
  | 'endsAt'
  | 'signUpOpensAt'
  | 'signUpClosesAt'
  | 'cancelUntil'
  | 'manages'
  | 'approves'
  | 'createdBy'
>

/** What the caller may do with an activity; `mine` is their own living sign-up. */
export function activityActions(a: Viewed, mine: SignUpRecord | undefined, me: number, now: Date): ActivityAction[] {
  const actions: ActivityAction[] = []
  const open = a.status === 'published' && now >= a.signUpOpensAt && now < a.signUpClosesAt
  if (open && !mine) actions.push('signUp')
  if (open && me !== 0) actions.push('signUpOnBehalf')
  if (mine && (mine.status === 'confirmed' || mine.status === 'checkedIn') && !mine.answerBy && checkInIsOpen(a, now)) {
    actions.push(mine.status === 'confirmed' ? 'checkIn' : 'checkOut')
  }
  if (mine && attended(mine) && ratingIsOpen(a, now)) actions.push('rate')
  if (!a.manages) return actions
  const over = a.status === 'ended' || a.status === 'cancelled'
  if (!over) actions.push('edit', 'cancel')
  if (a.status === 'draft') actions.push('submit')
  if (a.status === 'submitted' && a.createdBy === me) actions.push('takeBack')
  if (a.status === 'submitted' && a.approves) actions.push('approve', 'sendBack')
  if (a.status === 'published' || a.status === 'ended') actions.push('manage')
  return actions
}

/** What the caller may do with a sign-up of theirs, or, as the organiser, with anybody's. */
export function signUpActions(a: Viewed, s: SignUpRecord, as: 'self' | 'organiser', now: Date): SignUpAction[] {
  const actions: SignUpAction[] = []
  const live = s.status === 'requested' || s.status === 'confirmed' || s.status === 'waitlisted'
  const running = a.status === 'published'
  if (as === 'organiser') {
    if (s.status === 'requested' && running) actions.push('approve', 'reject')
    if (s.status === 'confirmed' && checkInIsOpen(a, now)) actions.push('checkIn')
    if (attended(s) && checkInIsOpen(a, now)) actions.push(s.status === 'checkedIn' ? 'checkOut' : 'undoCheckIn')
    return actions
  }
  if (s.answerBy && s.answerBy > now) actions.push('acceptPromotion', 'declinePromotion')
  else if (live && running && (now <= a.cancelUntil || s.status !== 'confirmed')) actions.push('cancel')
  if (s.status === 'confirmed' && !s.answerBy && checkInIsOpen(a, now)) actions.push('checkIn')
  if (s.status === 'checkedIn' && checkInIsOpen(a, now)) actions.push('checkOut')
  if (attended(s) && ratingIsOpen(a, now)) actions.push('rate')
  return actions
}
