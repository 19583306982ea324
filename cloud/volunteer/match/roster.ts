import { type BitSet, newBitSet, setBit } from './bit-set'
import { unitVector } from './distance'
import { byId, fingerprint } from './fingerprint'
import { buildGrid, type Grid } from './grid'
import type { DistanceRule, Sex, Volunteer } from './model'
import { tidySpans } from './spans'

export const weekMinutes = 7 * 24 * 60
/** Loads are told apart up to here; a candidate's key has ten bits for it. */
export const mostServed = 1023

/**
 * Volunteers as columns, in the order of the grid's cells (then of ids), with bit sets by skill, sex and hour. Built once, read by every request.
 * Nothing in it changes: who changes is put into a small roster of its own (see keep.ts).
 */
export interface Roster {
  rule: DistanceRule
  people: Volunteer[]
  slotOf: Map<string, number>
  grid: Grid
  x: Float64Array
  y: Float64Array
  z: Float64Array
  radius: Float64Array
  print: Int32Array
  served: Int32Array
  capacity: Int32Array
  /** Home area cut to 2, 4, 6, 9 and 12 digits, as numbers: home[5 · slot + depth]; -1 where less is known. */
  home: Float64Array
  /** Free spans of slot i are free[freeStart[i] … freeStart[i + 1] - 1], merged and ascending; tasks he or she has already likewise. */
  freeStart: Int32Array
  freeFrom: Float64Array
  freeTo: Float64Array
  busyStart: Int32Array
  busyFrom: Float64Array
  busyTo: Float64Array
  busyPlace: Float64Array
  /** Whom automatic matching may ask at all. */
  ready: BitSet
  skills: Map<string, Skill>
  /** -1 where it is not known, or there is none. */
  age: Float64Array
  insuredUntil: Float64Array
  /** Points for answering need the rate, 0 … 1. */
  answerRate: Float64Array
  /** Minutes left in week w: minutesLeft[w · volunteers + slot]. */
  weeks: number
  minutesLeft: Float64Array
  sexes: Record<Sex, BitSet>
  dialects: Map<string, BitSet>
  /** Free for at least a part of an hour: hours[n] is the hour that begins at minute 60 · n, a hole where nobody is. */
  hours: (BitSet | undefined)[]
  blocking: Map<string, number[]>
  knowing: Map<string, number[]>
  servedWell: Map<string, number[]>
}

/** Who has a skill, at which level, and until when with a certificate (-1 without). */
export interface Skill {
  has: BitSet
  level: Uint8Array
  certifiedUntil: Float64Array
}

const homeDigits = [2, 4, 6, 9, 12]

/** The five prefixes of a division code as numbers; -1 where the code is shorter. A code of trailing zeros (an area above) is as short as it says. */
export function homePrefixes(code: string): number[] {
  const known = code.replace(/0+$/, '').length
  return homeDigits.map((digits) =>
    code.length >= digits && known > (digits === 2 ? 0 : prior(digits)) ? Number(code.slice(0, digits)) : -1,
  )
}

const prior = (digits: number): number => homeDigits[homeDigits.indexOf(digits) - 1] ?? 0

/** Builds the columns. O(volunteers · (log volunteers + hours free)). */
export function buildRoster(volunteers: readonly Volunteer[], rule: DistanceRule): Roster {
  const { grid, ordered } = buildGrid([...volunteers].sort(byId), rule)
  const n = ordered.length
  const free = ordered.map((one) => tidySpans(one.free))
  const freeStart = starts(free)
  const busyStart = starts(ordered.map((one) => one.busy))
  const weeks = ordered.reduce((most, one) => Math.max(most, one.minutesLeft.length), 0)
  const roster: Roster = {
    rule,
    people: ordered,
    slotOf: new Map(ordered.map((one, slot) => [one.id, slot])),
    grid,
    x: new Float64Array(n),
    y: new Float64Array(n),
    z: new Float64Array(n),
    radius: Float64Array.from(ordered, (one) => one.radiusMetres),
    print: Int32Array.from(ordered, (one) => fingerprint(one.id)),
    served: Int32Array.from(ordered, (one) => Math.min(mostServed, Math.max(0, Math.round(one.served)))),
    capacity: Int32Array.from(ordered, (one) => Math.max(0, Math.floor(one.capacity))),
    home: new Float64Array(5 * n),
    freeStart,
    freeFrom: Float64Array.from(free.flat(), (span) => span.from),
    freeTo: Float64Array.from(free.flat(), (span) => span.to),
    busyStart,
    busyFrom: Float64Array.from(
      ordered.flatMap((one) => one.busy),
      (span) => span.from,
    ),
    busyTo: Float64Array.from(
      ordered.flatMap((one) => one.busy),
      (span) => span.to,
    ),
    busyPlace: Float64Array.from(ordered.flatMap((one) => one.busy.flatMap((span) => unitVector(span.at)))),
    ready: newBitSet(n),
    skills: new Map(),
    age: Float64Array.from(ordered, (one) => one.age ?? -1),
    insuredUntil: Float64Array.from(ordered, (one) => one.insuredUntil ?? -1),
    answerRate: Float64Array.from(ordered, (one) => one.answerRate),
    weeks,
    minutesLeft: new Float64Array(weeks * n),
    sexes: { female: newBitSet(n), male: newBitSet(n) },
    dialects: new Map(),
    hours: [],
    blocking: new Map(),
    knowing: new Map(),
    servedWell: new Map(),
  }
  for (const [slot, one] of ordered.entries()) index(roster, slot, one)
  return roster
}

function index(roster: Roster, slot: number, one: Volunteer): void {
  const n = roster.people.length
  const [x, y, z] = unitVector(one.at)
  roster.x[slot] = x
  roster.y[slot] = y
  roster.z[slot] = z
  roster.home.set(homePrefixes(one.homeArea), 5 * slot)
  if (one.automatic && (roster.capacity[slot] as number) > 0) setBit(roster.ready, slot)
  if (one.sex) setBit(roster.sexes[one.sex], slot)
  for (const [week, minutes] of one.minutesLeft.entries()) roster.minutesLeft[week * n + slot] = minutes
  for (const { skill, level, certifiedUntil = -1 } of one.skills) {
    let column = roster.skills.get(skill)
    if (!column) {
      column = newSkill(n)
      roster.skills.set(skill, column)
    }
    setBit(column.has, slot)
    column.level[slot] = level
    column.certifiedUntil[slot] = certifiedUntil
  }
  for (const dialect of one.dialects) setBit(bitsOf(roster.dialects, dialect, n), slot)
  for (let i = roster.freeStart[slot] as number; i < (roster.freeStart[slot + 1] as number); i++) {
    const last = Math.ceil((roster.freeTo[i] as number) / 60)
    for (let hour = Math.max(0, Math.floor((roster.freeFrom[i] as number) / 60)); hour < last; hour++) {
      roster.hours[hour] ??= newBitSet(n)
      setBit(roster.hours[hour] as BitSet, slot)
    }
  }
  for (const person of one.blocks) listOf(roster.blocking, person).push(slot)
  for (const person of one.knows) listOf(roster.knowing, person).push(slot)
  for (const person of one.servedWell) listOf(roster.servedWell, person).push(slot)
}

export const newSkill = (size: number): Skill => ({
  has: newBitSet(size),
  level: new Uint8Array(size),
  certifiedUntil: new Float64Array(size).fill(-1),
})

function bitsOf<Key>(sets: Map<Key, BitSet>, key: Key, size: number): BitSet {
  let bits = sets.get(key)
  if (!bits) {
    bits = newBitSet(size)
    sets.set(key, bits)
  }
  return bits
}

function listOf(lists: Map<string, number[]>, key: string): number[] {
  let list = lists.get(key)
  if (!list) {
    list = []
    lists.set(key, list)
  }
  return list
}

function starts(lists: readonly (readonly unknown[])[]): Int32Array {
  const start = new Int32Array(lists.length + 1)
  for (const [i, list] of lists.entries()) start[i + 1] = (start[i] as number) + list.length
  return start
}
