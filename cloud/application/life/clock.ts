import type { DeadlineKind, PauseReason } from '../../../types/application'
import { addWorkingDays, nextClosing, type Pause } from '../../deadlines/working-days'

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

/** Calendar days after an instant. */
export const daysAfter = (from: Date, days: number): Date => new Date(from.getTime() + days * 86_400_000)

/** 特别程序 in words, as they stand in the explained calendar. */
export interface ApplicationPause {
  from: Date
  until: Date | null
  reason: PauseReason
  why: string
}
