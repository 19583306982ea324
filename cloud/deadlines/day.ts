/**
 * Days in Asia/Shanghai as 'YYYY-MM-DD'. China has had one offset and no summer time since 1991, so arithmetic needs no zone table and
 * the server's own zone plays no part. Pure.
 */

/** A day in Asia/Shanghai: 'YYYY-MM-DD'. */
export type Day = string

const dayMs = 86_400_000
const offsetMs = 8 * 3_600_000

/** The day in Asia/Shanghai on which an instant falls. */
export function dayOf(instant: Date): Day {
  return new Date(instant.getTime() + offsetMs).toISOString().slice(0, 10)
}

/** The instant at which the clocks in Asia/Shanghai show `hour` on `day`. RangeError for what is not a day of the calendar. */
export function instantAt(day: Day, hour: number): Date {
  return new Date(startOf(day) - offsetMs + hour * 3_600_000)
}

/** The day `n` days after `day` (before, when negative). RangeError for what is not a day of the calendar. */
export function addDays(day: Day, n: number): Day {
  return new Date(startOf(day) + n * dayMs).toISOString().slice(0, 10)
}

/** 0 = Sunday … 6 = Saturday. RangeError for what is not a day of the calendar. */
export function weekday(day: Day): number {
  return new Date(startOf(day)).getUTCDay()
}

function startOf(day: Day): number {
  const at = Date.parse(`${day}T00:00:00Z`)
  // `Date` takes 02-30 for 03-02; a deadline must not be computed from a day that does not exist.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day) throw new RangeError(`not a day: ${day}`)
  return at
}
