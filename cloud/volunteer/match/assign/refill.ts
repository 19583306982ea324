import { pop } from './heap'
import { label, moveSlot, settle } from './label'
import { groupStart, type Network, nextCost, setFlow, take, unfilledSlot } from './network'

interface Start {
  node: number
  hi: number
  lo: number
}

/**
 * Gives a volunteer who has just been opened the tasks that make the flow an optimum again. His or her potential is low enough for every arc into the volunteer,
 * so that the only arc with a negative reduced cost is the one for taking a task: while it is, the best exchange is looked for against the arcs,
 * among those that gain more than they cost; without one the potential rises to the task's cost.
 */
export function refill(net: Network, volunteer: number): void {
  const node = net.rows + volunteer
  for (;;) {
    const taken = net.taken[volunteer] as number
    if (taken >= (net.capacity[volunteer] as number)) return
    const gainHi = -(net.nodeHi[node] as number)
    const gainLo = -(net.nodeLo[node] as number) - nextCost(net, volunteer, taken)
    if (gainHi < 0 || (gainHi === 0 && gainLo <= 0)) return
    exchange(net, volunteer, gainHi, gainLo)
  }
}

/** One search from the volunteer backwards, bounded by what a task would gain. */
function exchange(net: Network, volunteer: number, gainHi: number, gainLo: number): void {
  const { search, rows } = net
  const { heap } = search
  const start: Start = { node: -1, hi: gainHi, lo: gainLo }
  label(search, rows + volunteer, 0, 0, -1)
  while (heap.size > 0) {
    const hi = heap.hi[0] as number
    const lo = heap.lo[0] as number
    const node = heap.node[0] as number
    if (hi > start.hi || (hi === start.hi && lo >= start.lo)) break
    pop(heap)
    if (hi !== search.hi[node] || lo !== search.lo[node]) continue
    if (node >= rows) intoVolunteer(net, node - rows, node - rows === volunteer, hi, lo, start)
    else intoRow(net, node, hi, lo, start)
  }
  if (start.node >= 0) apply(net, volunteer, start.node)
  settle(net, start.hi, start.lo, 1)
}

/** Who could come to an empty group of this volunteer; or the path begins by his or her giving up a task. */
function intoVolunteer(net: Network, volunteer: number, isGoal: boolean, hi: number, lo: number, start: Start): void {
  const { rows, nodeHi, nodeLo } = net
  const ownHi = nodeHi[rows + volunteer] as number
  const ownLo = nodeLo[rows + volunteer] as number
  const taken = net.taken[volunteer] as number
  if (!isGoal && taken > 0)
    consider(start, rows + volunteer, hi - ownHi, lo - ownLo - nextCost(net, volunteer, taken - 1))
  const first = net.volunteerStart[volunteer] as number
  const end = first + (net.groups[volunteer] as number)
  for (let group = first; group < end; group++)
    if ((net.flow[group] as number) < 0) labelGroup(net, group, hi - ownHi, lo - ownLo, start)
}

/** Labels the rows whose arcs lead into a group, at what is known of the way from there. */
function labelGroup(net: Network, group: number, baseHi: number, baseLo: number, start: Start): void {
  const { search, flow, head, nodeHi, nodeLo } = net
  const serving = flow[group] as number
  const end = net.groupEnd[group] as number
  for (let i = groupStart(net, group); i < end; i++) {
    const arc = net.volunteerArcs[i] as number
    if ((head[arc] as number) < 0 || arc === serving) continue
    const row = net.arcRow[arc] as number
    const hi = baseHi + (net.arcHi[arc] as number) + (nodeHi[row] as number)
    if (hi > start.hi) continue
    label(search, row, hi, baseLo + (net.arcLo[arc] as number) + (nodeLo[row] as number), arc)
  }
}

/** Who could take over a group that serves this row; or the path begins with one of its places that is unfilled. */
function intoRow(net: Network, row: number, hi: number, lo: number, start: Start): void {
  const { search, rows, head, nodeHi, nodeLo, groupHi, groupLo } = net
  if ((net.unfilled[row] as number) > 0)
    consider(
      start,
      row,
      hi - (nodeHi[row] as number) - (net.unfilledHi[row] as number),
      lo - (nodeLo[row] as number) - (net.unfilledLo[row] as number),
    )
  const slotsEnd = net.slotStart[row + 1] as number
  for (let slot = net.slotStart[row] as number; slot < slotsEnd; slot++) {
    const serving = net.slots[slot] as number
    if (serving < 0) continue
    const group = head[serving] as number
    const volunteer = net.groupVolunteer[group] as number
    const baseHi = hi - (groupHi[group] as number)
    const baseLo = lo - (groupLo[group] as number)
    const viaHi = baseHi + (nodeHi[rows + volunteer] as number)
    if (viaHi <= start.hi) label(search, rows + volunteer, viaHi, baseLo + (nodeLo[rows + volunteer] as number), group)
    labelGroup(net, group, baseHi, baseLo, start)
  }
}

function consider(start: Start, node: number, hi: number, lo: number): void {
  if (hi > start.hi || (hi === start.hi && lo >= start.lo)) return
  start.node = node
  start.hi = hi
  start.lo = lo
}

/** Walks from the path's first node to the volunteer and moves every slot on the way. */
function apply(net: Network, volunteer: number, start: number): void {
  const { search, rows, flow, head, arcRow, groupVolunteer } = net
  let row = start
  let outgoing = unfilledSlot
  if (start < rows) net.unfilled[start]! -= 1
  else {
    take(net, start - rows, -1)
    const group = search.from[start] as number
    outgoing = flow[group] as number
    setFlow(net, group, -1)
    row = arcRow[outgoing] as number
  }
  for (;;) {
    const arc = search.from[row] as number
    const group = head[arc] as number
    const displaced = flow[group] as number
    setFlow(net, group, arc)
    moveSlot(net, row, outgoing, arc)
    outgoing = displaced
    if (displaced < 0) {
      const owner = groupVolunteer[group] as number
      if (owner === volunteer) break
      const given = search.from[rows + owner] as number
      outgoing = flow[given] as number
      setFlow(net, given, -1)
    }
    row = arcRow[outgoing] as number
  }
  take(net, volunteer, 1)
}
