import type { WeeklySpan } from '../../../types/volunteer'

/** Times of a week as spans of minutes and as cells of a grid. Pure. */

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export const parts = ['morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof parts)[number]

/** Wide, and together without a gap: a shift fits only when all of it is covered. */
const partMinutes: Record<DayPart, readonly [from: number, until: number]> = {
  morning: [6 * 60, 12 * 60],
  afternoon: [12 * 60, 18 * 60],
  evening: [18 * 60, 22 * 60],
}

/** Spans in order, those of one day that touch or overlap joined. */
export function joined(spans: readonly WeeklySpan[]): WeeklySpan[] {
  const out: WeeklySpan[] = []
  for (const span of [...spans].sort((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute)) {
    const last = out.at(-1)
    if (span.fromMinute >= span.untilMinute) continue
    if (last?.weekday === span.weekday && span.fromMinute <= last.untilMinute)
      last.untilMinute = Math.max(last.untilMinute, span.untilMinute)
    else out.push({ ...span })
  }
  return out
}

const within = (weekly: readonly WeeklySpan[], weekday: number, part: DayPart) => {
  const [from, until] = partMinutes[part]
  return weekly.filter((one) => one.weekday === weekday && one.fromMinute < until && one.untilMinute > from)
}

/** Whether any of this part of the day is free. */
export const isFree = (weekly: readonly WeeklySpan[], weekday: number, part: DayPart) =>
  within(weekly, weekday, part).length > 0

/** Turns a cell: free where nothing was, otherwise not free at all. */
export function turn(weekly: readonly WeeklySpan[], weekday: number, part: DayPart): WeeklySpan[] {
  const [fromMinute, untilMinute] = partMinutes[part]
  if (!isFree(weekly, weekday, part)) return joined([...weekly, { weekday, fromMinute, untilMinute }])
  return joined(
    weekly.flatMap((one) =>
      one.weekday === weekday
        ? [
            { ...one, untilMinute: Math.min(one.untilMinute, fromMinute) },
            { ...one, fromMinute: Math.max(one.fromMinute, untilMinute) },
          ]
        : [one],
    ),
  )
}

export interface ShiftGroup {
  days: number[]
  fromMinute: number
  untilMinute: number
}

/** Days with the same hours together, in the order of their first day. */
export function groupsOf(weekly: readonly WeeklySpan[]): ShiftGroup[] {
  const groups: ShiftGroup[] = []
  for (const { weekday, fromMinute, untilMinute } of joined(weekly)) {
    const same = groups.find((one) => one.fromMinute === fromMinute && one.untilMinute === untilMinute)
    if (same) same.days.push(weekday)
    else groups.push({ days: [weekday], fromMinute, untilMinute })
  }
  return groups
}

export const fromGroups = (groups: readonly ShiftGroup[]): WeeklySpan[] =>
  joined(
    groups.flatMap(({ days, fromMinute, untilMinute }) =>
      days.map((weekday) => ({ weekday, fromMinute, untilMinute })),
    ),
  )

/** 8:30 */
export const minuteWords = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
/** 08:30, as a wheel wants it. */
export const toWheel = (minute: number) => minuteWords(minute).padStart(5, '0')
export const fromWheel = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
