import type { DutyHours } from '../../../types/hub'

/** Pure decisions about hubs. */

const offsetMs = 8 * 3_600_000
const dayMs = 86_400_000

/** Whether a moment lies in weekly hours, county time (UTC+8, without summer time). Monday is 1. */
export function isWithin(hours: readonly DutyHours[], now: Date): boolean {
  const local = now.getTime() + offsetMs
  // 1970-01-01 was a Thursday.
  const weekday = ((Math.floor(local / dayMs) + 3) % 7) + 1
  const minute = Math.floor((local % dayMs) / 60_000)
  return hours.some((one) => one.weekday === weekday && one.fromMinute <= minute && minute < one.untilMinute)
}

/** Whether hours can be kept: each ends after it begins, and no two of a day overlap. */
export const hoursAreSound = (hours: readonly DutyHours[]): boolean =>
  hours.every(
    (one, n) =>
      one.fromMinute < one.untilMinute &&
      hours.every(
        (other, m) =>
          m <= n ||
          other.weekday !== one.weekday ||
          other.untilMinute <= one.fromMinute ||
          one.untilMinute <= other.fromMinute,
      ),
  )
