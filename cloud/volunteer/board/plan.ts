import type { Match } from '../match/answer'
import { type Judged, judge } from '../match/judge'
import { everybody } from '../match/keep'
import { match } from '../match/match'
import type { HelpRequest, Volunteer } from '../match/model'
import type { Pool } from '../pool/matcher'
import type { WantedRow } from '../pool/rules'
import { requestOf } from '../pool/rules'

/** The pool as a plan, for whoever wants to do something else than the engine would. */

export interface Planning {
  volunteers: Volunteer[]
  requests: HelpRequest[]
  plan: Match
}

/** What the engine would do now beside everything that was accepted or sent. */
export function planNow(pool: Pool, wanted: readonly WantedRow[], now: Date): Planning {
  const requests = wanted.flatMap((row) => requestOf(row, pool.origin, now) ?? [])
  const volunteers = everybody(pool.index)
  return { volunteers, requests, plan: match(volunteers, requests, pool.weights, pool.distance) }
}

/** A request as it is judged by hand: also when its places are asked for already, and whoever was asked before may be asked again. */
export function askedByHand(pool: Pool, row: WantedRow, now: Date): HelpRequest | undefined {
  return requestOf(
    { ...row, without: row.without.filter((id) => row.firm.includes(id)) },
    pool.origin,
    now,
    Math.max(1, row.missing),
  )
}

export const judgeByHand = (pool: Pool, request: HelpRequest, personId: number): Judged | undefined =>
  judge(pool.index, request, String(personId), pool.weights)
