import fs from 'node:fs'
import path from 'node:path'
import { assign } from '../../cloud/volunteer/match/assign/branch'
import type { Clashes, Problem } from '../../cloud/volunteer/match/assign/network'

/** A square assignment problem: cost[row][column], undefined where there is no arc. */
export interface AssignmentProblem {
  size: number
  cost: (number | undefined)[][]
}

/**
 * Reads the OR-Library's assignment format (Beasley 1990): the number of items n, then either n rows of n costs (assign*.txt), or triples of row, column and cost
 * (assignp*.txt). Throws where the numbers fit neither.
 */
export function readAssignment(text: string): AssignmentProblem {
  const numbers = text.trim().split(/\s+/).map(Number)
  const [size = 0, ...rest] = numbers
  if (numbers.some((number) => !Number.isInteger(number)) || size < 1) throw new Error('not an assignment problem')
  const cost: (number | undefined)[][] = Array.from({ length: size }, () => new Array(size).fill(undefined))
  if (rest.length === size * size)
    for (const [i, one] of rest.entries()) (cost[Math.floor(i / size)] as number[])[i % size] = one
  else if (rest.length % 3 === 0)
    for (let i = 0; i < rest.length; i += 3) {
      const [row = 0, column = 0, one = 0] = rest.slice(i, i + 3)
      if (row < 1 || row > size || column < 1 || column > size) throw new Error(`no place ${row}, ${column}`)
      ;(cost[row - 1] as number[])[column - 1] = one
    }
  else throw new Error('neither a full matrix nor triples')
  return { size, cost }
}

const noClash: Clashes = { pair: () => false, tooMuch: () => false, atLeast: () => false }

/** The least cost of assigning every row to a column of its own, by the engine. */
export function solveAssignment({ size, cost }: AssignmentProblem): number {
  const rowStart = [0]
  const arcs: { column: number; cost: number }[] = []
  for (const row of cost) {
    const own = row.flatMap((one, column) => (one === undefined ? [] : [{ column, cost: one }]))
    arcs.push(...own.sort((a, b) => a.cost - b.cost || a.column - b.column))
    rowStart.push(arcs.length)
  }
  const least = arcs.reduce((less, arc) => Math.min(less, arc.cost), 0)
  const dearest = arcs.reduce((most, arc) => Math.max(most, arc.cost - least), 0)
  const problem: Problem = {
    supply: new Int32Array(size).fill(1),
    unfilledHi: new Float64Array(size).fill(size * dearest + 1),
    unfilledLo: new Float64Array(size),
    rowStart: Int32Array.from(rowStart),
    arcVolunteer: Int32Array.from(arcs, (arc) => arc.column),
    arcTask: Int32Array.from(arcs, () => 0),
    arcHi: Float64Array.from(arcs, (arc) => arc.cost - least),
    arcLo: new Float64Array(arcs.length),
    capacity: new Int32Array(size).fill(1),
    load: new Int32Array(size),
    step: 1,
  }
  const plan = assign(problem, noClash, { nodes: 1 })
  if (plan.slots.some((arc) => arc < 0)) throw new Error('no full assignment')
  return plan.hi + size * least
}

/** Optima that the OR-Library publishes (assignopt.txt). */
export const published: Record<string, number> = {
  assign100: 305,
  assign200: 475,
  assign300: 626,
  assign400: 804,
  assign500: 991,
  assign600: 1176,
  assign700: 1362,
  assign800: 1552,
}

/** Solves every assign*.txt of a directory; throws where a published optimum is not reached, or there is no file. */
export function solveLibrary(directory: string, say: (line: string) => void): number {
  const files = fs
    .readdirSync(directory)
    .filter((name) => /^assignp?\d+.*\.txt$/.test(name))
    .sort()
  if (files.length === 0) throw new Error(`no assign*.txt in ${directory}`)
  for (const file of files) {
    const started = performance.now()
    const optimum = solveAssignment(readAssignment(fs.readFileSync(path.join(directory, file), 'utf8')))
    const known = published[path.basename(file, '.txt')]
    if (known !== undefined && known !== optimum) throw new Error(`${file}: ${optimum}, published ${known}`)
    const beside = known === undefined ? 'no published optimum known here' : 'as published'
    say(`${file}: ${optimum} (${beside}), ${Math.round(performance.now() - started)} ms`)
  }
  return files.length
}
