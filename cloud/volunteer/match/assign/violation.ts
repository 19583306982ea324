import { lookedAt, type Network } from './network'
import type { Relaxation } from './volunteer'

/** Arcs that the present flow takes and no plan may take all of: tasks of one volunteer. */
export interface Violation {
  volunteer: number
  arcs: number[]
}

/** A violation of the present flow by a volunteer who waits to be looked at, and waits on; or nothing: then the flow is a plan. */
export function findViolation(relaxation: Relaxation): Violation | undefined {
  const { net } = relaxation
  while (net.waitingCount > 0) {
    const volunteer = net.waiting[net.waitingCount - 1] as number
    const arcs = (net.taken[volunteer] as number) < 2 ? undefined : violatedBy(relaxation, volunteer)
    if (arcs) return { volunteer, arcs }
    lookedAt(net)
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
