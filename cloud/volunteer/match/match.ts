import { findAble } from './able'
import type { Assignment, Match, Optimum } from './answer'
import { type Ask, prepareAsk } from './ask'
import { assign, type Plan } from './assign/branch'
import { findCandidates, mostVolunteers, mostWindows } from './candidates'
import { clashesOf } from './clash'
import { byId } from './fingerprint'
import type { DistanceRule, HelpRequest, Volunteer, Weights } from './model'
import { buildProblem, type PoolProblem } from './problem'
import { buildRoster, type Roster } from './roster'
import { checkWeights, reasonsOf, topScore } from './score'
import { explainUnmet } from './unmet'

/** Candidates for each place, before any that turn out to be too few. */
export const candidatesPerPlace = 64
/** Relaxations looked at before the best plan so far is answered as not proven. */
export const mostNodes = 100

export interface MatchLimits {
  nodes?: number
  perPlace?: number
}

/**
 * Matches a whole pool. What is optimised, exactly: over all plans that keep every hard rule, in which a request is served by different people, at most as many as
 * it asks for, in one of its windows (a request for several people in the window in which most could come); and a volunteer takes at most `capacity`
 * new tasks, with time to walk between any two, within the minutes left in each week:
 *
 * 1. the most places filled, each weighted by its request's urgency;
 * 2. among those plans the most points;
 * 3. among those the least sum of (served + new)² - served² over the volunteers;
 * 4. among those the least sum of the pairs' fingerprints.
 *
 * Candidates are cut to the best 64 a place, then it is checked with the optimum's prices that nobody left out could improve it; where that cannot be excluded
 * the lists are made longer. So the optimum is that of all pairs, not of the lists. Pure: the order of the input changes nothing.
 * Throws RangeError for input that cannot be: an id twice, weights out of range, more windows or volunteers than keys hold.
 */
export function match(
  volunteers: readonly Volunteer[],
  requests: readonly HelpRequest[],
  weights: Weights,
  distance: DistanceRule,
  limits: MatchLimits = {},
): Match {
  return matchRoster(buildRoster(volunteers, distance), requests, weights, limits)
}

/** As match, with a roster that was built before. */
export function matchRoster(
  roster: Roster,
  requests: readonly HelpRequest[],
  weights: Weights,
  limits: MatchLimits = {},
): Match {
  const { asks, ...optimum } = optimise(roster, requests, weights, limits)
  return { ...optimum, unmet: explainUnmet(roster, asks, optimum.assignments) }
}

/** The optimum of match without the explanation of what stays unmet, and the requests as the roster sees them. */
export function optimise(
  roster: Roster,
  requests: readonly HelpRequest[],
  weights: Weights,
  { nodes = mostNodes, perPlace = candidatesPerPlace }: MatchLimits = {},
): Optimum & { asks: Ask[] } {
  check(roster, requests, weights)
  const asks = [...requests].sort(byId).map((request) => inOneWindow(prepareAsk(roster, request)))
  const most = asks.map(({ request }) => request.people * perPlace)
  const lists = asks.map((ask, row) => findCandidates(ask, weights, most[row] as number))
  for (;;) {
    const pool = buildProblem(roster, asks, weights, lists)
    const plan = assign(pool.problem, clashesOf(roster, asks, pool.tasks, pool.slots), {
      nodes,
      beyond: pool.beyond,
    })
    if (plan.short.size === 0) return { ...describe(roster, asks, weights, pool, plan), asks }
    for (const row of plan.short) {
      most[row]! *= 4
      lists[row] = findCandidates(asks[row] as Ask, weights, most[row] as number)
    }
  }
}

/** People who come together come at one time: the window in which most could, the earliest of those. Which one the whole pool would prefer is not optimised. */
function inOneWindow(ask: Ask): Ask {
  if (ask.request.people === 1 || ask.windows.length < 2) return ask
  const able = ask.windows.map((window) => findAble(ask, window).count)
  return { ...ask, windows: [ask.windows[able.indexOf(Math.max(...able))] as Ask['windows'][number]] }
}

function check(roster: Roster, requests: readonly HelpRequest[], weights: Weights): void {
  checkWeights(weights)
  if (roster.people.length > mostVolunteers) throw new RangeError(`more than ${mostVolunteers} volunteers`)
  if (roster.slotOf.size < roster.people.length) throw new RangeError('a volunteer stands twice in the pool')
  if (new Set(requests.map(({ id }) => id)).size < requests.length)
    throw new RangeError('a request stands twice in the pool')
  for (const { id, people, windows } of requests) {
    if (!Number.isInteger(people) || people < 1) throw new RangeError(`request ${id} needs a number of people`)
    if (windows.length > mostWindows) throw new RangeError(`request ${id} has more than ${mostWindows} windows`)
    if (windows.some(({ from, to }) => !(from < to))) throw new RangeError(`request ${id} has an empty window`)
  }
}

function describe(roster: Roster, asks: Ask[], weights: Weights, pool: PoolProblem, plan: Plan): Optimum {
  const { problem, tasks, slots } = pool
  const assignments: Assignment[] = []
  const chosen = new Map<number, number[]>()
  const objective = { filled: 0, score: 0, spread: 0, tie: 0 }
  for (const [row, ask] of asks.entries()) {
    const people: Assignment[] = []
    for (let i = plan.slotStart[row] as number; i < (plan.slotStart[row + 1] as number); i++) {
      const arc = plan.slots[i] as number
      if (arc < 0) {
        objective.tie += problem.unfilledLo[row] as number
        continue
      }
      const slot = slots[problem.arcVolunteer[arc] as number] as number
      const task = problem.arcTask[arc] as number
      const score = topScore - (problem.arcHi[arc] as number)
      const own = chosen.get(slot) ?? []
      objective.filled += weights.urgency[ask.request.urgency]
      objective.score += score
      objective.spread += 2 * ((roster.served[slot] as number) + own.length) + 1
      objective.tie += problem.arcLo[arc] as number
      chosen.set(slot, [...own, task])
      people.push({
        requestId: ask.request.id,
        volunteerId: roster.people[slot]?.id as string,
        window: { ...(tasks[task] as (typeof tasks)[number]).span },
        score,
        reasons: reasonsOf(ask, weights, slot),
      })
    }
    // Rows stand in the order of their ids already.
    assignments.push(...people.sort((a, b) => (a.volunteerId < b.volunteerId ? -1 : 1)))
  }
  return {
    assignments,
    objective,
    places: plan.slots.length,
    placesFilled: assignments.length,
    proven: plan.proven,
    atMost: atMost(asks, weights, pool, plan),
    nodes: plan.nodes,
  }
}

/** Reads a bound of the cost by the levels of which it is made (see buildProblem): points are less than one unit altogether. */
function atMost(
  asks: readonly Ask[],
  weights: Weights,
  { unit }: PoolProblem,
  { slots, bound }: Plan,
): Optimum['atMost'] {
  const places = slots.length
  const wanted = asks.reduce((sum, { request }) => sum + request.people * weights.urgency[request.urgency], 0)
  const empty = Math.max(0, Math.ceil((bound.hi - places * topScore) / unit))
  return { filled: wanted - empty, score: Math.min(places * topScore, places * topScore + unit * empty - bound.hi) }
}
