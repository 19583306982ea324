import { workLimits } from '../../../types/volunteer'
import type { DistanceRule, HelpRequest, Volunteer } from '../match/model'

/** Openings as requests and people who look for work as volunteers: what the engine is told, in one week that stands for all. Pure. */

export interface WeeklySpan {
  weekday: number
  fromMinute: number
  untilMinute: number
}

export interface SeekerRow {
  personId: number
  lat: number
  lng: number
  radiusMetres: number
  homeArea: string
  skills: { skill: string; level: number }[]
  dialects: string[]
  weekly: WeeklySpan[]
  blocks: number[]
  /** Proposals under way. */
  live: number
  /** Openings that were proposed before, whatever became of it. */
  before: number[]
}

export interface OpeningRow {
  openingId: number
  contactId: number
  areaCode: string
  lat: number
  lng: number
  skills: { skill: string; level: number }[]
  shifts: WeeklySpan[]
  /** Places nobody was hired for, and proposals under way. */
  left: number
  live: number
}

/** People ride to work: 12 km an hour, streets 1.3 times the great circle. The walk of a match is minutes of riding here. */
export const rideRule: DistanceRule = { walkingFactor: 1.3, metresPerMinute: 200 }

const minuteOf = ({ weekday }: WeeklySpan, minute: number) => (weekday - 1) * 1440 + minute

/** Whether somebody is free in every span of a shift; spans that meet count as one. */
export function coversShift(weekly: readonly WeeklySpan[], shifts: readonly WeeklySpan[]): boolean {
  return shifts.every((shift) => {
    let reached = shift.fromMinute
    for (const one of weekly.filter((w) => w.weekday === shift.weekday).sort((a, b) => a.fromMinute - b.fromMinute))
      if (one.fromMinute <= reached) reached = Math.max(reached, one.untilMinute)
    return reached >= shift.untilMinute
  })
}

/** Free time is what covers the shifts (coversShift); the way there is not taken from it: who says 9 to 5 begins to work at 9. */
export const seekerOf = (row: SeekerRow): Volunteer => ({
  id: String(row.personId),
  at: { latitude: row.lat, longitude: row.lng },
  radiusMetres: row.radiusMetres,
  skills: row.skills,
  homeArea: row.homeArea,
  dialects: row.dialects,
  free: [{ from: -7 * 1440, to: 14 * 1440 }],
  busy: [],
  minutesLeft: [10_080],
  capacity: Math.max(0, workLimits.liveProposals - row.live),
  served: row.live,
  answerRate: 1,
  blocks: row.blocks.map(String),
  knows: [],
  servedWell: [],
  automatic: true,
})

/** An opening for as many as may still be proposed; undefined when that is nobody. Whoever is not free for the whole shift, or was proposed before, is out. */
export function openingOf(row: OpeningRow, seekers: readonly SeekerRow[]): HelpRequest | undefined {
  const people = Math.min(row.left * workLimits.perPlace - row.live, seekers.length)
  if (people < 1) return undefined
  const out = seekers.filter(
    (one) =>
      one.personId === row.contactId || one.before.includes(row.openingId) || !coversShift(one.weekly, row.shifts),
  )
  const [first] = [...row.shifts].sort((a, b) => minuteOf(a, a.fromMinute) - minuteOf(b, b.fromMinute))
  const window = first
    ? { from: minuteOf(first, first.fromMinute), to: minuteOf(first, first.untilMinute) }
    : { from: 540, to: 600 }
  return {
    id: String(row.openingId),
    requester: String(row.contactId),
    urgency: 'planned',
    at: { latitude: row.lat, longitude: row.lng },
    windows: [window],
    minutes: 0,
    people,
    skills: row.skills,
    risky: false,
    homeArea: '',
    dialects: [],
    wishes: {},
    without: out.map(({ personId }) => String(personId)),
    parties: [],
  }
}

const dayMs = 86_400_000
/** By when the step after a status has to be done. */
export const nextDue = (status: 'proposed' | 'interested' | 'contacted', now: Date): Date => {
  const days = { proposed: workLimits.answerDays, interested: workLimits.contactDays, contacted: workLimits.hireDays }
  return new Date(now.getTime() + days[status] * dayMs)
}
