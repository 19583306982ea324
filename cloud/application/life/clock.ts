import type { DeadlineKind, PauseReason } from '../../../types/application'
import {
  addWorkingDays,
  dayOf,
  explainDeadline,
  nextClosing,
  type Pause,
  workingDaysLeft,
} from '../../deadlines/working-days'

/** What is waited for and by when, after each step. Pure. */

/** Numbers a county may set (working days unless the name says otherwise). */
export interface Settings {
  noticeDays: number
  deliveryDays: number
  callBackDays: number
  /** Calendar days. */
  appealDays: number
  appealAnswerDays: number
  /** Calendar days. */
  closeDays: number
  escalateDays: number
}

/** A clock as the application's row keeps it. `deadlineAt` is null while it lawfully stands still. */
export interface Clock {
  deadlineKind: DeadlineKind | null
  deadlineAt: Date | null
  clockStartedAt: Date | null
  clockLimit: number | null
  /** When it goes up to the next person, unless something happens; null where it never does. */
  escalateAt: Date | null
  escalation: 0 | 1 | 2
}

export const noClock: Clock = {
  deadlineKind: null,
  deadlineAt: null,
  clockStartedAt: null,
  clockLimit: null,
  escalateAt: null,
  escalation: 0,
}

/** Only what the staff has to do goes up; a notice that is not sent is answered by the system itself (视为受理). */
const goesUp = (kind: DeadlineKind) => kind === 'decision' || kind === 'delivery' || kind === 'appeal'

/** Starts a clock of `limit` working days at `from`. A limit of 0 means the same day (即办件): until business ends. */
export function startClock(kind: DeadlineKind, from: Date, limit: number, pauses: readonly Pause[] = []): Clock {
  const deadlineAt = limit === 0 ? nextClosing(from) : addWorkingDays(from, limit, pauses)
  return {
    deadlineKind: deadlineAt && kind,
    deadlineAt,
    clockStartedAt: from,
    clockLimit: limit,
    escalateAt: goesUp(kind) ? deadlineAt : null,
    escalation: 0,
  }
}

/** The working days that bind: the shorter of what is promised and what the law sets; 0 of the law means that it sets none. */
export function bindingLimit(item: {
  kind: 'onSpot' | 'promised'
  promisedLimit: number
  statutoryLimit: number
}): number {
  if (item.kind === 'onSpot') return 0
  return item.statutoryLimit > 0 ? Math.min(item.promisedLimit, item.statutoryLimit) : item.promisedLimit
}

/** When a deadline that has passed goes up once more: `days` working days later; null after the supervisor. */
export function nextEscalation(deadlineAt: Date, escalation: 1 | 2, days: number): Date | null {
  return escalation === 1 ? addWorkingDays(deadlineAt, days) : null
}

/**
 * The decision clock counted anew with its pauses and limit (after a pause began or ended, after an extension). Null while a pause holds it back. A
 * deadline that had passed before stays passed: what went up stays up.
 */
export function reclock(
  clock: Pick<Clock, 'clockStartedAt' | 'escalateAt' | 'escalation'>,
  limit: number,
  pauses: readonly Pause[],
  now: Date,
): Omit<Clock, 'clockStartedAt'> {
  if (!clock.clockStartedAt) throw new Error('a clock that never began cannot be counted anew')
  const deadlineAt =
    limit === 0 ? closingAfter(clock.clockStartedAt, pauses) : addWorkingDays(clock.clockStartedAt, limit, pauses)
  if (!deadlineAt) return { deadlineKind: null, deadlineAt, clockLimit: limit, escalateAt: null, escalation: 0 }
  const running = { deadlineKind: 'decision' as const, deadlineAt, clockLimit: limit }
  return deadlineAt > now
    ? { ...running, escalateAt: deadlineAt, escalation: 0 }
    : {
        ...running,
        escalateAt: clock.escalateAt ?? (clock.escalation === 0 ? deadlineAt : null),
        escalation: clock.escalation,
      }
}

/** Working days that counted from the start of a clock up to now, pauses left out. */
export function daysTaken(startedAt: Date, pauses: readonly Pause[], now: Date): number {
  const most = Math.max(0, workingDaysLeft(startedAt, now)) + 1
  const { rows } = explainDeadline(startedAt, most, pauses, now)
  return rows.filter(({ kind, day }) => kind === 'counted' && day <= dayOf(now)).length
}

/** For what is done on the spot: the end of business of the day, or of the day on which its last pause ended. */
function closingAfter(from: Date, pauses: readonly Pause[]): Date | null {
  const closing = nextClosing(from)
  const held = pauses.filter((pause) => pause.from < closing)
  if (held.some(({ until }) => until === null)) return null
  const ends = held.map(({ until }) => (until as Date).getTime())
  return nextClosing(new Date(Math.max(from.getTime(), ...ends)))
}

/** Calendar days after an instant. */
export const daysAfter = (from: Date, days: number): Date => new Date(from.getTime() + days * 86_400_000)

/** 特别程序 in words, as they stand in the explained calendar. */
export interface ApplicationPause {
  from: Date
  until: Date | null
  reason: PauseReason
  why: string
}
