import { limits, type SignUpStatus } from '../../../types/activity'
import { checkInClosesAfter, checkInOpensAt } from '../view/rules'

/** What a check-in, a check-out or an undo does to a sign-up. Pure. */

export interface CheckInState {
  status: SignUpStatus
  answerBy: Date | null
  startsAt: Date
  endsAt: Date
  checkedInAt: Date | null
  /** Check-ins of this sign-up on the day of `at`. */
  checkInsThatDay: number
}

export type CheckInResult =
  | {
      result: 'recorded'
      status: 'confirmed' | 'checkedIn' | 'checkedOut'
      checkedInAt: Date | null
      checkedOutAt: Date | null
      nth: number | null
    }
  | { result: 'alreadyRecorded' | 'notNow' | 'tooManyToday' | 'notConfirmed' | 'nothingToUndo' | 'notCheckedIn' }

// Phones' clocks are not exact.
const clockSlackMs = 5 * 60_000

/** Decides one entry, recorded `at` and arriving `now` (perhaps much later, from a phone that was offline). */
export function decideCheckIn(s: CheckInState, action: 'in' | 'out' | 'undo', at: Date, now: Date): CheckInResult {
  const opens = checkInOpensAt(s)
  if (
    at < opens ||
    at.getTime() > s.endsAt.getTime() + checkInClosesAfter ||
    at.getTime() > now.getTime() + clockSlackMs
  )
    return { result: 'notNow' }
  if (action === 'in') return decideIn(s, at)
  if (action === 'out') {
    if (s.status === 'checkedOut') return { result: 'alreadyRecorded' }
    if (s.status !== 'checkedIn' || !s.checkedInAt) return { result: 'notCheckedIn' }
    const checkedOutAt = at < s.checkedInAt ? s.checkedInAt : at
    return { result: 'recorded', status: 'checkedOut', checkedInAt: s.checkedInAt, checkedOutAt, nth: null }
  }
  if (s.status === 'checkedIn')
    return { result: 'recorded', status: 'confirmed', checkedInAt: null, checkedOutAt: null, nth: null }
  if (s.status === 'checkedOut')
    return { result: 'recorded', status: 'checkedIn', checkedInAt: s.checkedInAt, checkedOutAt: null, nth: null }
  return { result: 'nothingToUndo' }
}

function decideIn(s: CheckInState, at: Date): CheckInResult {
  if (s.status === 'checkedIn') return { result: 'alreadyRecorded' }
  // Somebody marked as a no-show because the phone that saw them was offline.
  const comes = (s.status === 'confirmed' && !s.answerBy) || s.status === 'checkedOut' || s.status === 'noShow'
  if (!comes) return { result: 'notConfirmed' }
  if (s.checkInsThatDay >= limits.checkInsADay) return { result: 'tooManyToday' }
  return { result: 'recorded', status: 'checkedIn', checkedInAt: at, checkedOutAt: null, nth: s.checkInsThatDay + 1 }
}

/** Scanning the screen: in, and later out. A second scan within five minutes is the same one seen twice. */
export function actionOfScan(s: Pick<CheckInState, 'status' | 'checkedInAt'>, now: Date): 'in' | 'out' | 'none' {
  if (s.status !== 'checkedIn' || !s.checkedInAt) return 'in'
  return now.getTime() - s.checkedInAt.getTime() < clockSlackMs ? 'none' : 'out'
}

/** Whole minutes between check-in and check-out; null while there is no check-out. */
export function minutesPresent(checkedInAt: Date | null, checkedOutAt: Date | null): number | null {
  return checkedInAt && checkedOutAt ? Math.floor((checkedOutAt.getTime() - checkedInAt.getTime()) / 60_000) : null
}
