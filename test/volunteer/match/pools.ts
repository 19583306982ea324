import { expect } from '@jest/globals'
import fc from 'fast-check'
import type { Plan } from '../../../cloud/volunteer/match/assign/branch'
import type { Clashes, Problem } from '../../../cloud/volunteer/match/assign/network'

/** A small problem as people write it, from which the solver's arrays are made. Times are hours. */
export interface Pool {
  /** Tasks of each row: start and end. */
  rows: { people: number; urgency: number; times: [number, number][] }[]
  volunteers: { capacity: number; load: number; hours: number }[]
  /** score[row][time][volunteer]; negative where not allowed. */
  score: number[][][]
}

export const step = 2 ** 24
export const topScore = 63

/** Pools from tiny to `most` × `most`, on few hours so that tasks clash and volunteers are wanted by several. */
export const pools = (most: number, hours: number, times = 1): fc.Arbitrary<Pool> =>
  fc.tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most })).chain(([rows, volunteers]) =>
    fc
      .array(
        fc.record({
          people: fc.integer({ min: 1, max: 3 }),
          urgency: fc.constantFrom(1, 2, 4, 8),
          times: fc.array(
            fc
              .tuple(fc.integer({ min: 0, max: hours }), fc.integer({ min: 1, max: 4 }))
              .map(([from, length]): [number, number] => [from, from + length]),
            { minLength: 1, maxLength: times },
          ),
        }),
        { minLength: rows, maxLength: rows },
      )
      // Several people come together, at one time.
      .map((list) => list.map((row) => (row.people > 1 ? { ...row, times: row.times.slice(0, 1) } : row)))
      .chain((list) =>
        fc.record({
          rows: fc.constant(list),
          volunteers: fc.array(
            fc.record({
              capacity: fc.integer({ min: 1, max: 3 }),
              load: fc.integer({ min: 0, max: 4 }),
              hours: fc.integer({ min: 3, max: 9 }),
            }),
            { minLength: volunteers, maxLength: volunteers },
          ),
          score: fc.tuple(
            ...list.map((row) =>
              fc.tuple(
                ...row.times.map(() =>
                  fc.array(fc.oneof(fc.constant(-1), fc.integer({ min: 0, max: 20 })), {
                    minLength: volunteers,
                    maxLength: volunteers,
                  }),
                ),
              ),
            ),
          ) as fc.Arbitrary<number[][][]>,
        }),
      ),
  )

/** The tasks of a pool in the order of their ends, as the solver numbers them. */
export function tasksOf(pool: Pool): { row: number; time: number; from: number; to: number }[] {
  return pool.rows
    .flatMap(({ times }, row) => times.map(([from, to], time) => ({ row, time, from, to })))
    .sort((a, b) => a.to - b.to || a.row - b.row || a.time - b.time)
}

/** The chance part of a cost, which makes the optimum one of a kind: any fixed number will do. */
export const tieOf = (row: number, time: number, volunteer: number): number =>
  (Math.imul(row * 7919 + time * 104729 + volunteer * 31, 2654435761) >>> 12) & 1023

export function problemOf(pool: Pool): { problem: Problem; clashes: Clashes } {
  const tasks = tasksOf(pool)
  const places = pool.rows.reduce((sum, row) => sum + row.people, 0)
  const unit = places * topScore + 1
  const rowStart = [0]
  const arcs: { volunteer: number; task: number; hi: number; lo: number }[] = []
  pool.rows.forEach((_, row) => {
    const own: typeof arcs = []
    tasks.forEach((one, task) => {
      if (one.row !== row) return
      pool.score[row]?.[one.time]?.forEach((score, volunteer) => {
        if (score >= 0 && one.to - one.from <= (pool.volunteers[volunteer]?.hours ?? 0))
          own.push({ volunteer, task, hi: topScore - score, lo: tieOf(row, one.time, volunteer) })
      })
    })
    own.sort((a, b) => a.hi - b.hi || a.lo - b.lo)
    arcs.push(...own)
    rowStart.push(arcs.length)
  })
  const problem: Problem = {
    supply: Int32Array.from(pool.rows, (row) => row.people),
    unfilledHi: Float64Array.from(pool.rows, (row) => topScore + unit * row.urgency),
    unfilledLo: Float64Array.from(pool.rows, (_, row) => tieOf(row, 0, -1)),
    rowStart: Int32Array.from(rowStart),
    arcVolunteer: Int32Array.from(arcs, (arc) => arc.volunteer),
    arcTask: Int32Array.from(arcs, (arc) => arc.task),
    arcHi: Float64Array.from(arcs, (arc) => arc.hi),
    arcLo: Float64Array.from(arcs, (arc) => arc.lo),
    capacity: Int32Array.from(pool.volunteers, (one) => one.capacity),
    load: Int32Array.from(pool.volunteers, (one) => one.load),
    step,
  }
  return { problem, clashes: clashesOf(pool) }
}

/** Tasks that overlap, of the same row, or of more hours together than the volunteer has. */
export function clashesOf(pool: Pool): Clashes {
  const tasks = tasksOf(pool)
  const length = (task: number) => (tasks[task]?.to ?? 0) - (tasks[task]?.from ?? 0)
  const hours = (volunteer: number) => pool.volunteers[volunteer]?.hours ?? 0
  return {
    pair(volunteer, one, other) {
      const [a, b] = [tasks[one], tasks[other]]
      if (!a || !b) throw new Error('no such task')
      if (a.row === b.row || (a.from < b.to && b.from < a.to)) return true
      return length(one) + length(other) > hours(volunteer)
    },
    atLeast: (task, other) => length(task) >= length(other),
    tooMuch: (volunteer, list) => list.reduce((sum, task) => sum + length(task), 0) > hours(volunteer),
  }
}

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
