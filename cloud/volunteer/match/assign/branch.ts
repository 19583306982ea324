import { type Beyond, boundOf, boundOfAll, eachShort } from './bound'
import { type Cost, costOf, less } from './cost'
import { cutOf, noCuts } from './cuts'
import { lower, type Priced, raise } from './multiplier'
import { buildNetwork, type Clashes, lookAt, lookedAt, type Problem } from './network'
import { findViolation, type Violation } from './violation'
import { allow, forbid, regroup, solveRelaxation } from './volunteer'

/** A plan: the arc of every slot, or -1 where a place stays unfilled. */
export interface Plan extends Cost {
  slotStart: Int32Array
  slots: Int32Array
  /** Whether the search was finished: no plan costs less. */
  proven: boolean
  /** What every plan costs at least, arcs that were left out included: the plan's own cost if it is proven. */
  bound: Cost
  /** Rows for which an arc that was left out might have been better. */
  short: Set<number>
  /** Nodes of the search: 1 when the first relaxation could be made a plan without branching. */
  nodes: number
}

export interface Limits {
  /** How many nodes are looked at before the best plan so far is answered as not proven. */
  nodes: number
  /** What the arcs cost that were left out of the problem. */
  beyond?: Beyond
}

interface Tree extends Priced {
  problem: Problem
  limits: Limits
  best: Plan
}

/** A multiplier that was changed so often is not getting anywhere. */
const mostChanges = 6

/**
 * The plan of least cost (hi, lo), exactly: branch and bound (Land and Doig 1960) over relaxations that are solved as flows. Two tasks that clash are first put
 * into one group of their volunteer, which makes the flow keep the rule by itself; what groups cannot hold gets a multiplier in the
 * costs, which lifts the bound as far as the cheapest way out; only where that fails the search branches, cheaper side first. From one relaxation to the next only the
 * volunteers concerned are mended.
 *
 * Assigning intervals to machines that can do only some of them is NP-hard (Arkin and Silverberg 1987), so there is a limit of nodes; `proven` says whether it
 * was kept.
 */
export function assign(problem: Problem, clashes: Clashes, limits: Limits): Plan {
  const net = buildNetwork(problem)
  const relaxation = solveRelaxation(net, clashes)
  const best: Plan = {
    slotStart: net.slotStart,
    slots: new Int32Array(net.slots.length).fill(-1),
    hi: Number.POSITIVE_INFINITY,
    lo: Number.POSITIVE_INFINITY,
    proven: true,
    bound: { hi: 0, lo: 0 },
    short: new Set(),
    nodes: 0,
  }
  explore({ ...relaxation, problem, limits, cuts: noCuts(), best })
  if (best.proven) best.bound = { hi: best.hi, lo: best.lo }
  return best
}

function explore(tree: Tree): void {
  const { best, limits } = tree
  if (cannotImprove(tree)) return
  if (best.nodes >= limits.nodes && best.hi < Number.POSITIVE_INFINITY) {
    best.proven = false
    return
  }
  best.nodes++
  const violation = ascend(tree)
  if (best.nodes === 1) best.bound = boundOfAll(tree, limits.beyond)
  if (violation) branch(tree, violation)
}

/**
 * Lifts the bound until it reaches the best plan's cost, which may be that of a plan found here. Where multipliers get no further first, answers a violation to
 * branch on.
 */
function ascend(tree: Tree): Violation | undefined {
  const { net } = tree
  const stuck: number[] = []
  while (!cannotImprove(tree)) {
    const violation = findViolation(tree)
    if (violation) {
      if (tighten(tree, violation) || press(tree, violation)) continue
      stuck.push(violation.volunteer)
      lookedAt(net)
      continue
    }
    for (const volunteer of stuck) lookAt(net, volunteer)
    stuck.length = 0
    const left = findViolation(tree)
    if (left) return left
    keepPlan(tree)
    if (!cannotImprove(tree) && !lower(tree, mostChanges))
      throw new Error('a plan costs more than its bound, and no rule is slack')
  }
  for (const volunteer of stuck) lookAt(net, volunteer)
  return undefined
}

/** The present flow is a plan: keeps it if it is the best so far. */
function keepPlan({ net, problem, best }: Tree): void {
  const cost = costOf(net, problem)
  if (!less(cost, best)) return
  Object.assign(best, cost)
  best.slots.set(net.slots)
}

/** Forbids one of the violating arcs after the other, the cheapest first: every plan does without at least one of them. */
function branch(tree: Tree, violation: Violation): void {
  for (const { arc } of waysOut(tree, violation)) {
    forbid(tree, arc)
    explore(tree)
    allow(tree, arc)
  }
}

/** The costs that remain when one of the violating arcs is forbidden, the least first. */
function waysOut(tree: Tree, { arcs }: Violation): { arc: number; cost: Cost }[] {
  const ways = arcs.map((arc) => {
    forbid(tree, arc)
    const cost = { hi: tree.net.costHi, lo: tree.net.costLo }
    allow(tree, arc)
    return { arc, cost }
  })
  return ways.sort((a, b) => a.cost.hi - b.cost.hi || a.cost.lo - b.cost.lo)
}

/** Raises the multiplier of the violated rule. Answers false when it was changed too often. */
function press(tree: Tree, violation: Violation): boolean {
  const cut = cutOf(tree.net, tree.clashes, tree.cuts, violation)
  if (++cut.changes > mostChanges) return false
  raise(tree, cut, violation)
  return true
}

/** Puts two clashing tasks into one group of their volunteer, for good. Answers false where that would part a pair that was put together before. */
function tighten(tree: Tree, { volunteer, arcs }: Violation): boolean {
  const { net, clashes, together } = tree
  const [one, other] = arcs.map((arc) => net.arcTask[arc] as number) as [number, number]
  if (!clashes.pair(volunteer, one, other)) return false
  return regroup(tree, volunteer, [...(together.get(volunteer) ?? []), [one, other]])
}

/**
 * Whether no plan under the present decisions costs less than the best. Where that ends a search, rows are noted to which an arc that was left out could still gain
 * something: for those it was not shown.
 */
function cannotImprove(tree: Tree): boolean {
  const { best, limits } = tree
  if (less(boundOf(tree), best)) return false
  eachShort(tree, limits.beyond, (row) => best.short.add(row))
  return true
}
