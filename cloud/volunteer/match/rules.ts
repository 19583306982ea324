import { type HardRule, hardRules } from './answer'
import { type Ask, minutesLeft } from './ask'
import { hasBit } from './bit-set'
import { walkMetres } from './distance'
import type { Span } from './model'

/** A set of hard rules as bits. */
export type RuleBits = number
export const bitOf = (rule: HardRule): RuleBits => 1 << hardRules.indexOf(rule)

const [
  automatic,
  capacity,
  out,
  knowsParty,
  skill,
  certificate,
  insurance,
  sex,
  age,
  homeCounty,
  dialect,
  radius,
  hours,
  free,
  busy,
] = hardRules.map((_, i) => 1 << i) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
]

/** Metres on foot from a volunteer to the place of an ask. */
export const metresTo = (ask: Ask, slot: number): number => {
  const { roster } = ask
  return walkMetres(
    roster.x[slot] as number,
    roster.y[slot] as number,
    roster.z[slot] as number,
    ask.x,
    ask.y,
    ask.z,
    roster.rule,
  )
}

/**
 * Which hard rules keep a volunteer from a window of a request; 0 if none does. With `all` every rule is looked at, else only until one fails. A volunteer is
 * free if the whole window with the way there and back lies in one free span, and not busy if each task he or she has already leaves time to walk between.
 */
export function failures(ask: Ask, window: Span, slot: number, metres: number, all: boolean): RuleBits {
  const { roster } = ask
  const walk = metres / roster.rule.metresPerMinute
  let failed = 0
  if (metres > (roster.radius[slot] as number)) failed |= radius
  if (!all && failed) return failed
  if (!isFree(ask, slot, window.from - walk, window.to + walk)) failed |= free
  if (!all && failed) return failed
  if (isBusy(ask, slot, window)) failed |= busy
  if (!all && failed) return failed
  if (ask.request.minutes > minutesLeft(roster, slot, window.from)) failed |= hours
  if (ask.out.size && ask.out.has(slot)) failed |= out
  if (ask.knowing.size && ask.knowing.has(slot)) failed |= knowsParty
  return failed | personFailures(ask, window, slot)
}

/** The rules that ask only who somebody is. */
function personFailures(ask: Ask, window: Span, slot: number): RuleBits {
  const { roster, request } = ask
  const { wishes } = request
  const { ready } = roster
  let failed = 0
  if (!hasBit(ready, slot)) failed |= (roster.capacity[slot] as number) === 0 ? capacity : automatic
  for (const { column, level, certificate: certified } of ask.needs) {
    if (!hasBit(column.has, slot) || (column.level[slot] as number) < level) failed |= skill
    else if (certified && (column.certifiedUntil[slot] as number) < window.to) failed |= certificate
  }
  if (request.risky && (roster.insuredUntil[slot] as number) < window.to) failed |= insurance
  if (wishes.sameSex === 'must' && !hasBit(ask.sameSex, slot)) failed |= sex
  // Whose age is not known passes no limit.
  const years = roster.age[slot] as number
  if (request.minAge !== undefined && years < request.minAge) failed |= age
  if (request.maxAge !== undefined && (years < 0 || years > request.maxAge)) failed |= age
  if (wishes.homeCounty === 'must' && (ask.home[2] === -1 || roster.home[5 * slot + 2] !== ask.home[2]))
    failed |= homeCounty
  if (wishes.dialect === 'must' && !hasBit(ask.speaking, slot)) failed |= dialect
  return failed
}

function isFree({ roster: { free } }: Ask, slot: number, from: number, to: number): boolean {
  const end = free.end[slot] as number
  for (let i = free.start[slot] as number; i < end; i++) {
    if ((free.to[i] as number) < to) continue
    return (free.from[i] as number) <= from
  }
  return false
}

function isBusy(ask: Ask, slot: number, window: Span): boolean {
  const { busy, rule } = ask.roster
  const end = busy.end[slot] as number
  for (let i = busy.start[slot] as number; i < end; i++) {
    const [x, y, z] = [busy.place[3 * i] as number, busy.place[3 * i + 1] as number, busy.place[3 * i + 2] as number]
    const walk = walkMetres(x, y, z, ask.x, ask.y, ask.z, rule) / rule.metresPerMinute
    if ((busy.from[i] as number) < window.to + walk && window.from < (busy.to[i] as number) + walk) return true
  }
  return false
}
