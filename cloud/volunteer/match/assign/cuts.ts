import { type Cost, less, minus } from './cost'
import { nextCost } from './network'
import { chosenArcs, type Violation } from './violation'
import { type Relaxation, rework } from './volunteer'

/**
 * A rule that groups could not hold: of these arcs of one volunteer at most `most`. Its multiplier (hi, lo) is added to the arcs' costs, and taken from the
 * bound `most` times (Lagrangian relaxation: Held and Karp 1970, Fisher 1981). Any multiplier gives a true bound.
 */
export interface Cut {
  volunteer: number
  arcs: number[]
  most: number
  hi: number
  lo: number
  /** How often the multiplier was changed. */
  changes: number
}

/** By volunteer and arcs. */
export type Cuts = Map<string, Cut>

/** The rule that a violation breaks, made as wide as it is true: a clique, or an extended cover (Balas 1975). */
export function cutOf(relaxation: Relaxation, cuts: Cuts, { volunteer, arcs }: Violation): Cut {
  const { net, clashes } = relaxation
  const task = (arc: number) => net.arcTask[arc] as number
  const clash = (one: number, other: number) => clashes.pair(volunteer, task(one), task(other))
  const wide = [...arcs]
  for (const arc of net.volunteerArcs.slice(net.volunteerStart[volunteer], net.volunteerStart[volunteer + 1]).sort()) {
    if (wide.includes(arc)) continue
    const joins =
      arcs.length === 2 && clash(arcs[0] as number, arcs[1] as number)
        ? wide.every((one) => clash(one, arc))
        : arcs.every((one) => clashes.atLeast(task(arc), task(one)))
    if (joins) wide.push(arc)
  }
  wide.sort((a, b) => a - b)
  const key = wide.join()
  let cut = cuts.get(key)
  if (!cut) {
    cut = { volunteer, arcs: wide, most: arcs.length - 1, hi: 0, lo: 0, changes: 0 }
    cuts.set(key, cut)
  }
  return cut
}

/** Sets a multiplier, and mends the optimum. */
export function charge(relaxation: Relaxation, cut: Cut, hi: number, lo: number): void {
  rework(relaxation, cut.volunteer, () => setMultiplier(relaxation, cut, hi, lo))
}

/**
 * Raises the multiplier of a violated rule until its cheapest way out is better than violating it, half way to the second best: below that the cheapest one stays
 * the cheapest, and other rules that compete for the same arcs find room.
 */
export function raise(relaxation: Relaxation, cut: Cut, violation: Violation): void {
  const chosen = chosenArcs(relaxation.net, cut.volunteer)
  rework(relaxation, cut.volunteer, () => {
    const [least, second] = losses(relaxation, cut, violation, chosen) as [Cost, Cost]
    const half = { hi: Math.floor((least.hi + second.hi) / 2), lo: Math.floor((least.lo + second.lo) / 2) }
    let by = less(least, half) ? half : { hi: least.hi, lo: least.lo + 1 }
    if (!less({ hi: 0, lo: 0 }, by)) by = { hi: 0, lo: 1 }
    setMultiplier(relaxation, cut, cut.hi + by.hi, cut.lo + by.lo)
  })
}

/**
 * What it costs a closed volunteer to do without each of the violating arcs, the least first, at the prices that the others pay for the rows while he or she is closed:
 * the arc's gain less that of the best arc that could take its place, or of nothing.
 */
function losses({ net, forbidden }: Relaxation, cut: Cut, { arcs }: Violation, chosen: readonly number[]): Cost[] {
  const gain = (arc: number): Cost => ({
    hi: -(net.nodeHi[net.arcRow[arc] as number] as number) - (net.arcHi[arc] as number),
    lo: -(net.nodeLo[net.arcRow[arc] as number] as number) - (net.arcLo[arc] as number),
  })
  const own = net.volunteerArcs.subarray(net.volunteerStart[cut.volunteer], net.volunteerStart[cut.volunteer + 1])
  const taken = (arc: number, but: number) =>
    chosen.some((other) => other !== but && net.group[other] === net.group[arc])
  const found = arcs.map((arc) => {
    let best: Cost = { hi: 0, lo: nextCost(net, cut.volunteer, chosen.length - 1) }
    for (const other of own) {
      if (forbidden[other] || cut.arcs.includes(other) || taken(other, arc) || chosen.includes(other)) continue
      if (less(best, gain(other))) best = gain(other)
    }
    return minus(gain(arc), best)
  })
  return found.sort((a, b) => (less(a, b) ? -1 : 1))
}

function setMultiplier({ net }: Relaxation, cut: Cut, hi: number, lo: number): void {
  for (const arc of cut.arcs) {
    net.arcHi[arc]! += hi - cut.hi
    net.arcLo[arc]! += lo - cut.lo
    net.unsorted[net.arcRow[arc] as number] = 1
  }
  cut.hi = hi
  cut.lo = lo
}

/** A rule with a multiplier that the present flow keeps with room to spare: there the bound is below the plan's cost. */
export function slackCut({ net }: Relaxation, cuts: Cuts): Cut | undefined {
  for (const cut of cuts.values()) {
    if (cut.hi === 0 && cut.lo === 0) continue
    const taken = cut.arcs.filter((arc) => (net.head[arc] as number) >= 0 && net.flow[net.head[arc] as number] === arc)
    if (taken.length < cut.most) return cut
  }
  return undefined
}
