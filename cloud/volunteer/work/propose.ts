import type { MatchReason } from '../../../types/volunteer'
import { dayOf } from '../../deadlines/working-days'
import { tell } from '../../inbox/tell'
import type { Tx } from '../../platform/database'
import { optimise } from '../match/match'
import { defaultWeights } from '../match/model'
import { buildRoster } from '../match/roster'
import { selectOptionalWeights } from '../pool/queries'
import * as queries from './pool-queries'
import { selectTitle } from './queries'
import { nextDue, openingOf, rideRule, seekerOf } from './rules'

/** What is worth telling of a match between a person and an opening; how often somebody was asked before is not. */
const told = new Set<MatchReason['kind']>(['near', 'skill', 'home', 'dialect'])

export interface Proposed {
  proposalId: number
  openingId: number
  areaCode: string
}

/**
 * Proposes openings to people who look for work: the optimum of the engine for everybody, for one opening that has just opened or for one person who has just
 * said what he can. Each proposal has somebody who follows it up; where there is nobody, nothing is proposed.
 */
export async function propose(tx: Tx, only: { openingId?: number; seekerId?: number }, now: Date): Promise<Proposed[]> {
  await queries.lockWork(tx)
  const day = dayOf(now)
  const [seekers, openings, weights = defaultWeights] = await Promise.all([
    queries.selectSeekers(tx, day, only.seekerId),
    queries.selectOpenOpenings(tx, day, only.openingId),
    selectOptionalWeights(tx),
  ])
  const requests = openings.flatMap((row) => openingOf(row, seekers) ?? [])
  if (seekers.length === 0 || requests.length === 0) return []
  const { assignments } = optimise(buildRoster(seekers.map(seekerOf), rideRule), requests, weights)
  const done: Proposed[] = []
  for (const one of assignments) {
    const opening = openings.find(({ openingId }) => openingId === Number(one.requestId))
    if (!opening) continue
    const { openingId, areaCode, contactId } = opening
    const seekerId = Number(one.volunteerId)
    const ownerId = await queries.selectOptionalWorkOwner(tx, areaCode, 0, [seekerId, contactId], day)
    if (ownerId === undefined) continue
    const dueAt = nextDue('proposed', now)
    const reasons = (one.reasons as MatchReason[]).filter(({ kind }) => told.has(kind))
    const proposal = { openingId, seekerId, areaCode, status: 'proposed', score: one.score, reasons, dueAt } as const
    const proposalId = await queries.insertProposal(tx, proposal, ownerId, now)
    if (proposalId === undefined) continue
    const title = await selectTitle(tx, openingId)
    await tell(tx, [{ personId: seekerId, kind: 'workProposed', facts: { proposalId, title, answerBy: dueAt } }])
    done.push({ proposalId, openingId, areaCode })
  }
  return done
}
