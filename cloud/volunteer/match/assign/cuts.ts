import type { Clashes, Network } from './network'
import type { Violation } from './violation'

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

/** The rules that were broken so far. */
export interface Cuts {
  /** By their arcs. */
  all: Map<string, Cut>
  /** By the arcs of the violations that led to them. */
  brokenBy: Map<string, Cut>
  /** What the multipliers add to plans that use up every rule: the sum of most · (hi, lo). */
  chargedHi: number
  chargedLo: number
}

export const noCuts = (): Cuts => ({ all: new Map(), brokenBy: new Map(), chargedHi: 0, chargedLo: 0 })

/** The rule that a violation breaks, made as wide as it is true. */
export function cutOf(net: Network, clashes: Clashes, { all, brokenBy }: Cuts, violation: Violation): Cut {
  const broken = violation.arcs.join()
  let cut = brokenBy.get(broken)
  if (!cut) {
    const arcs = widen(net, clashes, violation)
    const key = arcs.join()
    cut = all.get(key) ?? {
      volunteer: violation.volunteer,
      arcs,
      most: violation.arcs.length - 1,
      hi: 0,
      lo: 0,
      changes: 0,
    }
    all.set(key, cut)
    brokenBy.set(broken, cut)
  }
  return cut
}

/** A clique of tasks that clash, or an extended cover (Balas 1975): with each set that is too much, every task that is as long as any of it. */
function widen(net: Network, clashes: Clashes, { volunteer, arcs }: Violation): number[] {
  const task = (arc: number) => net.arcTask[arc] as number
  const clash = (one: number, other: number) => clashes.pair(volunteer, task(one), task(other))
  const isPair = arcs.length === 2 && clash(arcs[0] as number, arcs[1] as number)
  const wide = [...arcs]
  for (const arc of net.volunteerArcs.slice(net.volunteerStart[volunteer], net.volunteerStart[volunteer + 1]).sort()) {
    if (wide.includes(arc)) continue
    const joins = isPair
      ? wide.every((one) => clash(one, arc))
      : arcs.every((one) => clashes.atLeast(task(arc), task(one)))
    if (joins) wide.push(arc)
  }
  return wide.sort((a, b) => a - b)
}
