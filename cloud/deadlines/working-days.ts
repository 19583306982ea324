import { type DayKind, dayKind } from './calendar'
import { addDays, type Day, dayOf, instantAt } from './day'
import { wording } from './wording'

/**
 * The clock of a promised or statutory limit, in working days. Pure: no database, no clock, no chance.
 *
 * - 行政许可法 art. 82: limits are working days, without public holidays.
 * - 民法典 art. 201: the day of the start does not count, the next one does. The law knows no moved start for what happens in the evening or
 *   on a holiday: whatever the hour, the first day counted is the next working day.
 * - 民法典 art. 203: the last day ends when business ends, here 17:00. Counting working days only, the last day never is a holiday.
 * - 行政许可法 art. 45: hearings, tests and expert review do not count; the day on which one begins or ends does not either, in the
 *   applicant's language “依法不算”.
 */

export { type DayKind, dayKind } from './calendar'
export { addDays, type Day, dayOf } from './day'

/** Business ends at this hour in Asia/Shanghai. */
export const closingHour = 17

/** A lawful pause of the clock; `until` is the first instant after it, null while it lasts. */
export interface Pause {
  from: Date
  until: Date | null
  reason: string
}

export interface DeadlineRow {
  day: Day
  kind: 'start' | 'counted' | 'weekend' | 'holiday' | 'paused'
  /** Of a counted day, from 1. */
  nth?: number
  /** 工作日, 调休上班, 周末, the festival, or the pause's own reason. */
  reason: string
  published: boolean
}

export interface ExplainedDeadline {
  /** Null while a pause lasts before the limit is used up. */
  deadline: Date | null
  /** Every day from the start to the deadline; with the deadline unknown, to today. */
  rows: DeadlineRow[]
  /** Some of the days are in a year whose notice is not out: say so beside the date. */
  restsOnUnpublished: boolean
}

export type Light = 'go' | 'soon' | 'late' | 'idle'

/**
 * The deadline: 17:00 of the `n`th counted working day after the day of `from`; null while an open pause holds it back.
 * RangeError unless `n` is a whole number from 1, and for what is not a day.
 */
export function addWorkingDays(from: Date | Day, n: number, pauses: readonly Pause[] = []): Date | null {
  checkLimit(n)
  const held = firstHeldDay(pauses)
  let day = typeof from === 'string' ? from : dayOf(from)
  for (let counted = 0; counted < n; ) {
    day = addDays(day, 1)
    if (held !== null && day >= held) return null
    if (dayKind(day).working && !pauseOn(day, pauses)) counted += 1
  }
  return instantAt(day, closingHour)
}

/**
 * Why the deadline is where it is, day by day. `now` ends the list while the deadline is unknown and changes nothing else.
 * RangeError unless `limit` is a whole number from 1.
 */
export function explainDeadline(
  startedAt: Date,
  limit: number,
  pauses: readonly Pause[],
  now: Date,
): ExplainedDeadline {
  const deadline = addWorkingDays(startedAt, limit, pauses)
  const start = dayOf(startedAt)
  const last = dayOf(deadline ?? now)
  const rows: DeadlineRow[] = []
  let nth = 0
  for (let day = addDays(start, 1); day <= last; day = addDays(day, 1)) {
    const row = rowOf(day, dayKind(day), pauseOn(day, pauses))
    if (row.kind === 'counted') row.nth = ++nth
    rows.push(row)
  }
  const restsOnUnpublished = rows.some((row) => !row.published)
  rows.unshift({ day: start, kind: 'start', reason: wording.startDay, published: dayKind(start).published })
  return { deadline, rows, restsOnUnpublished }
}

/** The first end of business at or after an instant: what “today” means for something done on the spot (即办件). */
export function nextClosing(now: Date): Date {
  let day = dayOf(now)
  while (!dayKind(day).working || instantAt(day, closingHour) < now) day = addDays(day, 1)
  return instantAt(day, closingHour)
}

/**
 * Working days left as a person says it: 0 today, 1 the next working day. Once the deadline has passed negative: -1 from that minute to the end
 * of the next working day (逾期 1 个工作日), -2 on the one after.
 */
export function workingDaysLeft(now: Date, deadline: Date): number {
  const today = dayOf(now)
  const last = dayOf(deadline)
  if (now <= deadline) return countWorkingDays(today, last)
  return -Math.max(1, countWorkingDays(last, today))
}

/**
 * The light of a case: late once the deadline is past, whatever happened after; idle while paused or without a deadline; soon with at most one working
 * day left; else go.
 */
export function lightOf(now: Date, deadline: Date | null, paused: boolean): Light {
  if (deadline && now > deadline) return 'late'
  if (paused || !deadline) return 'idle'
  return workingDaysLeft(now, deadline) <= 1 ? 'soon' : 'go'
}

/** Working days after `from` up to and including `to`. */
function countWorkingDays(from: Day, to: Day): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (dayKind(day).working) count += 1
  return count
}

function rowOf(day: Day, kind: DayKind, pause: Pause | undefined): DeadlineRow {
  const { reason, published } = kind
  if (!kind.working) return { day, kind: reason === wording.weekend ? 'weekend' : 'holiday', reason, published }
  if (pause) return { day, kind: 'paused', reason: pause.reason, published }
  return { day, kind: 'counted', reason, published }
}

/**
 * The pause that takes a day away. What begins after business leaves the day as worked, so that no pause can call back a deadline
 * that has passed.
 */
function pauseOn(day: Day, pauses: readonly Pause[]): Pause | undefined {
  const begins = instantAt(day, 0)
  const closes = instantAt(day, closingHour)
  return pauses.find(({ from, until }) => from < closes && (until === null || (until > begins && until > from)))
}

/** The first day that an open pause takes; from there on nothing can be counted. */
function firstHeldDay(pauses: readonly Pause[]): Day | null {
  const begins = pauses.filter(({ until }) => until === null).map(({ from }) => from.getTime())
  if (begins.length === 0) return null
  const from = new Date(Math.min(...begins))
  const day = dayOf(from)
  return from < instantAt(day, closingHour) ? day : addDays(day, 1)
}

function checkLimit(n: number): void {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`not a number of working days: ${n}`)
}
