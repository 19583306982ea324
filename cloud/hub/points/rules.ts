import type { Day } from '../../deadlines/day'

/** Pure decisions about points. */

/** The first day of the quarter a day lies in. */
export function quarterOf(day: Day): Day {
  const [year = '', month = ''] = day.split('-')
  const first = Math.floor((Number(month) - 1) / 3) * 3 + 1
  return `${year}-${String(first).padStart(2, '0')}-01`
}
