import type { DutyHours } from '../../../types/hub'

/** Pure decisions about hubs. */

const offsetMs = 8 * 3_600_000
const dayMs = 86_400_000

const minuteMs = 60_000
/** How far ahead somebody is told when somebody is there again. */
const daysAhead = 14

export interface Presence {
  openNow: boolean
  openUntil: Date | null
  opensAt: Date | null
}

/** Whether somebody is there at a moment by weekly hours, until when, or from when on; county time (UTC+8, without summer time). Monday is 1. */
export function presenceOf(hours: readonly DutyHours[], awayDays: readonly string[], now: Date): Presence {
  const today = Math.floor((now.getTime() + offsetMs) / dayMs)
  const times = Array.from({ length: daysAhead + 1 }, (_, n) => today + n)
    .filter((day) => !awayDays.includes(new Date(day * dayMs).toISOString().slice(0, 10)))
    .flatMap((day) => {
      const midnight = day * dayMs - offsetMs
      // 1970-01-01 was a Thursday.
      return hours
        .filter(({ weekday }) => weekday === ((day + 3) % 7) + 1)
        .map((one) => ({ from: midnight + one.fromMinute * minuteMs, until: midnight + one.untilMinute * minuteMs }))
    })
    .sort((a, b) => a.from - b.from)
  const at = times.find(({ until }) => until > now.getTime())
  if (!at) return { openNow: false, openUntil: null, opensAt: null }
  if (at.from > now.getTime()) return { openNow: false, openUntil: null, opensAt: new Date(at.from) }
  // Hours that follow one another without a break are one time to be there.
  const until = times.reduce((end, one) => (one.from === end ? one.until : end), at.until)
  return { openNow: true, openUntil: new Date(until), opensAt: null }
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
