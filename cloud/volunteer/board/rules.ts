import type { HardRule, Match } from '../match/answer'
import type { HelpRequest, Span, Volunteer } from '../match/model'

/** What a choice by hand does to the plan. */

/** Rules that nobody may break, by hand either: the other side's no, papers, insurance, age, and an hour that is taken. The others are wishes that staff may weigh. */
const firm: ReadonlySet<HardRule> = new Set(['out', 'knowsParty', 'certificate', 'insurance', 'age', 'busy'])

export const firmAmong = (rules: readonly HardRule[]): HardRule[] => rules.filter((rule) => firm.has(rule))

export interface Reached {
  places: number
  filled: number
  score: number
  spread: number
}

export const reachedBy = (plan: Match): Reached => ({
  places: plan.places,
  filled: plan.placesFilled,
  score: plan.objective.score,
  spread: plan.objective.spread,
})

/** The pool if this person were to do this task: his hour is taken, his week has less left, the request needs one fewer. */
export function withChoice(
  volunteers: readonly Volunteer[],
  requests: readonly HelpRequest[],
  choice: { personId: string; request: HelpRequest; window: Span },
): { volunteers: Volunteer[]; requests: HelpRequest[] } {
  const { personId, request, window } = choice
  const week = Math.floor(window.from / (7 * 24 * 60))
  return {
    volunteers: volunteers.map((one) =>
      one.id === personId
        ? {
            ...one,
            busy: [...one.busy, { ...window, at: request.at }],
            minutesLeft: one.minutesLeft.map((left, w) => (w === week ? Math.max(0, left - request.minutes) : left)),
            capacity: Math.max(0, one.capacity - 1),
            served: one.served + 1,
          }
        : one,
    ),
    requests: requests.flatMap((one) =>
      one.id !== request.id ? one : one.people > 1 ? { ...one, people: one.people - 1, windows: [window] } : [],
    ),
  }
}

/** How many people come to each request by a plan. */
export function comingBy(plan: Match): Map<string, number> {
  const coming = new Map<string, number>()
  for (const { requestId } of plan.assignments) coming.set(requestId, (coming.get(requestId) ?? 0) + 1)
  return coming
}

/** Requests that would have fewer people after a choice, with how many fewer. */
export function losingBy(before: Match, after: Match, except: string): { requestId: string; places: number }[] {
  const then = comingBy(after)
  return [...comingBy(before)]
    .map(([requestId, people]) => ({ requestId, places: people - (then.get(requestId) ?? 0) }))
    .filter(({ requestId, places }) => places > 0 && requestId !== except)
}
