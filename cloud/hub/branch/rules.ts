import {
  type MeetingAction,
  type MeetingKind,
  type MeetingStatus,
  meetingKinds,
  meetingPeriods,
} from '../../../types/hub'
import { addDays, type Day } from '../../deadlines/day'

/** Pure decisions about the life of a branch. */

export type Period = (typeof meetingPeriods)[MeetingKind]

const months: Record<Period, number> = { month: 1, quarter: 3, year: 12 }

/** Number of the period a day lies in, counted from year 0; the next period is one more. */
export function periodOf(day: Day, period: Period): number {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return Math.floor((year * 12 + month - 1) / months[period])
}

/** The last day of a period. */
export function endOfPeriod(nth: number, period: Period): Day {
  const next = (nth + 1) * months[period]
  const first = `${String(Math.floor(next / 12)).padStart(4, '0')}-${String((next % 12) + 1).padStart(2, '0')}-01`
  return addDays(first, -1)
}

export interface Owed {
  kind: MeetingKind
  period: Period
  lastOn: Day | null
  dueOn: Day
  missed: number
  overdue: boolean
}

/**
 * What a branch owes by kind, the longest overdue first. One meeting of a kind a period; the next is owed in the period after the last one's, or, when there was none, in the first
 * period that began on or after the branch's founding. What was missed is counted, and one meeting puts it right.
 *
 * @param last the day of the last meeting of each kind that was held
 */
export function owedMeetings(
  branch: { foundedOn: Day; committee: boolean; groups: boolean },
  last: Partial<Record<MeetingKind, Day>>,
  today: Day,
): Owed[] {
  return meetingKinds
    .filter((kind) => isOwed(kind, branch))
    .map((kind) => {
      const period = meetingPeriods[kind]
      const lastOn = last[kind] ?? null
      const owedIn = lastOn === null ? firstWhole(branch.foundedOn, period) : periodOf(lastOn, period) + 1
      const missed = Math.max(0, periodOf(today, period) - owedIn)
      return { kind, period, lastOn, dueOn: endOfPeriod(owedIn, period), missed, overdue: missed > 0 }
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

/** A branch without a committee or groups holds no meetings of them. */
export const isOwed = (kind: MeetingKind, branch: { committee: boolean; groups: boolean }): boolean =>
  (kind !== 'committee' || branch.committee) && (kind !== 'group' || branch.groups)

function firstWhole(foundedOn: Day, period: Period): number {
  const nth = periodOf(foundedOn, period)
  return addDays(endOfPeriod(nth - 1, period), 1) === foundedOn ? nth : nth + 1
}

/** What somebody may do with a meeting now, for its page. */
export function meetingActions(
  meeting: { status: MeetingStatus; startsAt: Date; forMe: boolean },
  officer: boolean,
  now: Date,
): MeetingAction[] {
  const { status, startsAt, forMe } = meeting
  const begun = startsAt <= now
  return [
    ...(status === 'planned' && !begun && forMe ? (['answer'] as const) : []),
    ...(officer && status === 'planned' && !begun ? (['change'] as const) : []),
    ...(officer && status === 'planned' ? (['cancel'] as const) : []),
    ...(officer && status !== 'cancelled' && begun ? (['record'] as const) : []),
  ]
}
