import { type Cost, less } from './cost'
import type { Priced } from './multiplier'

/** The least that an arc costs which was left out of the problem, by row; Infinity where none was. */
export interface Beyond {
  hi: Float64Array
  /** With the cost of taking one task more. */
  lo: Float64Array
}

/** What every plan of the problem's arcs costs at least under the present decisions: the flow's cost with the multipliers, less what those charge to plans that use up every rule. */
export const boundOf = ({ net, cuts }: Priced): Cost => ({
  hi: net.costHi - cuts.chargedHi,
  lo: net.costLo - cuts.chargedLo,
})

/**
 * Calls `visit` for every row to which an arc that was left out could now gain something, with the most that it could: what the row pays now less the cheapest of
 * those arcs. Volunteers' potentials are never above zero, so that nobody would pay for taking it.
 */
export function eachShort({ net }: Priced, beyond: Beyond | undefined, visit: (row: number, gain: Cost) => void): void {
  if (!beyond) return
  for (let row = 0; row < net.rows; row++) {
    const hi = -(net.nodeHi[row] as number) - (beyond.hi[row] as number)
    const lo = -(net.nodeLo[row] as number) - (beyond.lo[row] as number)
    if (less({ hi: 0, lo: 0 }, { hi, lo })) visit(row, { hi, lo })
  }
}

/** As boundOf, over all arcs: each place of a row may gain what eachShort says. */
export function boundOfAll(priced: Priced, beyond: Beyond | undefined): Cost {
  const bound = boundOf(priced)
  eachShort(priced, beyond, (row, gain) => {
    bound.hi -= (priced.net.supply[row] as number) * gain.hi
    bound.lo -= (priced.net.supply[row] as number) * gain.lo
  })
  return bound
}
