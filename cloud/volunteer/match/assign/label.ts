import { push } from './heap'
import { type Network, openSlot, type Search } from './network'

/** Gives a node a shorter distance, or leaves it. Answers whether it became shorter. */
export function shorten(search: Search, node: number, hi: number, lo: number, from: number): boolean {
  const known = search.hi[node] as number
  if (known < hi || (known === hi && (search.lo[node] as number) <= lo)) return false
  if (known === Number.POSITIVE_INFINITY) search.touched[search.count++] = node
  search.hi[node] = hi
  search.lo[node] = lo
  search.from[node] = from
  return true
}

/** As shorten, and the node waits to be scanned. */
export function label(search: Search, node: number, hi: number, lo: number, from: number): void {
  if (shorten(search, node, hi, lo, from)) push(search.heap, node, hi, lo)
}

/** Puts one of a row's slots on another arc. */
export function moveSlot(net: Network, row: number, outgoing: number, incoming: number): void {
  let slot = net.slotStart[row] as number
  while (net.slots[slot] !== outgoing) slot++
  net.slots[slot] = incoming
  pay(net, row, outgoing, -1)
  pay(net, row, incoming, 1)
}

/** Adds or takes off what a slot costs. */
function pay(net: Network, row: number, arc: number, by: 1 | -1): void {
  if (arc === openSlot) return
  net.costHi += by * ((arc < 0 ? net.unfilledHi[row] : net.arcHi[arc]) as number)
  net.costLo += by * ((arc < 0 ? net.unfilledLo[row] : net.arcLo[arc]) as number)
}

/**
 * Ends a search that reached its goal at (goalHi, goalLo): nodes nearer than that move their potential by the rest of the way (`sign` -1 for a search along the
 * arcs, +1 for one against them), the prices of groups follow, and the labels are cleared. Reduced costs stay ≥ 0, and become 0 along the path.
 */
export function settle(net: Network, goalHi: number, goalLo: number, sign: 1 | -1): void {
  const { search, nodeHi, nodeLo, rows } = net
  for (let i = 0; i < search.count; i++) {
    const node = search.touched[i] as number
    const hi = goalHi - (search.hi[node] as number)
    const lo = goalLo - (search.lo[node] as number)
    search.hi[node] = Number.POSITIVE_INFINITY
    search.lo[node] = Number.POSITIVE_INFINITY
    // Farther than the goal: neither its potential nor, as the path does not lead there, its flow has changed.
    if (hi < 0 || (hi === 0 && lo < 0)) continue
    nodeHi[node]! += sign * hi
    nodeLo[node]! += sign * lo
    if (node < rows) priceRow(net, node)
    else priceVolunteer(net, node - rows)
  }
  search.count = 0
  search.heap.size = 0
}

/** Prices of the groups that serve a row: its potential plus the arc's cost. */
function priceRow(net: Network, row: number): void {
  const end = net.slotStart[row + 1] as number
  for (let slot = net.slotStart[row] as number; slot < end; slot++) {
    const arc = net.slots[slot] as number
    if (arc < 0) continue
    const group = net.head[arc] as number
    net.groupHi[group] = (net.nodeHi[row] as number) + (net.arcHi[arc] as number)
    net.groupLo[group] = (net.nodeLo[row] as number) + (net.arcLo[arc] as number)
  }
}

/** Prices of the empty groups of a volunteer: his or her own. */
export function priceVolunteer(net: Network, volunteer: number): void {
  const first = net.volunteerStart[volunteer] as number
  const end = first + (net.groups[volunteer] as number)
  const hi = net.nodeHi[net.rows + volunteer] as number
  const lo = net.nodeLo[net.rows + volunteer] as number
  for (let group = first; group < end; group++) {
    if ((net.flow[group] as number) >= 0) continue
    net.groupHi[group] = hi
    net.groupLo[group] = lo
  }
}
