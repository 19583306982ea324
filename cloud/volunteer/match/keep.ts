import type { Assignment, Unmet } from './answer'
import { type Ask, prepareAsk } from './ask'
import { findCandidates, readKey } from './candidates'
import type { DistanceRule, HelpRequest, Span, Volunteer, Weights } from './model'
import { buildRoster, type Roster } from './roster'
import { checkWeights, reasonsOf, topScore } from './score'
import { explainUnmet } from './unmet'

/** After so many changes the index is built anew; until then those who changed are looked at in a small roster of their own. */
const mostChanged = 512

/** Everybody's present state, kept between requests. Who changed stands in `changed`, and the older entry in `settled` is out. */
export interface Index {
  rule: DistanceRule
  settled: Roster
  changed: Roster
  stale: Set<string>
}

export const openIndex = (volunteers: readonly Volunteer[], rule: DistanceRule): Index => ({
  rule,
  settled: buildRoster(volunteers, rule),
  changed: buildRoster([], rule),
  stale: new Set(),
})

/** Takes in new states of volunteers (a task accepted, a week's plan changed, somebody new), and forgets those who left. */
export function updateIndex(index: Index, states: readonly Volunteer[], left: readonly string[] = []): void {
  const current = new Map(index.changed.people.map((one) => [one.id, one]))
  for (const one of states) current.set(one.id, one)
  for (const id of left) current.delete(id)
  for (const id of [...states.map((one) => one.id), ...left]) index.stale.add(id)
  index.changed = buildRoster([...current.values()], index.rule)
  if (index.stale.size <= mostChanged) return
  Object.assign(index, openIndex(everybody(index), index.rule))
}

/** The volunteers as the index knows them. */
export const everybody = ({ settled, changed, stale }: Index): Volunteer[] => [
  ...settled.people.filter(({ id }) => !stale.has(id)),
  ...changed.people,
]

/** The people for one request, and those who come next if somebody declines, best first. */
export interface Answer {
  chosen: Assignment[]
  next: Assignment[]
}

/**
 * Matches one request at once against the present state, in which every task that was accepted or offered is in somebody's `busy` and `minutesLeft`: the
 * window with the most people, then the most points, then the least load. The optimum for this request alone; the pool is optimised by match.
 */
export function matchOne(index: Index, request: HelpRequest, weights: Weights, next = 8): Answer {
  checkWeights(weights)
  const wanted = request.people + next
  const rosters = [index.settled, index.changed].map((roster) => prepareAsk(roster, request))
  const windows = (rosters[0] as Ask).windows.map((window) => {
    const ranked = rosters.flatMap((ask) => rank(index, { ...ask, windows: [window] }, weights, wanted))
    ranked.sort((a, b) => a.cost - b.cost || a.served - b.served || a.print - b.print)
    const chosen = ranked.slice(0, request.people)
    return {
      ranked,
      filled: chosen.length,
      cost: sum(chosen.map((one) => one.cost)),
      load: sum(chosen.map((one) => one.served)),
    }
  })
  windows.sort((a, b) => b.filled - a.filled || a.cost - b.cost || a.load - b.load)
  const people = (windows[0]?.ranked ?? []).slice(0, wanted).map(
    ({ ask, slot, cost }): Assignment => ({
      requestId: request.id,
      volunteerId: ask.roster.people[slot]?.id as string,
      window: { ...(ask.windows[0] as Span) },
      score: topScore - cost,
      reasons: reasonsOf(ask, weights, slot),
    }),
  )
  return { chosen: people.slice(0, request.people), next: people.slice(request.people) }
}

/** Up to so many volunteers a roster is built in some ten milliseconds. */
const quicklyBuilt = 2_000

/**
 * Why places of one request stay empty; undefined if none does. Looks at everybody: some milliseconds. In a large county those who changed since the index was
 * last built anew, at most 512, are seen as they were then: what is told here is a hint, and whatever comes of it is matched against the present state.
 */
export function explainOne(index: Index, request: HelpRequest, { chosen }: Answer): Unmet | undefined {
  const exact = index.stale.size > 0 && index.settled.people.length <= quicklyBuilt
  const roster = exact ? buildRoster(everybody(index), index.rule) : index.settled
  return explainUnmet(roster, [prepareAsk(roster, request)], chosen)[0]
}

/** The best of one roster for an ask with one window, without entries that are out of date. */
function rank(index: Index, ask: Ask, weights: Weights, wanted: number) {
  const out = ask.roster === index.settled ? index.stale : new Set<string>()
  const list = findCandidates(ask, weights, wanted + out.size)
  return Array.from(list.keys, (key) => ({ ask, ...readKey(key) })).filter(
    ({ slot }) => !out.has(ask.roster.people[slot]?.id as string),
  )
}

const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0)
