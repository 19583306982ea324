import { type BitSet, newBitSet, setBit } from './bit-set'
import { squaredChord, unitVector } from './distance'
import { fingerprint } from './fingerprint'
import { buildGrid, type Grid } from './grid'
import { prefixReader } from './home-area'
import type { DistanceRule, Sex, Volunteer } from './model'
import { enterSpans, newSpanColumns, type SpanColumns } from './spans'

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
  /** The radius as a squared chord between unit vectors, a little longer: who is farther than that is surely too far. */
  reach: Float64Array
  print: Int32Array
  served: Int32Array
  capacity: Int32Array
  /** Home area cut to 2, 4, 6, 9 and 12 digits, as numbers: home[5 · slot + depth]; -1 where less is known. */
  home: Float64Array
  free: SpanColumns
  busy: BusyColumns
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
  /** Free for at least a part of an hour: hours[n] is the hour that begins at minute 60 · n, up to the last in which anybody is. */
  hours: BitSet[]
  blocking: Map<string, number[]>
  knowing: Map<string, number[]>
  servedWell: Map<string, number[]>
}

/** Tasks accepted or offered already, by slot as in SpanColumns, but not merged; place n is the unit vector from place[3 · n]. */
export interface BusyColumns extends SpanColumns {
  place: Float64Array
}

/** Who has a skill, at which level, and until when with a certificate (-1 without). */
export interface Skill {
  has: BitSet
  level: Uint8Array
  certifiedUntil: Float64Array
}

/**
 * Builds the columns. O(volunteers · (log volunteers + hours free)). People are read in the order in which they were given, which is how they lie in memory:
 * in the order of the cells reading them takes twice as long.
 */
export function buildRoster(volunteers: readonly Volunteer[], rule: DistanceRule): Roster {
  const { grid, ordered } = buildGrid(volunteers, rule)
  const roster = layColumns(volunteers, ordered, grid, rule)
  for (let slot = 0; slot < ordered.length; slot++) roster.slotOf.set((ordered[slot] as Volunteer).id, slot)
  const prefixes = prefixReader()
  for (const one of volunteers) {
    const slot = roster.slotOf.get(one.id) as number
    enterPerson(roster, slot, one)
    roster.home.set(prefixes(one.homeArea), 5 * slot)
    enterSpans(roster.free, slot, one.free)
    enterBusy(roster, slot, one)
  }
  enterHours(roster)
  return roster
}

function layColumns(volunteers: readonly Volunteer[], people: Volunteer[], grid: Grid, rule: DistanceRule): Roster {
  const n = people.length
  let [weeks, spans, tasks] = [0, 0, 0]
  for (const { minutesLeft, free, busy } of volunteers) {
    weeks = Math.max(weeks, minutesLeft.length)
    spans += free.length
    tasks += busy.length
  }
  return {
    rule,
    people,
    slotOf: new Map(),
    grid,
    x: new Float64Array(n),
    y: new Float64Array(n),
    z: new Float64Array(n),
    radius: new Float64Array(n),
    reach: new Float64Array(n),
    print: new Int32Array(n),
    served: new Int32Array(n),
    capacity: new Int32Array(n),
    home: new Float64Array(5 * n),
    free: newSpanColumns(n, spans),
    busy: {
      count: 0,
      start: new Int32Array(n),
      end: new Int32Array(n),
      from: new Float64Array(tasks),
      to: new Float64Array(tasks),
      place: new Float64Array(3 * tasks),
    },
    ready: newBitSet(n),
    skills: new Map(),
    age: new Float64Array(n),
    insuredUntil: new Float64Array(n),
    answerRate: new Float64Array(n),
    weeks,
    minutesLeft: new Float64Array(weeks * n),
    sexes: { female: newBitSet(n), male: newBitSet(n) },
    dialects: new Map(),
    hours: [],
    blocking: new Map(),
    knowing: new Map(),
    servedWell: new Map(),
  }
}

function enterPerson(roster: Roster, slot: number, one: Volunteer): void {
  const n = roster.people.length
  const [x, y, z] = unitVector(one.at)
  const capacity = Math.max(0, Math.floor(one.capacity))
  roster.x[slot] = x
  roster.y[slot] = y
  roster.z[slot] = z
  roster.radius[slot] = one.radiusMetres
  roster.reach[slot] = squaredChord(one.radiusMetres, roster.rule) * (1 + 1e-9)
  roster.print[slot] = fingerprint(one.id)
  roster.served[slot] = Math.min(mostServed, Math.max(0, Math.round(one.served)))
  roster.capacity[slot] = capacity
  roster.age[slot] = one.age ?? -1
  roster.insuredUntil[slot] = one.insuredUntil ?? -1
  roster.answerRate[slot] = one.answerRate
  for (let week = 0; week < one.minutesLeft.length; week++)
    roster.minutesLeft[week * n + slot] = one.minutesLeft[week] as number
  if (one.automatic && capacity > 0) setBit(roster.ready, slot)
  if (one.sex) setBit(roster.sexes[one.sex], slot)
  for (const { skill, level, certifiedUntil = -1 } of one.skills) {
    const column = entryOf(roster.skills, skill, () => newSkill(n))
    setBit(column.has, slot)
    column.level[slot] = level
    column.certifiedUntil[slot] = certifiedUntil
  }
  for (const dialect of one.dialects)
    setBit(
      entryOf(roster.dialects, dialect, () => newBitSet(n)),
      slot,
    )
  for (const person of one.blocks) entryOf(roster.blocking, person, () => []).push(slot)
  for (const person of one.knows) entryOf(roster.knowing, person, () => []).push(slot)
  for (const person of one.servedWell) entryOf(roster.servedWell, person, () => []).push(slot)
}

/** The sets of hours lie in one block, hour after hour, so that a person's are a stride apart. */
function enterHours({ hours, people, free }: Roster): void {
  const words = newBitSet(people.length).length
  let count = 0
  for (let i = 0; i < free.count; i++) count = Math.max(count, Math.ceil((free.to[i] as number) / 60))
  const block = new Uint32Array(count * words)
  for (let hour = 0; hour < count; hour++) hours.push(block.subarray(hour * words, (hour + 1) * words))
  for (let slot = 0; slot < people.length; slot++) {
    const bit = 1 << (slot & 31)
    const end = free.end[slot] as number
    for (let i = free.start[slot] as number; i < end; i++) {
      const last = Math.ceil((free.to[i] as number) / 60) * words
      const first = Math.max(0, Math.floor((free.from[i] as number) / 60)) * words
      for (let at = first + (slot >> 5); at < last; at += words) block[at]! |= bit
    }
  }
}

function enterBusy({ busy }: Roster, slot: number, one: Volunteer): void {
  busy.start[slot] = busy.count
  for (const { from, to, at } of one.busy) {
    busy.from[busy.count] = from
    busy.to[busy.count] = to
    busy.place.set(unitVector(at), 3 * busy.count++)
  }
  busy.end[slot] = busy.count
}

export const newSkill = (size: number): Skill => ({
  has: newBitSet(size),
  level: new Uint8Array(size),
  certifiedUntil: new Float64Array(size).fill(-1),
})

/** A key's entry, made where there is none. */
function entryOf<Entry>(entries: Map<string, Entry>, key: string, make: () => Entry): Entry {
  let entry = entries.get(key)
  if (entry === undefined) {
    entry = make()
    entries.set(key, entry)
  }
  return entry
}
