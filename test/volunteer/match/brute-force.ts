import type { Clashes, Problem } from '../../../cloud/volunteer/match/assign/network'

/** The cost of the best plan, by trying every plan there is. */
export function bruteForce(problem: Problem, clashes: Clashes): { hi: number; lo: number } {
  const best = { hi: Number.POSITIVE_INFINITY, lo: Number.POSITIVE_INFINITY }
  const doing: number[][] = Array.from(problem.capacity, () => [])
  const visit = (row: number, place: number, fromArc: number, time: number, hi: number, lo: number): void => {
    if (row === problem.supply.length) {
      if (hi < best.hi || (hi === best.hi && lo < best.lo)) Object.assign(best, { hi, lo })
      return
    }
    if (place === (problem.supply[row] as number)) {
      visit(row + 1, 0, problem.rowStart[row + 1] as number, -1, hi, lo)
      return
    }
    // The places of a row are alike, so the arcs are taken in ascending order, and empty places come last.
    const rest = (problem.supply[row] as number) - place
    visit(
      row + 1,
      0,
      problem.rowStart[row + 1] as number,
      -1,
      hi + rest * (problem.unfilledHi[row] as number),
      lo + rest * (problem.unfilledLo[row] as number),
    )
    for (let arc = fromArc; arc < (problem.rowStart[row + 1] as number); arc++) {
      const volunteer = problem.arcVolunteer[arc] as number
      const task = problem.arcTask[arc] as number
      const tasks = doing[volunteer] as number[]
      if (time >= 0 && task !== time) continue
      if (tasks.length >= (problem.capacity[volunteer] as number)) continue
      if (tasks.some((other) => clashes.pair(volunteer, task, other))) continue
      if (clashes.tooMuch(volunteer, [...tasks, task])) continue
      const marginal = (2 * ((problem.load[volunteer] as number) + tasks.length) + 1) * problem.step
      tasks.push(task)
      visit(
        row,
        place + 1,
        arc + 1,
        task,
        hi + (problem.arcHi[arc] as number),
        lo + (problem.arcLo[arc] as number) + marginal,
      )
      tasks.pop()
    }
  }
  visit(0, 0, problem.rowStart[0] as number, -1, 0, 0)
  return best
}
