import type { Violation } from './violation'
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
  const { net } = relaxation
  rework(relaxation, cut.volunteer, () => {
    for (const arc of cut.arcs) {
      net.arcHi[arc]! += hi - cut.hi
      net.arcLo[arc]! += lo - cut.lo
      net.unsorted[net.arcRow[arc] as number] = 1
    }
  })
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
