import type { UnmetPlaces, Urgency } from '../../../types/volunteer'
import type { Unmet } from '../match/answer'
import { instantOf } from '../pool/rules'

/** By when somebody has to answer, and when the clock looks again. */

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const offsetMs = 8 * hourMs
const dayMs = 24 * hourMs
/** Nobody has to answer at night unless it is urgent: from half past nine in the evening to half past eight, county time. */
const nightFrom = 21.5 * hourMs
const nightUntil = 8.5 * hourMs

/** A moment of the night becomes the next morning's half past eight. */
export function byDay(at: Date): Date {
  const local = (at.getTime() + offsetMs) % dayMs
  if (local >= nightFrom) return new Date(at.getTime() - local + dayMs + nightUntil)
  return local < nightUntil ? new Date(at.getTime() - local + nightUntil) : at
}

/** Half past nine of the evening before a moment of the night; other moments stay. */
function byEvening(at: Date): Date {
  const local = (at.getTime() + offsetMs) % dayMs
  if (local >= nightFrom) return new Date(at.getTime() - local + nightFrom)
  return local < nightUntil ? new Date(at.getTime() - local - dayMs + nightFrom) : at
}

const leastMs = 30 * minuteMs

/**
 * By when an offer has to be answered: after the minutes its urgency has, at the latest half way to the beginning, so that somebody else can still be asked, and not at
 * night: a deadline of the night comes forward to the evening where half an hour is left until then, else it waits for the morning. Where the beginning itself is too near for that, half way to
 * it. What is urgent has its minutes, whatever the hour.
 */
export function answerBy(urgency: Urgency, minutes: Record<Urgency, number>, begins: Date, now: Date): Date {
  const usual = new Date(now.getTime() + minutes[urgency] * minuteMs)
  if (urgency === 'now') return usual
  const latest = new Date(now.getTime() + Math.max(5 * minuteMs, (begins.getTime() - now.getTime()) / 2))
  const wished = byDay(usual)
  if (wished <= latest) return wished
  const evening = byEvening(latest)
  if (evening.getTime() - now.getTime() >= leastMs) return evening
  const morning = byDay(latest)
  return begins.getTime() - morning.getTime() >= leastMs ? morning : latest
}

const staffHours: Record<Urgency, number> = { now: 0.25, today: 1, thisWeek: 24, planned: 24 }

/** By when the owner has to have found a way. */
export function staffDeadline(urgency: Urgency, now: Date): Date {
  const usual = new Date(now.getTime() + staffHours[urgency] * hourMs)
  return urgency === 'now' ? usual : byDay(usual)
}

/** What the engine says of empty places, with moments instead of its minutes; `excluded` counts people by rule and stays inside. */
export const placesOf = (unmet: Unmet, origin: Date): UnmetPlaces => ({
  missing: unmet.missing,
  takenElsewhere: unmet.takenElsewhere,
  relaxations: unmet.relaxations,
  ...(unmet.reachMetres === undefined ? {} : { reachMetres: unmet.reachMetres }),
  otherTimes: unmet.otherTimes.map(({ from, to, volunteers }) => ({
    from: instantOf(from, origin),
    until: instantOf(to, origin),
    volunteers,
  })),
})

/** The refusals after which the next one in the line answers for a request: 1 the team leader, 2 the community. */
export function escalationAfter(
  refusals: number,
  now: number,
  { refusalsToLeader, refusalsToCommunity }: { refusalsToLeader: number; refusalsToCommunity: number },
): 0 | 1 | 2 {
  const due = refusals >= refusalsToCommunity ? 2 : refusals >= refusalsToLeader ? 1 : 0
  return Math.max(due, now) as 0 | 1 | 2
}
