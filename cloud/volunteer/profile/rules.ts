import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import type { TimeSpan, VolunteerStatus, WeeklySpan } from '../../../types/volunteer'
import { InvalidInput, refuse } from '../../platform/fault'
import { profileWording as wording } from './wording'

dayjs.extend(utc)
dayjs.extend(timezone)

/** Pure decisions about volunteers. */

/** The community of a community or grid. */
export const communityOf = (areaCode: string): string => areaCode.slice(0, 12)

/**
 * What saving makes of a person: new ones, those who had left, and those who moved to another community wait for its answer; everybody else stays what
 * they are.
 */
export function statusAfterSave(
  before: { status: VolunteerStatus; areaCode: string } | undefined,
  areaCode: string,
): VolunteerStatus {
  if (before === undefined || before.status === 'left') return 'applied'
  return communityOf(before.areaCode) === communityOf(areaCode) ? before.status : 'applied'
}

/** What becomes of a person who rests, comes back or leaves. Undefined: there is nothing to rest from or to come back to. */
export function statusAfterPresence(
  now: VolunteerStatus,
  presence: 'here' | 'paused' | 'left',
): VolunteerStatus | undefined {
  if (now === 'left') return undefined
  if (presence === 'left') return 'left'
  if (now === 'applied') return presence === 'here' ? 'applied' : undefined
  return presence === 'here' ? 'approved' : 'paused'
}

/** Checks the hours of a week: each ends after it begins, none overlaps another. Throws InvalidInput that names the field. */
export function decideWeekly(weekly: readonly WeeklySpan[]) {
  const backwards = weekly.findIndex((span) => span.untilMinute <= span.fromMinute)
  if (backwards >= 0)
    throw new InvalidInput([{ path: `weekly.${backwards}.untilMinute`, problem: wording.endsBeforeItBegins }])
  const inOrder = [...weekly].sort((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute)
  const overlap = inOrder.find((span, n) => {
    const before = inOrder[n - 1]
    return before?.weekday === span.weekday && before.untilMinute > span.fromMinute
  })
  return overlap ? refuse('timesOverlap', { weekday: overlap.weekday }) : undefined
}

export interface Exception extends TimeSpan {
  free: boolean
}

/** Days that exceptions may lie ahead. */
const exceptionDays = 370
const dayMs = 86_400_000

/** The exceptions that still matter, in order: what is over is dropped. Throws InvalidInput that names the field. */
export function decideExceptions(all: readonly Exception[], now: Date) {
  all.forEach((one, n) => {
    if (one.until <= one.from)
      throw new InvalidInput([{ path: `exceptions.${n}.until`, problem: wording.endsBeforeItBegins }])
    if (one.until.getTime() > now.getTime() + exceptionDays * dayMs)
      throw new InvalidInput([{ path: `exceptions.${n}.until`, problem: wording.tooFarAhead }])
  })
  const kept = all.filter((one) => one.until > now).sort((a, b) => a.from.getTime() - b.from.getTime())
  const overlap = kept.find((one, n) => {
    const before = kept[n - 1]
    return before !== undefined && before.until > one.from
  })
  if (overlap) return refuse('timesOverlap', { weekday: weekdayOf(overlap.from) })
  return kept
}

/** Monday is 1, in Asia/Shanghai. */
function weekdayOf(at: Date): number {
  const day = dayjs(at).tz('Asia/Shanghai').day()
  return day === 0 ? 7 : day
}

/** Whether something that is good until `until` (null: taken back) is over already. */
export const isOver = (until: Date | null, now: Date): boolean => until !== null && until <= now

/** What the staff may do with a volunteer now; everything needs that they administer his community. */
export function staffActions(status: VolunteerStatus, administers: boolean): string[] {
  if (!administers) return []
  if (status === 'left') return []
  return [...(status === 'applied' ? ['decideVolunteer'] : []), 'checkCertificate', 'setInsurance']
}
