import { type BitSet, newBitSet, union } from './bit-set'
import { unitVector } from './distance'
import { fingerprint } from './fingerprint'
import { homePrefixes } from './home-area'
import type { HelpRequest, Span } from './model'
import { newSkill, type Roster, type Skill, weekMinutes } from './roster'

/** A request as one roster sees it: what is looked up once instead of for every pair. */
export interface Ask {
  request: HelpRequest
  roster: Roster
  windows: readonly Span[]
  x: number
  y: number
  z: number
  print: number
  home: number[]
  /** Who is out, who knows a party, who served this requester well: slots. */
  out: ReadonlySet<number>
  knowing: ReadonlySet<number>
  servedWell: ReadonlySet<number>
  needs: { skill: string; column: Skill; level: number; certificate: boolean }[]
  /** Who speaks one of the requester's dialects, and who is of the same sex. */
  speaking: BitSet
  sameSex: BitSet
  /** Sets that whoever may come is in, whatever the window. */
  sets: BitSet[]
}

export function prepareAsk(roster: Roster, request: HelpRequest): Ask {
  const [x, y, z] = unitVector(request.at)
  const size = roster.people.length
  const needs = request.skills.map(({ skill, level = 0, certificate = false }) => ({
    skill,
    column: roster.skills.get(skill) ?? newSkill(size),
    level,
    certificate,
  }))
  const speaking = union(
    request.dialects.flatMap((dialect) => roster.dialects.get(dialect) ?? []),
    size,
  )
  const sameSex = request.sex ? roster.sexes[request.sex] : newBitSet(size)
  const out = new Set(roster.blocking.get(request.requester))
  for (const id of request.without) {
    const slot = roster.slotOf.get(id)
    if (slot !== undefined) out.add(slot)
  }
  // A person does not help himself.
  const self = roster.slotOf.get(request.requester)
  if (self !== undefined) out.add(self)
  const knowing = new Set(request.parties.flatMap((party) => roster.knowing.get(party) ?? []))
  const sets = [roster.ready, ...needs.map(({ column }) => column.has)]
  if (request.wishes.sameSex === 'must') sets.push(sameSex)
  if (request.wishes.dialect === 'must') sets.push(speaking)
  return {
    request,
    roster,
    windows: [...request.windows].sort((a, b) => a.from - b.from || a.to - b.to),
    x,
    y,
    z,
    print: fingerprint(request.id),
    home: homePrefixes(request.homeArea),
    out,
    knowing,
    servedWell: new Set(roster.servedWell.get(request.requester)),
    needs,
    speaking,
    sameSex,
    sets,
  }
}

/** The ask's sets and those of the hours of a window; undefined if nobody is free in one of its hours. */
export function setsOf(ask: Ask, window: Span): BitSet[] | undefined {
  const sets = [...ask.sets]
  const last = Math.ceil(window.to / 60)
  for (let hour = Math.floor(window.from / 60); hour < last; hour++) {
    const free = ask.roster.hours[hour]
    if (!free) return undefined
    sets.push(free)
  }
  return sets
}

/** Minutes left to a volunteer in the week in which a window begins. */
export const minutesLeft = (roster: Roster, slot: number, from: number): number =>
  minutesLeftInWeek(roster, slot, Math.floor(from / weekMinutes))

export const minutesLeftInWeek = ({ minutesLeft, weeks, people }: Roster, slot: number, week: number): number =>
  week >= 0 && week < weeks ? (minutesLeft[week * people.length + slot] as number) : 0
