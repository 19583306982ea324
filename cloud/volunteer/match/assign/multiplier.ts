import { type Cost, less, minus } from './cost'
import type { Cut, Cuts } from './cuts'
import { type Network, nextCost } from './network'
import { chosenArcs, type Violation } from './violation'
import { type Relaxation, rework } from './volunteer'

/** A relaxation with its multipliers. */
export interface Priced extends Relaxation {
  cuts: Cuts
}

/**
 * Raises the multiplier of a violated rule until its cheapest way out is better than violating it, half way to the second best: below that the cheapest one stays
 * the cheapest, and other rules that compete for the same arcs find room.
 */
export function raise(priced: Priced, cut: Cut, violation: Violation): void {
  const chosen = chosenArcs(priced.net, cut.volunteer)
  rework(priced, cut.volunteer, () => {
    const [least, second] = losses(priced, cut, violation, chosen) as [Cost, Cost]
    const half = { hi: Math.floor((least.hi + second.hi) / 2), lo: Math.floor((least.lo + second.lo) / 2) }
    let by = less(least, half) ? half : { hi: least.hi, lo: least.lo + 1 }
    if (!less({ hi: 0, lo: 0 }, by)) by = { hi: 0, lo: 1 }
    charge(priced, cut, cut.hi + by.hi, cut.lo + by.lo)
  })
}

/**
 * What it costs a closed volunteer to do without each of the violating arcs, the least first, at what the rows cost while he or she is closed: the arc's
 * gain less that of the best arc that could take its place, or of taking one task less.
 */
function losses({ net, forbidden }: Relaxation, cut: Cut, { arcs }: Violation, chosen: readonly number[]): Cost[] {
  const first = net.volunteerStart[cut.volunteer] as number
  const end = net.volunteerStart[cut.volunteer + 1] as number
  const found = arcs.map((arc) => {
    let best: Cost = { hi: 0, lo: nextCost(net, cut.volunteer, chosen.length - 1) }
    for (let i = first; i < end; i++) {
      const other = net.volunteerArcs[i] as number
      if (forbidden[other] || cut.arcs.includes(other)) continue
      // Its group must be free, or become so.
      if (chosen.some((one) => one !== arc && net.group[one] === net.group[other])) continue
      const gain = gainOf(net, other)
      if (less(best, gain)) best = gain
    }
    return minus(gainOf(net, arc), best)
  })
  return found.sort((a, b) => (less(a, b) ? -1 : 1))
}

/** What it would gain if a closed volunteer served an arc, before the cost of one task more. */
function gainOf(net: Network, arc: number): Cost {
  const row = net.arcRow[arc] as number
  return {
    hi: -(net.nodeHi[row] as number) - (net.arcHi[arc] as number),
    lo: -(net.nodeLo[row] as number) - (net.arcLo[arc] as number),
  }
}

/**
 * Halves the multiplier of a rule that is kept with room to spare, because there the bound is below the plan's cost; one that was changed more than
 * `mostChanges` times is given up. Answers false where no rule is slack.
 */
export function lower(priced: Priced, mostChanges: number): boolean {
  const cut = slackCut(priced)
  if (!cut) return false
  const hi = Math.floor(cut.hi / 2)
  const lo = hi === 0 ? Math.max(0, Math.floor(cut.lo / 2)) : Math.floor(cut.lo / 2)
  const given = ++cut.changes > mostChanges
  rework(priced, cut.volunteer, () => charge(priced, cut, given ? 0 : hi, given ? 0 : lo))
  return true
}

/** A rule with a multiplier of which the present flow uses less than it may. */
function slackCut({ net, cuts }: Priced): Cut | undefined {
  for (const cut of cuts.all.values()) {
    if (cut.hi === 0 && cut.lo === 0) continue
    const taken = cut.arcs.filter((arc) => net.flow[net.group[arc] as number] === arc)
    if (taken.length < cut.most) return cut
  }
  return undefined
}

/** Sets a multiplier while its volunteer is closed. */
function charge({ net, cuts }: Priced, cut: Cut, hi: number, lo: number): void {
  for (const arc of cut.arcs) {
    net.arcHi[arc]! += hi - cut.hi
    net.arcLo[arc]! += lo - cut.lo
    net.unsorted[net.arcRow[arc] as number] = 1
  }
  cuts.chargedHi += cut.most * (hi - cut.hi)
  cuts.chargedLo += cut.most * (lo - cut.lo)
  cut.hi = hi
  cut.lo = lo
}
