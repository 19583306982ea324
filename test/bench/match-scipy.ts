import { assign } from '../../cloud/volunteer/match/assign/branch'
import type { Problem } from '../../cloud/volunteer/match/assign/network'
import { mostNodes } from '../../cloud/volunteer/match/match'
import { clock, median, round } from './match-clock'
import type { poolOf } from './match-pool'
import { hasScipy, openScipy } from './scipy'

/** The assignment step alone: everybody takes one task, which is what scipy can express; then ours with several tasks, clashes and hours. */
export function besideScipy(
  pool: ReturnType<typeof poolOf>,
  rounds: number,
  say: (line: string) => void,
): Record<string, number | string> {
  const single = oneTaskEach(pool.problem)
  const limits = { nodes: mostNodes }
  const scipy = hasScipy() ? openScipy(single) : undefined
  if (!scipy) say('scipy is not here (apt-get install python3-scipy): its side is skipped')
  const rows: { scipy: number; single: number; full: number }[] = []
  for (let i = 0; i < rounds; i++) {
    const reference = scipy?.solve()
    const ours = clock(() => assign(single, pool.clashes, limits))
    const full = clock(() => assign(pool.problem, pool.clashes, limits))
    if (reference && reference.cost !== ours.answer.hi)
      throw new Error(`scipy: ${reference.cost}, ours: ${ours.answer.hi}`)
    rows.push({ scipy: reference?.milliseconds ?? 0, single: ours.cpu, full: full.cpu })
  }
  scipy?.close()
  const figures: Record<string, number> = {
    arcs: single.arcVolunteer.length,
    assignSingleMs: round(median(rows.map((row) => row.single))),
    assignFullMs: round(median(rows.map((row) => row.full))),
    ...(scipy ? { scipyMs: round(median(rows.map((row) => row.scipy))) } : {}),
    ...(scipy ? { toScipy: round(median(rows.map((row) => row.single / row.scipy)), 2) } : {}),
  }
  say(
    `assignment step, ${figures.arcs} arcs, one task each: ${figures.assignSingleMs} ms; scipy ${figures.scipyMs ?? 'absent'} ms; with several tasks, clashes and hours ${figures.assignFullMs} ms`,
  )
  return figures
}

/** The same arcs with a capacity of one; of two times for the same pair only the better one can matter. */
function oneTaskEach(problem: Problem): Problem {
  const kept: number[] = []
  const rowStart = [0]
  for (const row of problem.supply.keys()) {
    const seen = new Set<number>()
    for (let arc = problem.rowStart[row] as number; arc < (problem.rowStart[row + 1] as number); arc++) {
      if (seen.has(problem.arcVolunteer[arc] as number)) continue
      seen.add(problem.arcVolunteer[arc] as number)
      kept.push(arc)
    }
    rowStart.push(kept.length)
  }
  return {
    ...problem,
    rowStart: Int32Array.from(rowStart),
    arcVolunteer: Int32Array.from(kept, (arc) => problem.arcVolunteer[arc] as number),
    arcTask: Int32Array.from(kept, (arc) => problem.arcTask[arc] as number),
    arcHi: Float64Array.from(kept, (arc) => problem.arcHi[arc] as number),
    arcLo: Float64Array.from(kept, (arc) => problem.arcLo[arc] as number),
    capacity: new Int32Array(problem.capacity.length).fill(1),
  }
}
