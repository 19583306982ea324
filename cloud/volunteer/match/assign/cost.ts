import { type Network, nextCost, type Problem } from './network'

/** A cost on two levels, compared lexicographically. */
export interface Cost {
  hi: number
  lo: number
}

export const less = (a: Cost, b: Cost): boolean => a.hi < b.hi || (a.hi === b.hi && a.lo < b.lo)
export const minus = (a: Cost, b: Cost): Cost => ({ hi: a.hi - b.hi, lo: a.lo - b.lo })

/** What the present flow costs at the arcs' costs of `prices`: the problem's own, or the network's with its multipliers. */
export function costOf(net: Network, prices: Pick<Problem, 'arcHi' | 'arcLo'>): Cost {
  let hi = 0
  let lo = 0
  for (let row = 0; row < net.rows; row++)
    for (let slot = net.slotStart[row] as number; slot < (net.slotStart[row + 1] as number); slot++) {
      const arc = net.slots[slot] as number
      hi += (arc < 0 ? net.unfilledHi[row] : prices.arcHi[arc]) as number
      lo += (arc < 0 ? net.unfilledLo[row] : prices.arcLo[arc]) as number
    }
  for (let volunteer = 0; volunteer < net.volunteers; volunteer++)
    for (let n = 0; n < (net.taken[volunteer] as number); n++) lo += nextCost(net, volunteer, n)
  return { hi, lo }
}
