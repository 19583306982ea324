import { type Assignment, type HardRule, hardRules, type Unmet } from './answer'
import type { Ask } from './ask'
import type { Span } from './model'
import { otherTimes } from './other-times'
import { bitOf, failures, metresTo } from './rules'
import { type Planned, planOf, staysFree } from './planned'
import type { Roster } from './roster'

/** Rules that could give way: nobody is asked again after declining, nor sent to somebody known, nor to two places at once. */
const firm: ReadonlySet<HardRule> = new Set<HardRule>(['out', 'knowsParty', 'busy'])
const timeBits = bitOf('free') | bitOf('busy')
const radiusBit = bitOf('radius')

/**
 * For every request with places left: how many volunteers each rule excludes, and which single rule would have to give way so that volunteers who are still free
 * in this plan fill all of them. Nothing else in the plan would have to change. O(volunteers) for each.
 */
export function explainUnmet(roster: Roster, asks: readonly Ask[], assignments: readonly Assignment[]): Unmet[] {
  const plan = planOf(roster, asks, assignments)
  return asks.flatMap((ask) => {
    const coming = plan.coming.get(ask.request.id) ?? []
    const missing = ask.request.people - coming.length
    return missing > 0 ? [explain(ask, plan, coming, missing)] : []
  })
}

interface Tally {
  /** Who fails nothing else than this rule, and is free in the plan. */
  alone: number[]
  /** For the radius: their distances. */
  metres: number[]
}

function explain(ask: Ask, plan: Planned, coming: readonly Assignment[], missing: number): Unmet {
  const { roster } = ask
  // Whoever is still to come must come when the others do.
  const windows: readonly Span[] = coming.length ? [(coming[0] as Assignment).window] : ask.windows
  const tallies: Tally[] = windows.map(() => ({ alone: hardRules.map(() => 0), metres: [] }))
  const excluded = hardRules.map(() => 0)
  const movable: number[] = []
  let takenElsewhere = 0
  for (let slot = 0; slot < roster.people.length; slot++) {
    const metres = metresTo(ask, slot)
    let always = -1
    let able = false
    let atOtherTimes = false
    for (const [i, window] of windows.entries()) {
      const failed = failures(ask, window, slot, metres, true)
      always &= failed
      if (failed === 0) able = true
      if ((failed & ~timeBits) === 0) atOtherTimes = true
      if (failed === 0 || (failed & (failed - 1)) !== 0 || !staysFree(plan, ask, slot, window)) continue
      const rule = 31 - Math.clz32(failed)
      const tally = tallies[i] as Tally
      tally.alone[rule]! += 1
      if (failed === radiusBit) tally.metres.push(metres)
    }
    for (let bits = always; bits !== 0; bits &= bits - 1) excluded[31 - Math.clz32(bits & -bits)]! += 1
    if (able && !coming.some(({ volunteerId }) => volunteerId === roster.people[slot]?.id)) takenElsewhere++
    if (atOtherTimes) movable.push(slot)
  }
  const most = (rule: number) => Math.max(0, ...tallies.map(({ alone }) => alone[rule] as number))
  const times = otherTimes(ask, plan, movable)
  const relaxations = hardRules.flatMap((rule, i) => {
    const volunteers = rule === 'free' ? (times[0]?.volunteers ?? 0) : most(i)
    if (volunteers === 0 || firm.has(rule)) return []
    return [{ rule, volunteers, fills: rule === 'free' || volunteers >= missing }]
  })
  const reach = Math.min(...tallies.map(({ metres }) => metres.sort((a, b) => a - b)[missing - 1] ?? Number.POSITIVE_INFINITY))
  return {
    requestId: ask.request.id,
    missing,
    takenElsewhere,
    excluded: Object.fromEntries(hardRules.map((rule, i) => [rule, excluded[i] as number]).filter(([, count]) => count)),
    relaxations,
    ...(reach < Number.POSITIVE_INFINITY ? { reachMetres: Math.ceil(reach) } : {}),
    otherTimes: times,
  }
}
