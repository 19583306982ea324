import { type HardRule, hardRules, type Reason } from './answer'
import { prepareAsk } from './ask'
import type { Index } from './keep'
import type { HelpRequest, Span, Weights } from './model'
import { bitOf, failures, metresTo } from './rules'
import { checkWeights, reasonsOf, scoreOf } from './score'

/** What speaks for and against one person for one request. */
export interface Judged {
  /** The window in which the fewest rules are broken, the earliest of those. */
  window: Span
  broken: HardRule[]
  score: number
  reasons: Reason[]
  metres: number
  walkMinutes: number
}

/** Judges one person, whoever he is: for a choice by hand. Undefined when the index does not know him or the request has no window. */
export function judge(index: Index, request: HelpRequest, volunteerId: string, weights: Weights): Judged | undefined {
  checkWeights(weights)
  const roster = index.stale.has(volunteerId) ? index.changed : index.settled
  const slot = roster.slotOf.get(volunteerId)
  if (slot === undefined) return undefined
  const ask = prepareAsk(roster, request)
  const metres = metresTo(ask, slot)
  const judged = ask.windows.map((window) => {
    const bits = failures(ask, window, slot, metres, true)
    return { window, broken: hardRules.filter((rule) => bits & bitOf(rule)) }
  })
  const best = judged.sort((a, b) => a.broken.length - b.broken.length)[0]
  return (
    best && {
      ...best,
      score: scoreOf(ask, weights, slot, metres),
      reasons: reasonsOf(ask, weights, slot),
      metres: Math.round(metres),
      walkMinutes: Math.ceil(metres / roster.rule.metresPerMinute),
    }
  )
}
