import highsLoader from 'highs'
import type { Clashes, Problem } from '../../../cloud/volunteer/match/assign/network'

type Highs = Awaited<ReturnType<typeof highsLoader>>
let loaded: Promise<Highs> | undefined
/** For one level. */
const mostSeconds = 4

/** Optimum of a problem by level, each found by HiGHS as an integer program that holds the levels above fixed. */
export interface Levels {
  /** Urgency-weighted places that stay empty. */
  empty: number
  score: number
  spread: number
}

/** What the levels of a problem are made of: its costs are put together from these. */
export interface LevelParts {
  weight: (row: number) => number
  score: (arc: number) => number
}

/**
 * The same problem, written down independently of the engine: one variable for each arc (x), for the empty places of a row (u), and for the nth task of a
 * volunteer (z, convex, so that no order is needed). Clashes are pairs; what is too much together is left to the caller to give as minutes.
 * Undefined where HiGHS needs more than its seconds for a level: the problem is NP-hard, and a test may not wait for ever.
 */
export async function solveWithHighs(
  problem: Problem,
  clashes: Clashes,
  parts: LevelParts,
  budget: { minutes: (task: number) => number; left: (volunteer: number) => number },
): Promise<Levels | undefined> {
  loaded ??= highsLoader()
  const highs = await loaded
  const rows = problem.supply.length
  const arcs = problem.arcVolunteer.length
  const rowOf = new Int32Array(arcs)
  for (let row = 0; row < rows; row++) rowOf.fill(row, problem.rowStart[row], problem.rowStart[row + 1])
  const arcsOf: number[][] = Array.from(problem.capacity, () => [])
  for (let arc = 0; arc < arcs; arc++) arcsOf[problem.arcVolunteer[arc] as number]?.push(arc)
  const empty = Array.from(problem.supply, (_, row) => `${parts.weight(row)} u${row}`)
  const score = Array.from({ length: arcs }, (_, arc) => `${parts.score(arc)} x${arc}`)
  const spread: string[] = []
  const rules: string[] = []
  const binary = Array.from({ length: arcs }, (_, arc) => `x${arc}`)
  for (let row = 0; row < rows; row++) {
    const own = []
    for (let arc = problem.rowStart[row] as number; arc < (problem.rowStart[row + 1] as number); arc++)
      own.push(`x${arc}`)
    rules.push(`${[...own, `u${row}`].join(' + ')} = ${problem.supply[row]}`)
  }
  for (const [volunteer, own] of arcsOf.entries()) {
    const tasks = Array.from({ length: problem.capacity[volunteer] as number }, (_, n) => `z${volunteer}_${n}`)
    binary.push(...tasks)
    for (const [n, task] of tasks.entries()) spread.push(`${2 * ((problem.load[volunteer] as number) + n) + 1} ${task}`)
    if (own.length === 0) continue
    rules.push(`${own.map((arc) => `x${arc}`).join(' + ')} - ${tasks.join(' - ')} = 0`)
    rules.push(
      `${own.map((arc) => `${budget.minutes(problem.arcTask[arc] as number)} x${arc}`).join(' + ')} <= ${budget.left(volunteer)}`,
    )
    for (const [i, one] of own.entries())
      for (const other of own.slice(i + 1))
        if (clashes.pair(volunteer, problem.arcTask[one] as number, problem.arcTask[other] as number))
          rules.push(`x${one} + x${other} <= 1`)
  }
  const solve = (sense: string, objective: string[], fixed: string[]): number | undefined => {
    const program = [
      sense,
      `obj: ${objective.join(' + ') || '0 u0'}`,
      'Subject To',
      ...[...rules, ...fixed].map((rule, i) => ` c${i}: ${rule}`),
      'Bounds',
      ...Array.from(problem.supply, (people, row) => ` 0 <= u${row} <= ${people}`),
      'General',
      ` ${Array.from(problem.supply, (_, row) => `u${row}`).join(' ')}`,
      'Binary',
      ` ${binary.join('\n ')}`,
      'End',
    ].join('\n')
    const answer = highs.solve(program, {
      mip_rel_gap: 0,
      mip_abs_gap: 0.5,
      output_flag: false,
      time_limit: mostSeconds,
    })
    if (answer.Status === 'Time limit reached') return undefined
    if (answer.Status !== 'Optimal') throw new Error(`HiGHS: ${answer.Status}`)
    return Math.round(answer.ObjectiveValue)
  }
  const leastEmpty = solve('Minimize', empty, [])
  if (leastEmpty === undefined) return undefined
  const fixEmpty = `${empty.join(' + ')} <= ${leastEmpty}`
  const bestScore = arcs ? solve('Maximize', score, [fixEmpty]) : 0
  if (bestScore === undefined) return undefined
  const fixScore = arcs ? [`${score.join(' + ')} >= ${bestScore}`] : []
  const leastSpread = spread.length ? solve('Minimize', spread, [fixEmpty, ...fixScore]) : 0
  if (leastSpread === undefined) return undefined
  return { empty: leastEmpty, score: bestScore, spread: leastSpread }
}
