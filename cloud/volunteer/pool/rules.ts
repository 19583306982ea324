import type { HelpRequest, Place, Sex, Span, Strength, Urgency, Volunteer } from '../match/model'
import { tidySpans } from '../match/spans'

/** From rows to what the engine is told: minutes since Monday 00:00, county time (UTC+8, without summer time). */

const minuteMs = 60_000
const weekMinutes = 7 * 24 * 60
const offsetMs = 8 * 3_600_000
/** 1970-01-05 was a Monday. */
const firstMonday = 4 * 24 * 3_600_000

/** This week and four more: help is asked for at most 28 days ahead. */
export const weeksPlanned = 5
/** How far back service counts as lately, days. */
export const latelyDays = 90

/** Monday 00:00, county time, of the week of a moment. */
export function originOf(now: Date): Date {
  const local = now.getTime() + offsetMs - firstMonday
  return new Date(now.getTime() - (local % (weekMinutes * minuteMs)))
}

export const minuteOf = (at: Date, origin: Date): number => (at.getTime() - origin.getTime()) / minuteMs
export const instantOf = (minute: number, origin: Date): Date => new Date(origin.getTime() + minute * minuteMs)

export interface WeeklyRow {
  weekday: number
  fromMinute: number
  untilMinute: number
}
export interface ExceptionRow {
  from: Date
  until: Date
  free: boolean
}

/** Free time in the planned weeks: the week's grid, with what is added on single days and without what is taken away. */
export function freeSpans(weekly: readonly WeeklyRow[], exceptions: readonly ExceptionRow[], origin: Date): Span[] {
  const horizon = weeksPlanned * weekMinutes
  const free: Span[] = []
  for (let week = 0; week < weeksPlanned; week++)
    for (const { weekday, fromMinute, untilMinute } of weekly) {
      const day = week * weekMinutes + (weekday - 1) * 1440
      free.push({ from: day + fromMinute, to: day + untilMinute })
    }
  const spanOf = (one: ExceptionRow): Span => ({
    from: Math.max(0, minuteOf(one.from, origin)),
    to: Math.min(horizon, minuteOf(one.until, origin)),
  })
  const added = tidySpans([...free, ...exceptions.filter((one) => one.free).map(spanOf)].filter((s) => s.from < s.to))
  const taken = exceptions.filter((one) => !one.free).map(spanOf)
  return taken.reduce((left, gone) => left.flatMap((one) => without(one, gone)), added)
}

const without = (one: Span, gone: Span): Span[] =>
  gone.to <= one.from || gone.from >= one.to
    ? [one]
    : [
        { from: one.from, to: gone.from },
        { from: gone.to, to: one.to },
      ].filter((s) => s.from < s.to)

/** An hour that is taken: accepted, or offered and not answered yet. */
export interface TaskRow {
  offerId: number
  requestId: number
  from: Date
  until: Date
  lat: number
  lng: number
  minutes: number
  /** Not answered yet. */
  sent: boolean
}

export interface VolunteerRow {
  personId: number
  name: string
  lat: number
  lng: number
  radiusMetres: number
  weeklyMinutes: number
  homeArea: string
  sex: Sex | null
  ageBand: number | null
  /** The first moment that is not insured any more. */
  insuredUntil: Date | null
  automatic: boolean
  skills: { skill: string; level: number; until: Date | null }[]
  dialects: string[]
  weekly: WeeklyRow[]
  exceptions: ExceptionRow[]
  tasks: TaskRow[]
  /** Tasks of the last ninety days, those to come included. */
  served: number
  answered: number
  expired: number
  blocks: number[]
  knows: number[]
  servedWell: number[]
}

/** A volunteer as the engine sees him. Offers of `ignoring` are as if they had not been made (for a plan that may take them back). */
export function volunteerOf(
  row: VolunteerRow,
  origin: Date,
  mostTasks: number,
  ignoring: ReadonlySet<number> = new Set(),
): Volunteer {
  const tasks = row.tasks.filter((task) => !ignoring.has(task.offerId))
  const minutesLeft = Array<number>(weeksPlanned).fill(row.weeklyMinutes)
  for (const { from, minutes } of tasks) {
    const week = Math.floor(minuteOf(from, origin) / weekMinutes)
    if (week >= 0 && week < weeksPlanned) minutesLeft[week] = (minutesLeft[week] as number) - minutes
  }
  const minute = (at: Date) => minuteOf(at, origin)
  return {
    id: String(row.personId),
    at: place(row),
    radiusMetres: row.radiusMetres,
    skills: row.skills.map(({ skill, level, until }) => ({
      skill,
      level,
      ...(until ? { certifiedUntil: minute(until) } : {}),
    })),
    homeArea: row.homeArea,
    dialects: row.dialects,
    ...(row.sex ? { sex: row.sex } : {}),
    ...(row.ageBand === null ? {} : { age: row.ageBand }),
    ...(row.insuredUntil ? { insuredUntil: minute(row.insuredUntil) } : {}),
    free: freeSpans(row.weekly, row.exceptions, origin),
    busy: tasks.map((task) => ({ from: minute(task.from), to: minute(task.until), at: place(task) })),
    minutesLeft: minutesLeft.map((left) => Math.max(0, left)),
    capacity: Math.max(0, mostTasks - tasks.length),
    served: row.served,
    // Declining is an answer like any other: nobody has to say yes. Whoever was never asked counts as reliable.
    answerRate: row.answered + row.expired === 0 ? 1 : row.answered / (row.answered + row.expired),
    blocks: row.blocks.map(String),
    knows: row.knows.map(String),
    servedWell: row.servedWell.map(String),
    automatic: row.automatic,
  }
}

const place = ({ lat, lng }: { lat: number; lng: number }): Place => ({ latitude: lat, longitude: lng })

export interface WantedRow {
  requestId: number
  requesterId: number
  urgency: Urgency
  lat: number
  lng: number
  minutes: number
  people: number
  risky: boolean
  minAge: number | null
  maxAge: number | null
  homeArea: string
  dialects: string[]
  sex: Sex | null
  wishDialect: Strength | null
  wishHome: Strength | null
  wishSex: Strength | null
  windows: { from: Date; until: Date }[]
  skills: { skill: string; level: number; certificate: boolean }[]
  /** Who is not asked (again): declined, let it pass, is asked or coming, or is not wanted. */
  without: number[]
  /** Those of them who are not asked by hand either: who comes already, or is not wanted. */
  firm: number[]
  /** Whom a mediator must not know. */
  parties: number[]
  /** Places that nobody takes or is asked for. */
  missing: number
  /** Who said yes. */
  accepted: number
  /** The window of those who come or are asked already; others come at the same time. */
  agreed: { from: Date; until: Date } | null
}

/** What is still looked for of a request, as the engine sees it; undefined when no window lies ahead any more. */
export function requestOf(row: WantedRow, origin: Date, now: Date, people = row.missing): HelpRequest | undefined {
  const windows = (row.agreed ? [row.agreed] : row.windows).filter((w) => w.from > now)
  if (windows.length === 0 || people < 1) return undefined
  const wish = (key: string, value: Strength | null) => (value ? { [key]: value } : {})
  return {
    id: String(row.requestId),
    requester: String(row.requesterId),
    urgency: row.urgency,
    at: place(row),
    windows: windows.map((w) => ({ from: minuteOf(w.from, origin), to: minuteOf(w.until, origin) })),
    minutes: row.minutes,
    people,
    skills: row.skills,
    risky: row.risky,
    ...(row.minAge === null ? {} : { minAge: row.minAge }),
    ...(row.maxAge === null ? {} : { maxAge: row.maxAge }),
    homeArea: row.homeArea,
    dialects: row.dialects,
    ...(row.sex ? { sex: row.sex } : {}),
    wishes: {
      ...wish('dialect', row.wishDialect),
      ...wish('homeCounty', row.wishHome),
      ...wish('sameSex', row.wishSex),
    },
    without: row.without.map(String),
    parties: row.parties.map(String),
  }
}
