import { augment } from './augment'
import { moveSlot, priceVolunteer } from './label'
import { type Clashes, type Network, nextCost, openSlot, setFlow, take } from './network'
import { partVolunteer } from './part'
import { refill } from './refill'

/** A relaxation that can be changed: which arcs are forbidden, and which pairs of a volunteer's tasks must share a group. */
export interface Relaxation {
  net: Network
  clashes: Clashes
  /** How many decisions of the search forbid an arc. */
  forbidden: Uint8Array
  together: Map<number, [number, number][]>
}

/** Serves every row of an idle network: the optimum of the relaxation. */
export function solveRelaxation(net: Network, clashes: Clashes): Relaxation {
  const relaxation: Relaxation = { net, clashes, forbidden: new Uint8Array(net.head.length), together: new Map() }
  for (let volunteer = 0; volunteer < net.volunteers; volunteer++) {
    partVolunteer(net, clashes, volunteer, allowedArcs(relaxation, volunteer))
    price(net, volunteer, 0, -nextCost(net, volunteer, 0))
  }
  for (let row = 0; row < net.rows; row++) for (let n = net.supply[row] as number; n > 0; n--) augment(net, row)
  return relaxation
}

/**
 * Changes what a volunteer may do, and mends the optimum locally: the volunteer is closed (others take over), `change` is made, and the volunteer is opened
 * again. Before and after, the flow is an optimum with a proof. Answers what `change` answers.
 */
export function rework(relaxation: Relaxation, volunteer: number, change: () => void): void {
  const { net } = relaxation
  close(net, volunteer)
  change()
  open(relaxation, volunteer)
}

function close(net: Network, volunteer: number): void {
  const first = net.volunteerStart[volunteer] as number
  const end = first + (net.groups[volunteer] as number)
  const freed: number[] = []
  for (let group = first; group < end; group++) {
    const arc = net.flow[group] as number
    if (arc < 0) continue
    const row = net.arcRow[arc] as number
    setFlow(net, group, -1)
    moveSlot(net, row, arc, openSlot)
    take(net, volunteer, -1)
    freed.push(row)
  }
  const arcsEnd = net.volunteerStart[volunteer + 1] as number
  for (let i = net.volunteerStart[volunteer] as number; i < arcsEnd; i++) net.head[net.volunteerArcs[i] as number] = -1
  for (const row of freed) augment(net, row)
}

function open(relaxation: Relaxation, volunteer: number): void {
  const { net, clashes, together } = relaxation
  const arcs = allowedArcs(relaxation, volunteer)
  const pairs = together.get(volunteer)
  if (!partVolunteer(net, clashes, volunteer, arcs, pairs)) {
    // The pairs cannot all be kept among the arcs allowed now. Without them the relaxation is weaker, and as true.
    partVolunteer(net, clashes, volunteer, arcs)
  }
  let hi = 0
  let lo = -nextCost(net, volunteer, 0)
  for (const arc of arcs) {
    const row = net.arcRow[arc] as number
    const arcHi = (net.nodeHi[row] as number) + (net.arcHi[arc] as number)
    const arcLo = (net.nodeLo[row] as number) + (net.arcLo[arc] as number)
    if (arcHi > hi || (arcHi === hi && arcLo >= lo)) continue
    hi = arcHi
    lo = arcLo
  }
  price(net, volunteer, hi, lo)
  refill(net, volunteer)
}

function price(net: Network, volunteer: number, hi: number, lo: number): void {
  net.nodeHi[net.rows + volunteer] = hi
  net.nodeLo[net.rows + volunteer] = lo
  priceVolunteer(net, volunteer)
}

export function allowedArcs({ net, forbidden }: Relaxation, volunteer: number): number[] {
  const arcs: number[] = []
  const end = net.volunteerStart[volunteer + 1] as number
  for (let i = net.volunteerStart[volunteer] as number; i < end; i++) {
    const arc = net.volunteerArcs[i] as number
    if (!forbidden[arc]) arcs.push(arc)
  }
  return arcs
}
