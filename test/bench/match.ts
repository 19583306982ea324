import { prepareAsk } from '../../cloud/volunteer/match/ask'
import { assign } from '../../cloud/volunteer/match/assign/branch'
import type { Problem } from '../../cloud/volunteer/match/assign/network'
import { findCandidates } from '../../cloud/volunteer/match/candidates'
import { clashesOf } from '../../cloud/volunteer/match/clash'
import { byId } from '../../cloud/volunteer/match/fingerprint'
import { matchOne, openIndex, updateIndex } from '../../cloud/volunteer/match/keep'
import { candidatesPerPlace, mostNodes, optimise } from '../../cloud/volunteer/match/match'
import { defaultDistance, defaultWeights, type Volunteer } from '../../cloud/volunteer/match/model'
import { buildProblem, type PoolProblem } from '../../cloud/volunteer/match/problem'
import { buildRoster } from '../../cloud/volunteer/match/roster'
import { topScore } from '../../cloud/volunteer/match/score'
import { explainUnmet } from '../../cloud/volunteer/match/unmet'
import { solveWithHighs } from '../volunteer/match/highs'
import type { Bench } from './main'
import { type County, drawCounty } from './match-county'
import { greedy } from './match-greedy'
import { solveLibrary } from './or-library'
import { hasScipy, openScipy } from './scipy'

const people = 20_000
const asks = 2_000
const rounds = 5

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
const share = (numbers: number[], of: number) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * of)] ?? 0
const round = (number: number, digits = 1) => Number(number.toFixed(digits))

/** Runs an act, and gives its answer with the milliseconds on the clock and on the processor (helper threads of the garbage collector included). */
function clock<T>(act: () => T): { answer: T; wall: number; cpu: number } {
  const began = performance.now()
  const before = process.cpuUsage()
  const answer = act()
  const { user, system } = process.cpuUsage(before)
  return { answer, wall: performance.now() - began, cpu: (user + system) / 1000 }
}

/**
 * One county: 20,000 volunteers, 2,000 requests with some 4,000 places. The whole optimum with candidates; the assignment step beside scipy's on the same arcs;
 * four times the requests; a new request against a kept index; beside a greedy answer. What was found is compared with scipy, HiGHS and the published
 * optima of `--or-library DIR`.
 */
export const matchBench: Bench = async (say) => {
  const county = drawCounty(1, people, asks)
  const whole = measure(county)
  say(
    `whole optimum: ${whole.cpu} ms of processor, ${whole.wall} ms on the clock; its roster ${whole.roster} ms of that; explaining what stays empty ${whole.explain} ms`,
  )
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  const { objective, places, placesFilled, proven, nodes } = whole
  say(`${placesFilled} of ${places} places, ${nodes} nodes; peak memory of the process ${peakMegabytes} MB`)
  if (!proven) throw new Error('the optimum was not proven')
  const simple = greedy(county)
  say(
    `greedy: ${simple.filled} weighted places, ${simple.score} points, spread ${simple.spread}; optimum: ${objective.filled}, ${objective.score}, ${objective.spread}`,
  )
  if (simple.filled > objective.filled) throw new Error('greedy fills more than the optimum')
  const beside = besideScipy(poolOf(county), say)
  const four = measure(drawCounty(1, people, 4 * asks), 1)
  say(
    `four times the requests: ${four.cpu} ms, ${round(four.cpu / whole.cpu, 2)} times as long, ${four.nodes} nodes, ${four.proven ? 'proven' : 'not proven'}`,
  )
  const one = answerOne(county)
  say(`a new request: p50 ${one.p50} ms, p99 ${one.p99} ms`)
  await compareWithHighs(say)
  const flag = process.argv.indexOf('--or-library')
  const library = flag > 0 ? solveLibrary(process.argv[flag + 1] ?? '', say) : 0
  return {
    wholeMs: whole.cpu,
    wholeWallMs: whole.wall,
    explainMs: whole.explain,
    rosterMs: whole.roster,
    peakMegabytes,
    places,
    placesFilled,
    nodes,
    weightedPlaces: objective.filled,
    score: objective.score,
    spread: objective.spread,
    greedyWeightedPlaces: simple.filled,
    greedyScore: simple.score,
    greedySpread: simple.spread,
    ...beside,
    fourTimesProven: String(four.proven),
    fourTimesMs: four.cpu,
    fourTimesRatio: round(four.cpu / whole.cpu, 2),
    oneP50Ms: one.p50,
    oneP99Ms: one.p99,
    libraryFiles: library,
  }
}

/** The optimum with its candidates and the roster it is built on; the medians of some rounds. */
function measure({ volunteers, requests }: County, times = rounds) {
  const runs = Array.from({ length: times }, () => {
    const roster = clock(() => buildRoster(volunteers, defaultDistance))
    const optimum = clock(() => optimise(roster.answer, requests, defaultWeights))
    const { asks: prepared, assignments } = optimum.answer
    const explain = clock(() => explainUnmet(roster.answer, prepared, assignments))
    return { roster, optimum, explain }
  })
  const { asks: _, assignments: __, ...rest } = (runs[0] as (typeof runs)[number]).optimum.answer
  return {
    ...rest,
    cpu: round(median(runs.map(({ roster, optimum }) => roster.cpu + optimum.cpu))),
    wall: round(median(runs.map(({ roster, optimum }) => roster.wall + optimum.wall))),
    roster: round(median(runs.map(({ roster }) => roster.cpu))),
    explain: round(median(runs.map(({ explain }) => explain.cpu))),
  }
}

/** The problem that the engine makes of a county, in which people who come together do so in the first window. */
function poolOf({ volunteers, requests }: County) {
  const roster = buildRoster(volunteers, defaultDistance)
  const prepared = [...requests].sort(byId).map((request) => {
    const ask = prepareAsk(roster, request)
    return request.people > 1 ? { ...ask, windows: ask.windows.slice(0, 1) } : ask
  })
  const lists = prepared.map((ask) => findCandidates(ask, defaultWeights, candidatesPerPlace * ask.request.people))
  const pool = buildProblem(roster, prepared, defaultWeights, lists)
  return { ...pool, clashes: clashesOf(roster, prepared, pool.tasks, pool.slots), asks: prepared, roster }
}

/** The assignment step alone: everybody takes one task, which is what scipy can express; then ours with several tasks, clashes and hours. */
function besideScipy(
  pool: PoolProblem & ReturnType<typeof poolOf>,
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

/** A stream of new requests, each answered and accepted, so that the index changes all the time. */
function answerOne({ volunteers, requests }: County): { p50: number; p99: number } {
  const index = openIndex(volunteers, defaultDistance)
  const present = new Map(volunteers.map((one) => [one.id, one]))
  const times = requests.slice(0, 1000).map((request) => {
    const { answer, wall } = clock(() => matchOne(index, request, defaultWeights))
    const busy = answer.chosen.map(({ volunteerId, window }): Volunteer => {
      const one = present.get(volunteerId) as Volunteer
      return { ...one, busy: [...one.busy, { ...window, at: request.at }] }
    })
    for (const one of busy) present.set(one.id, one)
    updateIndex(index, busy)
    return wall
  })
  return { p50: round(share(times, 0.5), 2), p99: round(share(times, 0.99), 2) }
}

/** Small counties through the whole engine, their problems given to HiGHS too. */
async function compareWithHighs(say: (line: string) => void): Promise<void> {
  for (let seed = 1; seed <= 5; seed++) {
    const drawn = drawCounty(seed, 4000, 60)
    const { problem, clashes, asks: prepared, tasks, slots, roster } = poolOf(drawn)
    const plan = assign(problem, clashes, { nodes: mostNodes })
    const minutes = (task: number) => prepared[tasks[task]?.row ?? 0]?.request.minutes ?? 0
    const levels = await solveWithHighs(
      problem,
      clashes,
      {
        weight: (row) => defaultWeights.urgency[prepared[row]?.request.urgency ?? 'planned'],
        score: (arc) => topScore - (problem.arcHi[arc] as number),
      },
      // All windows of a small county lie in the first week.
      { minutes, left: (volunteer) => roster.people[slots[volunteer] as number]?.minutesLeft[0] ?? 0 },
    )
    const score = plan.slots.reduce((sum, arc) => sum + (arc < 0 ? 0 : topScore - (problem.arcHi[arc] as number)), 0)
    if (!plan.proven || score !== levels?.score) throw new Error(`HiGHS: ${levels?.score} points, ours: ${score}`)
  }
  say('five small counties: as many points as HiGHS')
}
