import { augment } from './augment'
import { moveSlot, priceVolunteer } from './label'
import { type Clashes, type Network, nextCost, openSlot, setFlow, take } from './network'
import { layGroups, type Pair, placeGroups } from './part'
import { refill } from './refill'

/** A relaxation that can be changed: which arcs are forbidden, and which pairs of a volunteer's tasks must share a group. */
export interface Relaxation {
  net: Network
  clashes: Clashes
  /** How many decisions of the search forbid an arc. */
  forbidden: Uint8Array
  together: Map<number, readonly Pair[]>
}

/** Serves every row of an idle network: the optimum of the relaxation. */
export function solveRelaxation(net: Network, clashes: Clashes): Relaxation {
  const relaxation: Relaxation = { net, clashes, forbidden: new Uint8Array(net.head.length), together: new Map() }
  for (let volunteer = 0; volunteer < net.volunteers; volunteer++)
    placeGroups(net, volunteer, layGroups(net, clashes, volunteer) ?? [])
  net.head.set(net.group)
  for (let volunteer = 0; volunteer < net.volunteers; volunteer++)
    price(net, volunteer, 0, -nextCost(net, volunteer, 0))
  for (let row = 0; row < net.rows; row++) for (let n = net.supply[row] as number; n > 0; n--) augment(net, row)
  return relaxation
}

/** Forbids an arc. Where the flow does without it, it stays an optimum. */
export function forbid(relaxation: Relaxation, arc: number): void {
  const { net, forbidden } = relaxation
  if (forbidden[arc]!++ > 0) return
  if (net.flow[net.group[arc] as number] !== arc) net.head[arc] = -1
  else rework(relaxation, net.arcVolunteer[arc] as number, () => {})
}

/** Takes back what forbid did. Where the arc would not pay at the present prices, the flow stays an optimum. */
export function allow(relaxation: Relaxation, arc: number): void {
  const { net, forbidden } = relaxation
  if (--forbidden[arc]! > 0) return
  const row = net.arcRow[arc] as number
  const group = net.group[arc] as number
  const hi = (net.nodeHi[row] as number) + (net.arcHi[arc] as number) - (net.groupHi[group] as number)
  const lo = (net.nodeLo[row] as number) + (net.arcLo[arc] as number) - (net.groupLo[group] as number)
  if (hi > 0 || (hi === 0 && lo >= 0)) net.head[arc] = group
  else rework(relaxation, net.arcVolunteer[arc] as number, () => {})
}

/** Lays a volunteer's groups anew, with these pairs together. Answers false, and changes nothing, where they cannot all be kept. */
export function regroup(relaxation: Relaxation, volunteer: number, pairs: readonly Pair[]): boolean {
  const { net, clashes, together } = relaxation
  const groups = layGroups(net, clashes, volunteer, pairs)
  if (!groups) return false
  together.set(volunteer, pairs)
  rework(relaxation, volunteer, () => placeGroups(net, volunteer, groups))
  return true
}

/**
 * Changes what a volunteer may do, and mends the optimum locally: the volunteer is closed (others take over), `change` is made, and the volunteer is opened
 * again. Before and after, the flow is an optimum with a proof.
 */
export function rework({ net, forbidden }: Relaxation, volunteer: number, change: () => void): void {
  close(net, volunteer)
  change()
  open(net, forbidden, volunteer)
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
  for (let i = first; i < arcsEnd; i++) net.head[net.volunteerArcs[i] as number] = -1
  for (const row of freed) augment(net, row)
}

function open(net: Network, forbidden: Uint8Array, volunteer: number): void {
  let hi = 0
  let lo = -nextCost(net, volunteer, 0)
  const end = net.volunteerStart[volunteer + 1] as number
  for (let i = net.volunteerStart[volunteer] as number; i < end; i++) {
    const arc = net.volunteerArcs[i] as number
    if (forbidden[arc]) continue
    net.head[arc] = net.group[arc] as number
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
