import type { Network } from './network'
import type { Relaxation } from './volunteer'

/** Arcs that the present flow takes and no plan may take all of: tasks of one volunteer. */
export interface Violation {
  volunteer: number
  arcs: number[]
}

/** The first violation of the present flow, or nothing: then it is a plan. */
export function findViolation(relaxation: Relaxation): Violation | undefined {
  const { taken, changed } = relaxation.net
  for (let volunteer = 0; volunteer < taken.length; volunteer++) {
    if (!changed[volunteer]) continue
    const arcs = (taken[volunteer] as number) < 2 ? undefined : violatedBy(relaxation, volunteer)
    if (arcs) return { volunteer, arcs }
    changed[volunteer] = 0
  }
  return undefined
}

/** Two tasks that clash, or else a least set that is too much: any one of them less would do. */
function violatedBy({ net, clashes }: Relaxation, volunteer: number): number[] | undefined {
  const arcs = chosenArcs(net, volunteer)
  const task = (arc: number) => net.arcTask[arc] as number
  for (const [i, one] of arcs.entries())
    for (const other of arcs.slice(i + 1)) if (clashes.pair(volunteer, task(one), task(other))) return [one, other]
  if (!clashes.tooMuch(volunteer, arcs.map(task))) return undefined
  let least = arcs
  for (const arc of arcs) {
    const rest = least.filter((kept) => kept !== arc)
    if (clashes.tooMuch(volunteer, rest.map(task))) least = rest
  }
  return least
}

/** The arcs that a volunteer serves in the present flow. */
export function chosenArcs(net: Network, volunteer: number): number[] {
  const first = net.volunteerStart[volunteer] as number
  return Array.from(net.flow.subarray(first, first + (net.groups[volunteer] as number))).filter((arc) => arc >= 0)
}
