import type { Ask } from './ask'
import type { Beyond } from './assign/bound'
import type { Problem } from './assign/network'
import { type Candidates, readKey } from './candidates'
import { pairPrint } from './fingerprint'
import type { Span, Weights } from './model'
import type { Roster } from './roster'
import { topScore } from './score'

/** A window of a request: what one arc would have a volunteer do. */
export interface Task {
  row: number
  window: number
  span: Span
}

/** The problem of a pool, with what its numbers stand for. */
export interface PoolProblem {
  problem: Problem
  tasks: Task[]
  /** Slot of the roster for each volunteer of the problem. */
  slots: Int32Array
  /** What the arcs cost that were left out. */
  beyond: Beyond
  unit: number
}

/**
 * Costs that put the objective's levels in order, exactly. High: a filled place costs topScore - points, an empty one topScore + unit · urgency, and unit
 * is more than all points together, so that one filled place outweighs them. Low: step · growth of squared loads, and step is more than all
 * fingerprints together. Every sum stays a safe integer, with room for the potentials; a pool for which it would not is refused with RangeError.
 */
export function buildProblem(
  roster: Roster,
  asks: readonly Ask[],
  weights: Weights,
  lists: readonly Candidates[],
): PoolProblem {
  const places = asks.reduce((sum, ask) => sum + ask.request.people, 0)
  const unit = places * topScore + 1
  const step = places * 1024 + 1
  const tasks = asks
    .flatMap(({ windows }, row) => windows.map((span, window) => ({ row, window, span })))
    .sort((a, b) => a.span.to - b.span.to || a.row - b.row || a.window - b.window)
  const taskOf = asks.map(() => [] as number[])
  for (const [task, { row, window }] of tasks.entries()) (taskOf[row] as number[])[window] = task
  const rowStart = new Int32Array(asks.length + 1)
  for (const [row, list] of lists.entries()) rowStart[row + 1] = (rowStart[row] as number) + list.keys.length
  const arcs = rowStart[asks.length] as number
  const { slots, indexOf } = wanted(roster, lists)
  const beyond: Beyond = {
    hi: new Float64Array(asks.length).fill(Number.POSITIVE_INFINITY),
    lo: new Float64Array(asks.length),
  }
  const problem: Problem = {
    supply: Int32Array.from(asks, ({ request }) => request.people),
    unfilledHi: Float64Array.from(asks, ({ request }) => topScore + unit * weights.urgency[request.urgency]),
    unfilledLo: Float64Array.from(asks, ({ print }) => pairPrint(print, 0, 0)),
    rowStart,
    arcVolunteer: new Int32Array(arcs),
    arcTask: new Int32Array(arcs),
    arcHi: new Float64Array(arcs),
    arcLo: new Float64Array(arcs),
    capacity: Int32Array.from(slots, (slot) => roster.capacity[slot] as number),
    load: Int32Array.from(slots, (slot) => roster.served[slot] as number),
    step,
  }
  for (const [row, { keys, able }] of lists.entries()) {
    const first = rowStart[row] as number
    for (let i = 0; i < keys.length; i++) {
      const { slot, window, cost, print } = readKey(keys[i] as number)
      problem.arcVolunteer[first + i] = indexOf[slot] as number
      problem.arcTask[first + i] = taskOf[row]?.[window] as number
      problem.arcHi[first + i] = cost
      problem.arcLo[first + i] = print
    }
    if (able === keys.length) continue
    const last = readKey(keys[keys.length - 1] as number)
    beyond.hi[row] = last.cost
    beyond.lo[row] = (2 * last.served + 1) * step + last.print
  }
  checkRange(problem, places)
  return { problem, tasks, slots, beyond, unit }
}

/** The volunteers who are anybody's candidates. */
function wanted(roster: Roster, lists: readonly Candidates[]): { slots: Int32Array; indexOf: Int32Array } {
  const indexOf = new Int32Array(roster.people.length).fill(-1)
  for (const { keys } of lists) for (let i = 0; i < keys.length; i++) indexOf[readKey(keys[i] as number).slot] = 0
  let count = 0
  for (let slot = 0; slot < indexOf.length; slot++) if (indexOf[slot] === 0) indexOf[slot] = count++
  const slots = new Int32Array(count)
  for (let slot = 0; slot < indexOf.length; slot++)
    if ((indexOf[slot] as number) >= 0) slots[indexOf[slot] as number] = slot
  return { slots, indexOf }
}

/** A potential is at most the cost of a path, which is at most twice that of a plan; half of the safe range is kept free for sums on top. */
function checkRange(problem: Problem, places: number): void {
  const dearest = problem.unfilledHi.reduce((most, cost) => Math.max(most, cost), 0)
  const busiest = problem.load.reduce((most, load, i) => Math.max(most, load + (problem.capacity[i] as number)), 0)
  const most = Math.max(dearest, (2 * busiest + 1) * problem.step + 1024) * Math.max(1, places)
  if (most * 4 > Number.MAX_SAFE_INTEGER)
    throw new RangeError(`a pool of ${places} places is too large for exact costs`)
}
