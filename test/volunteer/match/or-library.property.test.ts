import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readAssignment, solveAssignment } from '../../bench/or-library'

/** Least cost over all permutations. */
function tryAll(cost: (number | undefined)[][], row = 0, used = new Set<number>()): number {
  if (row === cost.length) return 0
  let least = Number.POSITIVE_INFINITY
  for (const [column, one] of (cost[row] ?? []).entries()) {
    if (one === undefined || used.has(column)) continue
    used.add(column)
    least = Math.min(least, one + tryAll(cost, row + 1, used))
    used.delete(column)
  }
  return least
}

test('a full matrix in the format of the OR-Library is solved to its optimum', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }).chain((n) =>
        fc.array(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: n, maxLength: n }), {
          minLength: n,
          maxLength: n,
        }),
      ),
      (cost) => {
        const text = ` ${cost.length}\n${cost.map((row) => ` ${row.join('  ')}\n`).join('')}`
        const problem = readAssignment(text)
        expect(problem.cost).toEqual(cost)
        expect(solveAssignment(problem)).toBe(tryAll(cost))
      },
    ),
    { numRuns: 200 },
  )
})

test('triples of row, column and cost are read, and only arcs that are there are used', () => {
  const problem = readAssignment('3\n1 1 1\n1 2 9\n2 1 1\n2 3 5\n3 3 2\n3 2 8\n')
  expect(problem.cost).toEqual([
    [1, 9, undefined],
    [1, undefined, 5],
    [undefined, 8, 2],
  ])
  expect(solveAssignment(problem)).toBe(9 + 1 + 2)
})

test('what is no assignment problem is refused', () => {
  for (const text of ['', '2\n1 2 3 4 5', '2\n3 1 5', '2\n1 2\n3 x']) expect(() => readAssignment(text)).toThrow()
  expect(() => solveAssignment(readAssignment('2\n1 1 5\n2 1 5'))).toThrow('no full assignment')
})
