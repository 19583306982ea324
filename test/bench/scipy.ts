import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Problem } from '../../cloud/volunteer/match/assign/network'

/** Times the call alone, in seconds of the process, and prints the cost of what it found. */
const script = `
import sys, time
import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching
folder = sys.argv[1]
indptr = np.fromfile(folder + '/indptr', dtype=np.int32)
indices = np.fromfile(folder + '/indices', dtype=np.int32)
costs = np.fromfile(folder + '/costs', dtype=np.float64)
rows = len(indptr) - 1
matrix = csr_matrix((costs, indices, indptr), shape=(rows, int(sys.argv[2])))
started = time.process_time()
row, column = min_weight_full_bipartite_matching(matrix)
seconds = time.process_time() - started
print(seconds, int(matrix[row, column].sum()))
`

/** Whether Debian's python3-scipy is there. */
export const hasScipy = (): boolean => spawnSync('python3', ['-c', 'import scipy.sparse.csgraph']).status === 0

/** What scipy's matching costs on a problem in which every volunteer takes one task, and the CPU milliseconds of the call. */
export interface ScipyAnswer {
  milliseconds: number
  cost: number
}

/**
 * Gives a problem to scipy: a row for each place, a column for each volunteer, and one of its own for each place to stay empty in. A cost of 1 is added to every arc,
 * because scipy takes 0 for no arc, and taken off the sum.
 */
export function openScipy(problem: Problem): { solve: () => ScipyAnswer; close: () => void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-scipy-'))
  const indptr = [0]
  const indices: number[] = []
  const costs: number[] = []
  const volunteers = problem.capacity.length
  for (const [row, people] of problem.supply.entries())
    for (let place = 0; place < people; place++) {
      for (let arc = problem.rowStart[row] as number; arc < (problem.rowStart[row + 1] as number); arc++) {
        indices.push(problem.arcVolunteer[arc] as number)
        costs.push((problem.arcHi[arc] as number) + 1)
      }
      indices.push(volunteers + indptr.length - 1)
      costs.push((problem.unfilledHi[row] as number) + 1)
      indptr.push(indices.length)
    }
  const places = indptr.length - 1
  fs.writeFileSync(path.join(folder, 'indptr'), Int32Array.from(indptr))
  fs.writeFileSync(path.join(folder, 'indices'), Int32Array.from(indices))
  fs.writeFileSync(path.join(folder, 'costs'), Float64Array.from(costs))
  return {
    solve() {
      const { stdout, stderr, status } = spawnSync('python3', ['-c', script, folder, String(volunteers + places)], {
        encoding: 'utf8',
      })
      if (status !== 0) throw new Error(`scipy: ${stderr}`)
      const [seconds = 0, cost = 0] = stdout.trim().split(' ').map(Number)
      return { milliseconds: 1000 * seconds, cost: cost - places }
    },
    close: () => fs.rmSync(folder, { recursive: true }),
  }
}
