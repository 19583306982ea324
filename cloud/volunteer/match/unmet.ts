import { type Assignment, type HardRule, hardRules, type Unmet } from './answer'
import { type Ask, setsOf } from './ask'
import { type BitSet, collectCommon, newBitSet } from './bit-set'
import { slotsAround } from './grid'
import type { Span } from './model'
import { otherTimes } from './other-times'
import { type Planned, planOf, staysFree } from './planned'
import type { Roster } from './roster'
import { bitOf, failures, metresTo } from './rules'

/** Rules that cannot give way: nobody is asked again after declining, nor sent to somebody known, nor to two places at once. */
const firm: ReadonlySet<HardRule> = new Set<HardRule>(['out', 'knowsParty', 'busy'])
const timeBits = bitOf('free') | bitOf('busy')

/**
 * For every request with places left: how many volunteers each rule excludes, and which single rule would have to give way so that volunteers who are still free
 * in this plan fill all of them; nothing else in the plan would have to change. O(volunteers with the skills) for each.
 */
export function explainUnmet(roster: Roster, asks: readonly Ask[], assignments: readonly Assignment[]): Unmet[] {
  const plan = planOf(roster, asks, assignments)
  const room = new Int32Array(roster.people.length)
  return asks.flatMap((ask) => {
    const coming = plan.coming.get(ask.request.id) ?? []
    const missing = ask.request.people - coming.length
    return missing > 0 ? [explain(ask, plan, coming, missing, room)] : []
  })
}

/** By window: who fails one rule alone and is free in the plan, by rule; and the distances of those for whom it is the radius. */
interface Tally {
  alone: number[]
  metres: number[]
}

function explain(ask: Ask, plan: Planned, coming: readonly Assignment[], missing: number, room: Int32Array): Unmet {
  const { roster } = ask
  // Whoever is still to come must come when the others do.
  const windows: readonly Span[] = coming.length ? [(coming[0] as Assignment).window] : ask.windows
  const tallies: Tally[] = windows.map(() => ({ alone: hardRules.map(() => 0), metres: [] }))
  const excluded = hardRules.map(() => 0)
  const movable: number[] = []
  let takenElsewhere = 0
  const people = roster.people.length
  const skills = ask.needs.map(({ column }) => column.has)
  const skilled = room.subarray(0, collectCommon(skills, 0, people, room, 0))
  for (const slot of skilled) {
    const metres = metresTo(ask, slot)
    let always = -1
    let movableNow = false
    for (let i = 0; i < windows.length; i++) {
      const window = windows[i] as Span
      const failed = failures(ask, window, slot, metres, true)
      always &= failed
      if ((failed & ~timeBits) === 0) movableNow = true
      if (failed !== 0 && (failed & (failed - 1)) === 0)
        count(tallies[i] as Tally, plan, ask, slot, window, failed, metres)
    }
    for (let bits = always; bits !== 0; bits &= bits - 1) excluded[31 - Math.clz32(bits & -bits)]! += 1
    if (always !== 0 && !movableNow) continue
    if (always === 0 && !coming.some(({ volunteerId }) => volunteerId === roster.people[slot]?.id)) takenElsewhere++
    if (movableNow) movable.push(slot)
  }
  excluded[hardRules.indexOf('skill')]! += people - skilled.length
  const unskilled = without(skilled, people)
  for (const [i, window] of windows.entries()) countUnskilled(tallies[i] as Tally, plan, ask, window, unskilled, room)
  const times = otherTimes(ask, plan, movable)
  return {
    requestId: ask.request.id,
    missing,
    takenElsewhere,
    excluded: Object.fromEntries(hardRules.map((rule, i) => [rule, excluded[i] as number]).filter(([, n]) => n)),
    relaxations: hardRules.flatMap((rule, i) => {
      const alone = Math.max(0, ...tallies.map((tally) => tally.alone[i] as number))
      const volunteers = rule === 'free' ? (times[0]?.volunteers ?? 0) : alone
      if (volunteers === 0 || firm.has(rule)) return []
      return [{ rule, volunteers, fills: rule === 'free' || volunteers >= missing }]
    }),
    ...reach(tallies, missing),
    otherTimes: times,
  }
}

function count(
  tally: Tally,
  plan: Planned,
  ask: Ask,
  slot: number,
  window: Span,
  failed: number,
  metres: number,
): void {
  if (!staysFree(plan, ask, slot, window)) return
  tally.alone[31 - Math.clz32(failed)]! += 1
  if (failed === bitOf('radius')) tally.metres.push(metres)
}

/** Those without the skills who would keep every other rule: only whoever is near and free comes into question. */
function countUnskilled(
  tally: Tally,
  plan: Planned,
  ask: Ask,
  window: Span,
  unskilled: BitSet,
  room: Int32Array,
): void {
  const sets = setsOf({ ...ask, sets: [ask.roster.ready, unskilled] }, window)
  if (!sets || ask.needs.length === 0) return
  const easier = { ...ask, needs: [] }
  let near = 0
  slotsAround(ask.roster.grid, ask.request.at, (from, to) => {
    near = collectCommon(sets, from, to, room, near)
  })
  for (const slot of room.subarray(0, near)) {
    const metres = metresTo(ask, slot)
    if (failures(easier, window, slot, metres, true) === 0)
      count(tally, plan, ask, slot, window, bitOf('skill'), metres)
  }
}

/** Everybody but these. */
function without(slots: Int32Array, size: number): BitSet {
  const others = newBitSet(size).fill(-1)
  for (const slot of slots) others[slot >> 5]! &= ~(1 << (slot & 31))
  return others
}

/** How far the nearest would walk, if just as many as are missing came in spite of their radius. */
function reach(tallies: readonly Tally[], missing: number): { reachMetres?: number } {
  const metres = tallies.map((tally) => tally.metres.sort((a, b) => a - b)[missing - 1] ?? Number.POSITIVE_INFINITY)
  const least = Math.min(...metres)
  return least < Number.POSITIVE_INFINITY ? { reachMetres: Math.ceil(least) } : {}
}
