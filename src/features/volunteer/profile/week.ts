import type { WeeklySpan } from '../../../../types/volunteer'

/** When somebody is free every week, as spans of minutes and as cells of a grid. Pure. */

export const parts = ['morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof parts)[number]

/** Together they are a day without a gap: who is free all day is free over noon. */
export const partMinutes: Record<DayPart, readonly [from: number, until: number]> = {
  morning: [8 * 60, 12 * 60],
  afternoon: [12 * 60, 18 * 60],
  evening: [18 * 60, 21 * 60],
}
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

interface Minutes {
  fromMinute: number
  untilMinute: number
}

/** Spans of a day in order, those that touch or overlap joined, empty ones left out. */
export function joined(spans: readonly Minutes[]): Minutes[] {
  const all = spans.filter((one) => one.fromMinute < one.untilMinute).sort((a, b) => a.fromMinute - b.fromMinute)
  const out: Minutes[] = []
  for (const { fromMinute, untilMinute } of all) {
    const last = out.at(-1)
    if (last && fromMinute <= last.untilMinute) last.untilMinute = Math.max(last.untilMinute, untilMinute)
    else out.push({ fromMinute, untilMinute })
  }
  return out
}

/** What is left of spans without a piece of the day. */
function without(spans: readonly Minutes[], from: number, until: number): Minutes[] {
  return spans.flatMap((one) => [
    { fromMinute: one.fromMinute, untilMinute: Math.min(one.untilMinute, from) },
    { fromMinute: Math.max(one.fromMinute, until), untilMinute: one.untilMinute },
  ])
}

const dayOf = (weekly: readonly WeeklySpan[], weekday: number) => weekly.filter((one) => one.weekday === weekday)

/** The week with the spans of one day in the place of what was there. */
export function withDay(weekly: readonly WeeklySpan[], weekday: number, spans: readonly Minutes[]): WeeklySpan[] {
  return [
    ...weekly.filter((one) => one.weekday !== weekday),
    ...joined(spans).map((one) => ({ weekday, ...one })),
  ].sort((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute)
}

/** The pieces of a cell that are free; none: not free. */
export function freeIn(weekly: readonly WeeklySpan[], weekday: number, part: DayPart): Minutes[] {
  const [from, until] = partMinutes[part]
  return joined(
    dayOf(weekly, weekday).map((one) => ({
      fromMinute: Math.max(one.fromMinute, from),
      untilMinute: Math.min(one.untilMinute, until),
    })),
  )
}

export type CellState = 'free' | 'some' | 'none'

/** How much of a cell is free. */
export function cellOf(weekly: readonly WeeklySpan[], weekday: number, part: DayPart): CellState {
  const [from, until] = partMinutes[part]
  const free = freeIn(weekly, weekday, part)
  if (free.length === 0) return 'none'
  return free[0]?.fromMinute === from && free[0].untilMinute === until ? 'free' : 'some'
}

/** Turns a cell: free where nothing was, otherwise not free at all. */
export function turnCell(weekly: readonly WeeklySpan[], weekday: number, part: DayPart): WeeklySpan[] {
  const [from, until] = partMinutes[part]
  const day = dayOf(weekly, weekday)
  const next =
    cellOf(weekly, weekday, part) === 'none'
      ? [...day, { fromMinute: from, untilMinute: until }]
      : without(day, from, until)
  return withDay(weekly, weekday, next)
}

/** 8:30 */
export const minuteWords = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
/** 08:30, as a wheel wants it. */
export const toWheel = (minute: number) => minuteWords(minute).padStart(5, '0')
export const fromWheel = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
