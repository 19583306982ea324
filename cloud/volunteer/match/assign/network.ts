import { type Heap, newHeap } from './heap'

/**
 * What is to be assigned. Rows ask for a number of different volunteers; an arc lets a row's task be done by a volunteer at a cost (hi, lo), compared
 * lexicographically; every unit of a row costs either an arc or the row's price of staying unfilled. The nth task of a volunteer costs
 * (2 · (load + n) - 1) · step in the low level besides, so that the sum is that of squared loads (Harvey, Ladner, Lovász, Tamir 2006). All costs are integers,
 * not negative; arcs of a row stand in ascending order.
 */
export interface Problem {
  /** How many people each row asks for. */
  supply: Int32Array
  unfilledHi: Float64Array
  unfilledLo: Float64Array
  /** Arcs of row r are rowStart[r] … rowStart[r + 1] - 1. */
  rowStart: Int32Array
  arcVolunteer: Int32Array
  /**
   * What is done if the arc is taken, numbered in the order of the tasks' ends. A row may have several
   * tasks (time windows), any two of which clash.
   */
  arcTask: Int32Array
  arcHi: Float64Array
  arcLo: Float64Array
  /** Tasks a volunteer takes at most, and those he or she has served lately. */
  capacity: Int32Array
  load: Int32Array
  step: number
}

/** Which tasks one volunteer cannot do both, and which sets are too much together. A set of pairwise harmless tasks may still be too much. */
export interface Clashes {
  pair(volunteer: number, task: number, other: number): boolean
  tooMuch(volunteer: number, tasks: number[]): boolean
  /** Whether a task uses up at least as much as another of what tooMuch counts. */
  atLeast(task: number, other: number): boolean
}

export const unfilledSlot = -1
export const openSlot = -2

/**
 * The residual network of a relaxation, and its present flow with potentials that prove it optimal: every residual arc has a reduced cost ≥ 0.
 * A volunteer's arcs are parted into groups of tasks of which any two clash; a group takes one task, the volunteer as many as the capacity. What clashes
 * across groups is left to branch.ts.
 *
 * The potential of a group is implied: that of the volunteer while it is empty, else that of the row it serves plus the arc's cost. It is kept
 * in groupHi, groupLo because the innermost loop reads it. Volunteers and groups never have a potential above zero.
 */
export interface Network extends Problem {
  rows: number
  volunteers: number
  /** 1 for rows whose arcs are no longer in ascending order, because of multipliers (see cuts.ts). */
  unsorted: Uint8Array
  arcRow: Int32Array
  /** The arc's group, and the same again while the arc may be taken: -1 while it is forbidden or its volunteer closed. */
  group: Int32Array
  head: Int32Array
  /**
   * Arcs of volunteer v are volunteerArcs[volunteerStart[v] …], group after group; the groups of v are volunteerStart[v] …, as many as groups[v] says, and
   * the arcs of group g stand before volunteerArcs[groupEnd[g]], from where those of the group before it end.
   */
  volunteerStart: Int32Array
  volunteerArcs: Int32Array
  groups: Int32Array
  groupEnd: Int32Array
  groupVolunteer: Int32Array
  /** Flow: the arc served by a group or -1; the arcs of a row in its slots; tasks taken by a volunteer; slots that stay unfilled. */
  flow: Int32Array
  /** Volunteers whose tasks changed since they were last looked at, as marks and as a stack (see violation.ts). */
  changed: Uint8Array
  waiting: Int32Array
  waitingCount: number
  slotStart: Int32Array
  slots: Int32Array
  taken: Int32Array
  unfilled: Int32Array
  /** What the present flow costs, multipliers included. */
  costHi: number
  costLo: number
  /** Potentials of rows (0 … rows - 1) and of volunteers after them, and of groups. */
  nodeHi: Float64Array
  nodeLo: Float64Array
  groupHi: Float64Array
  groupLo: Float64Array
  search: Search
}

/** Labels of one search, reused by the next: only the touched nodes are cleared. */
export interface Search {
  heap: Heap
  hi: Float64Array
  lo: Float64Array
  from: Int32Array
  touched: Int32Array
  count: number
}

/** A network without flow: all potentials are those of an idle county, every volunteer closed (see volunteer.ts). */
export function buildNetwork(problem: Problem): Network {
  const rows = problem.supply.length
  const volunteers = problem.capacity.length
  const arcs = problem.arcVolunteer.length
  const arcRow = new Int32Array(arcs)
  const volunteerStart = new Int32Array(volunteers + 1)
  for (let row = 0; row < rows; row++)
    for (let arc = problem.rowStart[row] as number; arc < (problem.rowStart[row + 1] as number); arc++) {
      arcRow[arc] = row
      volunteerStart[(problem.arcVolunteer[arc] as number) + 1]! += 1
    }
  const groupVolunteer = new Int32Array(arcs)
  for (let v = 0; v < volunteers; v++) {
    volunteerStart[v + 1]! += volunteerStart[v] as number
    groupVolunteer.fill(v, volunteerStart[v], volunteerStart[v + 1])
  }
  const fill = volunteerStart.slice(0, volunteers)
  const volunteerArcs = new Int32Array(arcs)
  for (let arc = 0; arc < arcs; arc++) volunteerArcs[fill[problem.arcVolunteer[arc] as number]!++] = arc
  const slotStart = new Int32Array(rows + 1)
  for (let row = 0; row < rows; row++) slotStart[row + 1] = (slotStart[row] as number) + (problem.supply[row] as number)
  const nodes = rows + volunteers
  return {
    ...problem,
    arcHi: problem.arcHi.slice(),
    arcLo: problem.arcLo.slice(),
    rows,
    volunteers,
    unsorted: new Uint8Array(rows),
    arcRow,
    group: new Int32Array(arcs),
    head: new Int32Array(arcs).fill(-1),
    volunteerStart,
    volunteerArcs,
    groups: new Int32Array(volunteers),
    groupEnd: new Int32Array(arcs),
    groupVolunteer,
    flow: new Int32Array(arcs).fill(-1),
    changed: new Uint8Array(volunteers),
    waiting: new Int32Array(volunteers),
    waitingCount: 0,
    slotStart,
    slots: new Int32Array(slotStart[rows] as number).fill(openSlot),
    taken: new Int32Array(volunteers),
    unfilled: new Int32Array(rows),
    costHi: 0,
    costLo: 0,
    nodeHi: new Float64Array(nodes),
    nodeLo: new Float64Array(nodes),
    groupHi: new Float64Array(arcs),
    groupLo: new Float64Array(arcs),
    search: {
      heap: newHeap(),
      hi: new Float64Array(nodes).fill(Number.POSITIVE_INFINITY),
      lo: new Float64Array(nodes).fill(Number.POSITIVE_INFINITY),
      from: new Int32Array(nodes),
      touched: new Int32Array(nodes),
      count: 0,
    },
  }
}

/** Where the arcs of a group begin in volunteerArcs. */
export function groupStart(net: Network, group: number): number {
  const first = net.volunteerStart[net.groupVolunteer[group] as number] as number
  return group === first ? first : (net.groupEnd[group - 1] as number)
}

/** What the volunteer's task after `taken` others costs in the low level. */
export const nextCost = (net: Network, volunteer: number, taken: number): number =>
  (2 * ((net.load[volunteer] as number) + taken) + 1) * net.step

/** Lets a group serve an arc, or nothing (-1). */
export function setFlow(net: Network, group: number, arc: number): void {
  net.flow[group] = arc
  lookAt(net, net.groupVolunteer[group] as number)
}

/** Has a volunteer wait until findViolation looks at his or her tasks. */
export function lookAt(net: Network, volunteer: number): void {
  if (net.changed[volunteer]) return
  net.changed[volunteer] = 1
  net.waiting[net.waitingCount++] = volunteer
}

/** The volunteer who waits on top has been looked at. */
export function lookedAt(net: Network): void {
  net.changed[net.waiting[--net.waitingCount] as number] = 0
}

/** Counts one task more (by 1) or less (by -1) for a volunteer, at its cost. */
export function take(net: Network, volunteer: number, by: 1 | -1): void {
  const taken = net.taken[volunteer] as number
  net.costLo += by * nextCost(net, volunteer, by === 1 ? taken : taken - 1)
  net.taken[volunteer] = taken + by
}
