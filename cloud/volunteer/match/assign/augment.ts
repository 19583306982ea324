import { pop } from './heap'
import { label, moveSlot, settle, shorten } from './label'
import { type Network, nextCost, openSlot, setFlow, take, unfilledSlot } from './network'

/** The end of the shortest path so far: a row that leaves one more place unfilled, or a volunteer who takes one more task. */
interface Goal {
  node: number
  hi: number
  lo: number
}

/**
 * Serves one open slot of a row along a shortest augmenting path (Dijkstra with potentials), after which the flow is again an optimum of what is served
 * (successive shortest paths: Jewell 1962; Edmonds and Karp 1972; Tomizawa 1971; with local updates as by Jonker and Volgenant 1987).
 *
 * Rows and volunteers are nodes. From a row an arc leads to the row that its group serves now, or to the volunteer when the group is empty; from a volunteer one
 * leads to every row he or she serves, in exchange. The scan of a row ends early: arcs stand in ascending order and prices only add to them.
 */
export function augment(net: Network, source: number): void {
  const { search, rows } = net
  const { heap } = search
  const goal: Goal = { node: -1, hi: Number.POSITIVE_INFINITY, lo: Number.POSITIVE_INFINITY }
  label(search, source, 0, 0, -1)
  while (heap.size > 0) {
    const hi = heap.hi[0] as number
    const lo = heap.lo[0] as number
    const node = heap.node[0] as number
    if (hi > goal.hi || (hi === goal.hi && lo >= goal.lo)) break
    pop(heap)
    if (hi !== search.hi[node] || lo !== search.lo[node]) continue
    if (node < rows) scanRow(net, node, hi, lo, goal)
    else scanVolunteer(net, node - rows, hi, lo)
  }
  apply(net, source, goal.node)
  settle(net, goal.hi, goal.lo, -1)
}

function scanRow(net: Network, row: number, hi: number, lo: number, goal: Goal): void {
  const { search, rows, head, flow, arcHi, arcLo, arcRow, groupHi, groupLo, nodeHi, nodeLo, groupVolunteer } = net
  const baseHi = hi + (nodeHi[row] as number)
  const baseLo = lo + (nodeLo[row] as number)
  const restHi = baseHi + (net.unfilledHi[row] as number)
  const restLo = baseLo + (net.unfilledLo[row] as number)
  if (restHi < goal.hi || (restHi === goal.hi && restLo < goal.lo)) {
    goal.node = row
    goal.hi = restHi
    goal.lo = restLo
  }
  const end = net.rowStart[row + 1] as number
  for (let arc = net.rowStart[row] as number; arc < end; arc++) {
    const costHi = baseHi + (arcHi[arc] as number)
    if (costHi > goal.hi) {
      if (net.unsorted[row]) continue
      break
    }
    const group = head[arc] as number
    if (group < 0) continue
    const serves = flow[group] as number
    if (serves === arc) continue
    const toHi = costHi - (groupHi[group] as number)
    if (toHi > goal.hi) continue
    const toLo = baseLo + (arcLo[arc] as number) - (groupLo[group] as number)
    if (toHi === goal.hi && toLo >= goal.lo) continue
    if (serves >= 0) {
      label(search, arcRow[serves] as number, toHi, toLo, arc)
      continue
    }
    const volunteer = groupVolunteer[group] as number
    const taken = net.taken[volunteer] as number
    // Nobody to exchange with: the label alone is enough.
    if (taken === 0) {
      if (!shorten(search, rows + volunteer, toHi, toLo, arc)) continue
    } else label(search, rows + volunteer, toHi, toLo, arc)
    if (taken >= (net.capacity[volunteer] as number)) continue
    const sinkHi = toHi + (nodeHi[rows + volunteer] as number)
    const sinkLo = toLo + (nodeLo[rows + volunteer] as number) + nextCost(net, volunteer, taken)
    if (sinkHi > goal.hi || (sinkHi === goal.hi && sinkLo >= goal.lo)) continue
    goal.node = rows + volunteer
    goal.hi = sinkHi
    goal.lo = sinkLo
  }
}

function scanVolunteer(net: Network, volunteer: number, hi: number, lo: number): void {
  const { search, rows, flow, groupHi, groupLo } = net
  const baseHi = hi + (net.nodeHi[rows + volunteer] as number)
  const baseLo = lo + (net.nodeLo[rows + volunteer] as number)
  const first = net.volunteerStart[volunteer] as number
  const end = first + (net.groups[volunteer] as number)
  for (let group = first; group < end; group++) {
    const serves = flow[group] as number
    if (serves < 0) continue
    label(
      search,
      net.arcRow[serves] as number,
      baseHi - (groupHi[group] as number),
      baseLo - (groupLo[group] as number),
      -2 - group,
    )
  }
}

/** Walks back from the goal and moves every slot on the way. */
function apply(net: Network, source: number, goal: number): void {
  const { search, rows, flow, head, arcRow } = net
  let row = goal
  let incoming = unfilledSlot
  if (goal < rows) net.unfilled[goal]! += 1
  else {
    take(net, goal - rows, 1)
    incoming = search.from[goal] as number
    setFlow(net, head[incoming] as number, incoming)
    row = arcRow[incoming] as number
  }
  while (row !== source) {
    const from = search.from[row] as number
    if (from >= 0) {
      const group = head[from] as number
      moveSlot(net, row, flow[group] as number, incoming)
      setFlow(net, group, from)
      incoming = from
    } else {
      const group = -2 - from
      moveSlot(net, row, flow[group] as number, incoming)
      setFlow(net, group, -1)
      incoming = search.from[rows + (net.groupVolunteer[group] as number)] as number
      setFlow(net, head[incoming] as number, incoming)
    }
    row = arcRow[incoming] as number
  }
  moveSlot(net, source, openSlot, incoming)
}
