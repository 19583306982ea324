import { type BitSet, union } from './bit-set'
import { unitVector } from './distance'
import { fingerprint } from './fingerprint'
import type { HelpRequest, Span } from './model'
import { homePrefixes, type Roster, weekMinutes } from './roster'

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
  /** Sets that whoever may come is in, whatever the window. */
  sets: BitSet[]
}

export function prepareAsk(roster: Roster, request: HelpRequest): Ask {
  const [x, y, z] = unitVector(request.at)
  const size = roster.people.length
  const none: BitSet = new Uint32Array((size + 31) >> 5)
  const out = new Set(roster.blocking.get(request.requester))
  for (const id of request.without) {
    const slot = roster.slotOf.get(id)
    if (slot !== undefined) out.add(slot)
  }
  // A person does not help himself.
  const self = roster.slotOf.get(request.requester)
  if (self !== undefined) out.add(self)
  const knowing = new Set(request.parties.flatMap((party) => roster.knowing.get(party) ?? []))
  const sets = [roster.ready, ...request.skills.map(({ skill }) => roster.skills.get(skill) ?? none)]
  if (request.wishes.sameSex === 'must') sets.push(request.sex ? roster.sexes[request.sex] : none)
  if (request.wishes.dialect === 'must')
    sets.push(union(request.dialects.flatMap((dialect) => roster.dialects.get(dialect) ?? []), size))
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
    sets,
  }
}

/** The ask's sets and those of the hours of a window; undefined if nobody is free in one of its hours. */
export function setsOf(ask: Ask, window: Span): BitSet[] | undefined {
  const sets = [...ask.sets]
  const last = Math.ceil(window.to / 60)
  for (let hour = Math.floor(window.from / 60); hour < last; hour++) {
    const free = ask.roster.hours.get(hour)
    if (!free) return undefined
    sets.push(free)
  }
  return sets
}

/** Minutes left to a volunteer in the week in which a window begins. */
export const minutesLeft = (roster: Roster, slot: number, window: Span): number =>
  roster.people[slot]?.minutesLeft[Math.floor(window.from / weekMinutes)] ?? 0
