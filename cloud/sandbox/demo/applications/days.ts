import { instantAt } from '../../../deadlines/day'
import { addDays, addWorkingDays, type Day, dayKind, dayOf } from '../../../deadlines/working-days'

/** Moments of the demo county's past and near future, counted from `now` in working days, so that its clocks always stand as they should. Pure. */
export interface Days {
  now: Date
  /** The `n`th working day before today at an hour of business; 0: a little while ago. */
  back(n: number, hour?: number): Date
  /** The `n`th working day after today, at an hour of business. */
  ahead(n: number, hour: number): Date
  /** How many working days back something began that has `limit` working days and the nearest deadline still to come. */
  nearlyDue(limit: number): number
}

const halfHourMs = 30 * 60_000

export function daysFrom(now: Date): Days {
  const today = dayOf(now)
  const walk = (n: number, direction: 1 | -1): Day => {
    let day = today
    for (let left = n; left > 0; ) {
      day = addDays(day, direction)
      if (dayKind(day).working) left--
    }
    return day
  }
  const back = (n: number, hour = 10): Date =>
    n === 0 ? new Date(now.getTime() - halfHourMs) : instantAt(walk(n, -1), hour)
  return {
    now,
    back,
    ahead: (n, hour) => instantAt(walk(n, 1), hour),
    nearlyDue(limit) {
      let n = limit + 1
      while (n > 1 && (addWorkingDays(back(n), limit) as Date) <= now) n--
      return n
    },
  }
}
