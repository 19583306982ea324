import type { Optimum } from '../../cloud/volunteer/match/answer'
import { assign } from '../../cloud/volunteer/match/assign/branch'
import { matchOne, openIndex, updateIndex } from '../../cloud/volunteer/match/keep'
import { mostNodes, optimise } from '../../cloud/volunteer/match/match'
import { defaultDistance, defaultWeights, type Volunteer } from '../../cloud/volunteer/match/model'
import { buildRoster } from '../../cloud/volunteer/match/roster'
import { topScore } from '../../cloud/volunteer/match/score'
import { explainUnmet } from '../../cloud/volunteer/match/unmet'
import { solveWithHighs } from '../volunteer/match/highs'
import type { Bench } from './main'
import { clock, median, round, share } from './match-clock'
import { type County, drawCounty } from './match-county'
import { greedy } from './match-greedy'
import { measureMemory } from './match-memory'
import { poolOf } from './match-pool'
import { besideScipy } from './match-scipy'
import { solveLibrary } from './or-library'

const people = 20_000
const asks = 2_000
const rounds = 5

/**
 * One county: 20,000 volunteers, 2,000 requests with some 4,000 places. The whole optimum with candidates; the assignment step beside scipy's on the same arcs;
 * four times the requests; a new request against a kept index; beside a greedy answer. What was found is compared with scipy, HiGHS and the published
 * optima of `--or-library DIR`.
 */
export const matchBench: Bench = async (say) => {
  const county = drawCounty(1, people, asks)
  const whole = measure(county, rounds)
  say(
    `whole optimum: ${whole.cpu} ms of processor, ${whole.wall} ms on the clock; its roster ${whole.roster} ms of that; explaining what stays empty ${whole.explain} ms`,
  )
  const benchMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  const memory = measureMemory(people, asks, rounds)
  const { objective, places, placesFilled, proven, nodes } = whole
  say(`${placesFilled} of ${places} places, ${nodes} nodes`)
  say(
    `memory of a process that only plans: ${memory.idleMegabytes} MB before, ${memory.countyMegabytes} with the county, peak ${memory.onceMegabytes} in the first optimum and ${memory.peakMegabytes} in ${rounds}; this one ${benchMegabytes} MB`,
  )
  if (!proven) throw new Error('the optimum was not proven')
  const simple = greedy(county)
  say(
    `greedy: ${simple.filled} weighted places, ${simple.score} points, spread ${simple.spread}; optimum: ${objective.filled}, ${objective.score}, ${objective.spread}`,
  )
  if (simple.filled > objective.filled) throw new Error('greedy fills more than the optimum')
  const beside = besideScipy(poolOf(county), rounds, say)
  const four = measure(drawCounty(1, people, 4 * asks), rounds)
  say(
    `four times the requests: ${four.cpu} ms, ${round(four.cpu / whole.cpu, 2)} times as long, ${four.nodes} nodes, ${reached(four)}`,
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
    ...memory,
    benchMegabytes,
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
    fourTimesFilled: four.objective.filled,
    fourTimesFilledAtMost: four.atMost.filled,
    fourTimesMs: four.cpu,
    fourTimesRatio: round(four.cpu / whole.cpu, 2),
    oneP50Ms: one.p50,
    oneP99Ms: one.p99,
    libraryFiles: library,
  }
}

/** What a plan reached, beside what no plan exceeds. */
const reached = ({ proven, objective, atMost }: Pick<Optimum, 'proven' | 'objective' | 'atMost'>): string =>
  proven
    ? 'proven'
    : `not proven: ${objective.filled} weighted places of at most ${atMost.filled}${objective.filled === atMost.filled ? `, ${objective.score} points of at most ${atMost.score}` : ''}`

/** The optimum with its candidates and the roster it is built on; the medians of some rounds. */
function measure({ volunteers, requests }: County, times: number) {
  // Only figures are kept of a run, so that none takes memory from the next.
  const runs = Array.from({ length: times }, () => {
    const roster = clock(() => buildRoster(volunteers, defaultDistance))
    const optimum = clock(() => optimise(roster.answer, requests, defaultWeights))
    const { asks: prepared, assignments, ...figures } = optimum.answer
    const explain = clock(() => explainUnmet(roster.answer, prepared, assignments))
    return {
      figures,
      cpu: roster.cpu + optimum.cpu,
      wall: roster.wall + optimum.wall,
      roster: roster.cpu,
      explain: explain.cpu,
    }
  })
  const middle = (of: 'cpu' | 'wall' | 'roster' | 'explain') => round(median(runs.map((run) => run[of])))
  return {
    ...(runs[0] as (typeof runs)[number]).figures,
    cpu: middle('cpu'),
    wall: middle('wall'),
    roster: middle('roster'),
    explain: middle('explain'),
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
