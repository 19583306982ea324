import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { assign, type Plan } from '../../../cloud/volunteer/match/assign/branch'
import type { Clashes, Problem } from '../../../cloud/volunteer/match/assign/network'
import { bruteForce } from './brute-force'
import { type Pool, pools, problemOf } from './pools'

/** What every plan must keep, and that its cost is what it says. */
export function expectPlan(problem: Problem, clashes: Clashes, plan: Plan): void {
  let hi = 0
  let lo = 0
  const doing: number[][] = Array.from(problem.capacity, () => [])
  problem.supply.forEach((people, row) => {
    const slots = Array.from(plan.slots.subarray(plan.slotStart[row], plan.slotStart[row + 1]))
    expect(slots).toHaveLength(people)
    const arcs = slots.filter((arc) => arc >= 0)
    expect(new Set(arcs.map((arc) => problem.arcVolunteer[arc])).size).toBe(arcs.length)
    expect(new Set(arcs.map((arc) => problem.arcTask[arc])).size).toBeLessThanOrEqual(1)
    hi += (people - arcs.length) * (problem.unfilledHi[row] as number)
    lo += (people - arcs.length) * (problem.unfilledLo[row] as number)
    for (const arc of arcs) {
      expect(arc).toBeGreaterThanOrEqual(problem.rowStart[row] as number)
      expect(arc).toBeLessThan(problem.rowStart[row + 1] as number)
      const volunteer = problem.arcVolunteer[arc] as number
      const tasks = doing[volunteer] as number[]
      hi += problem.arcHi[arc] as number
      lo +=
        (problem.arcLo[arc] as number) + (2 * ((problem.load[volunteer] as number) + tasks.length) + 1) * problem.step
      tasks.push(problem.arcTask[arc] as number)
    }
  })
  doing.forEach((tasks, volunteer) => {
    expect(tasks.length).toBeLessThanOrEqual(problem.capacity[volunteer] as number)
    expect(clashes.tooMuch(volunteer, tasks)).toBe(false)
    tasks.forEach((one, i) => {
      for (const other of tasks.slice(i + 1)) expect(clashes.pair(volunteer, one, other)).toBe(false)
    })
  })
  expect({ hi: plan.hi, lo: plan.lo }).toEqual({ hi, lo })
}

function expectOptimum(pool: Pool): void {
  const { problem, clashes } = problemOf(pool)
  const plan = assign(problem, clashes, { nodes: Number.POSITIVE_INFINITY })
  expect(plan.proven).toBe(true)
  expectPlan(problem, clashes, plan)
  const best = bruteForce(problem, clashes)
  expect({ hi: plan.hi, lo: plan.lo }).toEqual(best)
}

test('the plan is the best of all plans, on all levels at once', () => {
  fc.assert(fc.property(pools(5, 30), expectOptimum), { numRuns: 400 })
})

test('the plan is the best of all plans when every task clashes with most others', () => {
  fc.assert(fc.property(pools(5, 5), expectOptimum), { numRuns: 400 })
})

test('the plan is the best of all plans when requests offer several times', () => {
  fc.assert(fc.property(pools(4, 8, 3), expectOptimum), { numRuns: 300 })
})
