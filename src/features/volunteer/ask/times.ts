import { type HelpKind, helpKindNeeds, type TimeSpan, type Urgency } from '../../../../types/volunteer'
import { addDays, dayKey, momentOf } from '../../../platform/dates'

/** When help may come, as chips; what each means for the cloud. Pure: `now` is given. */

export const slots = ['now', 'today', 'tomorrowMorning', 'tomorrowAfternoon', 'pick'] as const
export type Slot = (typeof slots)[number]

export interface When {
  slot: Slot | ''
  /** Of `pick`: YYYY-MM-DD and HH:mm. */
  day: string
  from: string
  until: string
}

export interface Times {
  windows: TimeSpan[]
  urgency: Urgency
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
/** Whoever comes at once still has to get there. */
const comingMs = 60 * minuteMs
const longestMs = 12 * 60 * minuteMs
const eveningEnds = '20:00'

const minutesOf = (kind: HelpKind | '') => (kind === '' ? 60 : helpKindNeeds[kind].minutes)
const at = (day: string, time: string) => momentOf(day, time) as Date

/** The rest of today, from the next quarter of an hour. */
function restOfToday(now: Date): TimeSpan {
  const quarter = 15 * minuteMs
  const from = new Date(Math.ceil(now.getTime() / quarter) * quarter)
  const end = at(dayKey(now), eveningEnds)
  return { from, until: new Date(Math.min(end.getTime(), from.getTime() + longestMs)) }
}

/** Which chips make sense now: there is no "today" when too little of it is left. */
export function slotsAt(kind: HelpKind | '', now: Date): Slot[] {
  const rest = restOfToday(now)
  const fits = rest.until.getTime() - rest.from.getTime() >= minutesOf(kind) * minuteMs
  return slots.filter((slot) => slot !== 'today' || fits)
}

/** Windows and urgency of what was chosen; undefined while something is missing. */
export function timesOf(kind: HelpKind, when: When, now: Date): Times | undefined {
  const tomorrow = addDays(dayKey(now), 1)
  switch (when.slot) {
    case 'now':
      return {
        windows: [{ from: now, until: new Date(now.getTime() + minutesOf(kind) * minuteMs + comingMs) }],
        urgency: 'now',
      }
    case 'today':
      return { windows: [restOfToday(now)], urgency: 'today' }
    case 'tomorrowMorning':
      return { windows: [{ from: at(tomorrow, '08:00'), until: at(tomorrow, '12:00') }], urgency: 'thisWeek' }
    case 'tomorrowAfternoon':
      return { windows: [{ from: at(tomorrow, '13:00'), until: at(tomorrow, '18:00') }], urgency: 'thisWeek' }
    case 'pick': {
      const from = momentOf(when.day, when.from)
      const until = momentOf(when.day, when.until)
      if (!from || !until) return undefined
      return { windows: [{ from, until }], urgency: urgencyOf(from, now) }
    }
    case '':
      return undefined
  }
}

function urgencyOf(from: Date, now: Date): Urgency {
  if (dayKey(from) === dayKey(now)) return 'today'
  return from.getTime() - now.getTime() < 7 * dayMs ? 'thisWeek' : 'planned'
}
