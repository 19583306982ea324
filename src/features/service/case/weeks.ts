import { addDays, weekdayIndex } from '../../../platform/dates'
import type { Explanation } from '../shapes'

/** One day of the calendar that explains a deadline. `blank`: only there to fill the week. */
export interface Cell {
  day: string
  kind: Explanation['rows'][number]['kind'] | 'blank'
  nth: number | null
  reason: string
  today: boolean
  /** Counted, but still to come. */
  ahead: boolean
  last: boolean
}

/** The explained days in weeks from Monday, filled up at both ends. */
export function weeksOf({ rows, deadlineAt }: Explanation, today: string): Cell[][] {
  const first = rows[0]
  const last = rows.at(-1)
  if (!first || !last) return []
  const known = new Map(rows.map((row) => [row.day, row]))
  const from = addDays(first.day, -weekdayIndex(first.day))
  const until = addDays(last.day, 6 - weekdayIndex(last.day))
  const cells: Cell[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const row = known.get(day)
    cells.push({
      day,
      kind: row?.kind ?? 'blank',
      nth: row?.nth ?? null,
      reason: row?.reason ?? '',
      today: day === today,
      ahead: row?.kind === 'counted' && day > today,
      last: deadlineAt !== null && day === last.day,
    })
  }
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

/** The weeks worth showing first when there are many: from the one before today. */
export function nearWeeks(weeks: readonly Cell[][], most: number): readonly Cell[][] {
  if (weeks.length <= most) return weeks
  const now = weeks.findIndex((week) => week.some((cell) => cell.today))
  const start = Math.min(Math.max(0, now - 1), weeks.length - most)
  return weeks.slice(start, start + most)
}

/** What the days come to, reason by reason, for the lines under the calendar. */
export function sumUp({ rows }: Explanation) {
  const count = (kind: Cell['kind']) => rows.filter((row) => row.kind === kind)
  const grouped = (kind: Cell['kind']) => {
    const groups = new Map<string, number>()
    for (const { reason } of count(kind)) groups.set(reason, (groups.get(reason) ?? 0) + 1)
    return [...groups].map(([reason, days]) => ({ reason, days }))
  }
  return {
    counted: count('counted').length,
    weekends: count('weekend').length,
    holidays: grouped('holiday'),
    pauses: grouped('paused'),
    // Working days at a weekend: 调休.
    makeUps: count('counted')
      .filter((row) => weekdayIndex(row.day) >= 5)
      .map((row) => row.day),
  }
}
