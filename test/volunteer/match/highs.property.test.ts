import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { assign, type Plan } from '../../../cloud/volunteer/match/assign/branch'
import type { Problem } from '../../../cloud/volunteer/match/assign/network'
import { chance } from '../../bench/match-county'
import { type Levels, solveWithHighs } from './highs'
import { expectPlan, type Pool, problemOf, step, tasksOf, topScore } from './pools'

/** A pool that is drawn from a seed: shrinking sixty rows tells nobody anything. */
function drawPool(seed: number, rows: number, volunteers: number, hours: number, times: number): Pool {
  const random = chance(seed)
  const whole = (to: number) => Math.floor(random() * to)
  const list = Array.from({ length: rows }, () => {
    const people = 1 + whole(3)
    return {
      people,
      urgency: [1, 2, 4, 8][whole(4)] as number,
      times: Array.from({ length: people > 1 ? 1 : 1 + whole(times) }, (): [number, number] => {
        const from = whole(hours)
        return [from, from + 1 + whole(3)]
      }),
    }
  })
  const share = 0.05 + random() * 0.3
  return {
    rows: list,
    volunteers: Array.from({ length: volunteers }, () => ({
      capacity: 1 + whole(3),
      load: whole(5),
      hours: 5 + whole(8),
    })),
    score: list.map((row) =>
      row.times.map(() => Array.from({ length: volunteers }, () => (random() < share ? whole(21) : -1))),
    ),
  }
}

/** The levels of a plan, counted from its arcs and not from its cost. */
function levelsOf(problem: Problem, pool: Pool, plan: Plan): Levels {
  const levels: Levels = { empty: 0, score: 0, spread: 0 }
  const taken = new Int32Array(problem.capacity.length)
  for (const [row, { urgency }] of pool.rows.entries())
    for (const arc of plan.slots.subarray(plan.slotStart[row], plan.slotStart[row + 1])) {
      if (arc < 0) {
        levels.empty += urgency
        continue
      }
      const volunteer = problem.arcVolunteer[arc] as number
      levels.score += topScore - (problem.arcHi[arc] as number)
      levels.spread += 2 * ((problem.load[volunteer] as number) + (taken[volunteer] as number)) + 1
      taken[volunteer]! += 1
    }
  return levels
}

/** Nodes of the engine's search, far more than a pool of this size needs but for the rare one with a tight budget of hours. */
const mostNodes = 3000

/** Whether the two were compared to the end: a pool that neither can prove in its time says nothing about who is right. */
async function expectHighs(pool: Pool): Promise<boolean> {
  const { problem, clashes } = problemOf(pool)
  expect(problem.step).toBe(step)
  const plan = assign(problem, clashes, { nodes: mostNodes })
  expectPlan(problem, clashes, plan)
  const tasks = tasksOf(pool)
  const levels = await solveWithHighs(
    problem,
    clashes,
    { weight: (row) => pool.rows[row]?.urgency as number, score: (arc) => topScore - (problem.arcHi[arc] as number) },
    {
      minutes: (task) => (tasks[task]?.to ?? 0) - (tasks[task]?.from ?? 0),
      left: (volunteer) => pool.volunteers[volunteer]?.hours as number,
    },
  )
  if (!plan.proven || !levels) return false
  expect(levelsOf(problem, pool, plan)).toEqual(levels)
  return true
}

/** Draws `runs` pools; most must be compared to the end. */
async function expectHighsOn(runs: number, draw: fc.Arbitrary<Pool>): Promise<void> {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(draw, async (pool) => {
      if (await expectHighs(pool)) compared++
    }),
    { numRuns: runs, endOnFailure: true },
  )
  expect(compared).toBeGreaterThan(runs / 2)
}

const size = (most: number) => fc.integer({ min: 1, max: most })
const seed = fc.integer({ min: 1, max: 2 ** 31 - 1 })

test(
  'the plan reaches on every level what HiGHS finds, with one time for each request',
  () =>
    expectHighsOn(
      12,
      fc.tuple(seed, size(60), size(60), fc.integer({ min: 20, max: 168 })).map((drawn) => drawPool(...drawn, 1)),
    ),
  240_000,
)

test(
  'the plan reaches on every level what HiGHS finds, with several times to choose from',
  () =>
    expectHighsOn(
      10,
      fc.tuple(seed, size(25), size(25), fc.integer({ min: 10, max: 100 })).map((drawn) => drawPool(...drawn, 3)),
    ),
  240_000,
)
