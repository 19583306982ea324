import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { assign } from '../../../cloud/volunteer/match/assign/branch'
import { less } from '../../../cloud/volunteer/match/assign/cost'
import { bruteForce } from './brute-force'
import { expectPlan, type Pool, pools, problemOf } from './pools'

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

/** One of the few pools whose first relaxation proves nothing. */
const stubborn: Pool = {
  rows: [
    {
      people: 1,
      urgency: 4,
      times: [
        [12, 14],
        [5, 7],
      ],
    },
    {
      people: 1,
      urgency: 2,
      times: [
        [5, 7],
        [3, 4],
      ],
    },
    { people: 1, urgency: 4, times: [[10, 11]] },
    { people: 2, urgency: 1, times: [[7, 10]] },
  ],
  volunteers: [
    { capacity: 3, load: 0, hours: 4 },
    { capacity: 1, load: 4, hours: 5 },
  ],
  score: [
    [
      [11, 17],
      [16, -1],
    ],
    [
      [3, -1],
      [15, 19],
    ],
    [[0, 4]],
    [[17, -1]],
  ],
}

test('a search that is stopped early gives a plan, and a bound that no plan beats', () => {
  let unproven = 0
  fc.assert(
    fc.property(pools(5, 12, 2), fc.integer({ min: 1, max: 3 }), (pool, nodes) => {
      const { problem, clashes } = problemOf(pool)
      const plan = assign(problem, clashes, { nodes })
      expectPlan(problem, clashes, plan)
      const best = bruteForce(problem, clashes)
      if (plan.proven) expect([plan, plan.bound]).toEqual([expect.objectContaining(best), best])
      else {
        unproven++
        expect(less(best, plan.bound)).toBe(false)
        expect(less(plan, best)).toBe(false)
      }
    }),
    { numRuns: 2000, examples: [[stubborn, 1]] },
  )
  expect(unproven).toBeGreaterThan(0)
})
