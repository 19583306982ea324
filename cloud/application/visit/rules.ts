import { addDays, type Day, dayKind, dayOf } from '../../deadlines/working-days'

/** When a window is open, and which half hours can be booked. Pure. */

export interface Hours {
  weekday: number
  /** HH:mm */
  from: string
  until: string
  /** Places per half hour. */
  capacity: number
}

export interface Slot {
  startsAt: Date
  capacity: number
}

const halfHourMs = 30 * 60_000
/** Nobody books what begins sooner than this. */
const noticeMs = 30 * 60_000
/** An appointment may be given back until so long before it. */
export const cancelBeforeMs = 2 * 3_600_000
/** How many open days a page offers. */
const daysOffered = 10
const lookedAt = 40

/** Half hours of a day, in order. A holiday has none; a weekend only where it has hours of its own; a make-up working day has Monday's at least. */
export function slotsOn(day: Day, hours: readonly Hours[], closedDays: readonly Day[]): Slot[] {
  if (closedDays.includes(day)) return []
  const { working, reason } = dayKind(day)
  const weekday = ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
  if (!working && reason !== '周末') return []
  const own = hours.filter((h) => h.weekday === weekday)
  const rows = own.length > 0 || !working ? own : hours.filter((h) => h.weekday === 1)
  return rows
    .flatMap(({ from, until, capacity }) => {
      const end = at(day, until)
      const slots: Slot[] = []
      for (let t = at(day, from); t + halfHourMs <= end; t += halfHourMs)
        slots.push({ startsAt: new Date(t), capacity })
      return slots
    })
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}

/** The next open days with what can still be booked. */
export function openDays(
  from: Day,
  hours: readonly Hours[],
  closedDays: readonly Day[],
  now: Date,
): { day: Day; slots: Slot[] }[] {
  const days: { day: Day; slots: Slot[] }[] = []
  const first = from < dayOf(now) ? dayOf(now) : from
  for (let n = 0; n < lookedAt && days.length < daysOffered; n++) {
    const day = addDays(first, n)
    const slots = slotsOn(day, hours, closedDays).filter((slot) => slot.startsAt.getTime() > now.getTime() + noticeMs)
    if (slots.length > 0) days.push({ day, slots })
  }
  return days
}

/** Whether two rows of hours lie on top of each other. */
export function hoursOverlap(hours: readonly Hours[]): boolean {
  return hours.some((a, i) =>
    hours.some((b, k) => k > i && a.weekday === b.weekday && a.from < b.until && b.from < a.until),
  )
}

/** The row of hours that a slot of `startsAt` would come from; undefined when there is none. */
export function slotAt(startsAt: Date, hours: readonly Hours[], closedDays: readonly Day[]): Slot | undefined {
  return slotsOn(dayOf(startsAt), hours, closedDays).find((slot) => slot.startsAt.getTime() === startsAt.getTime())
}

const at = (day: Day, time: string) => Date.parse(`${day}T${time.slice(0, 5)}:00+08:00`)
