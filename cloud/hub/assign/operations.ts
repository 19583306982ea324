import { createHash } from 'node:crypto'
import type { hub } from '../../../types/hub'
import { hasRole } from '../../people/scope'
import type { Sql } from '../../platform/database'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { tellConcerned } from './assign'
import * as queries from './queries'
import { proposeMoves } from './rules'

type AssignOperations = Pick<Handlers<typeof hub>, 'proposal' | 'applyProposal'>

/** Balancing: shown first, carried out as it was shown or not at all. */
export const assignOperations: AssignOperations = {
  async proposal(sql, who, { areaCode }, call) {
    if (!(await hasRole(sql, who.personId, ['communityAdmin'], areaCode))) return refuse('outsideYourArea')
    const { moves, ...after } = await propose(sql, areaCode)
    call.audit({ target: `area:${areaCode}`, areaCode, role: 'communityAdmin', after: { moves: moves.length } })
    return { ...after, moves: moves.map(({ version: _, ...move }) => move) }
  },

  async applyProposal(tx, who, { areaCode, fingerprint }, call) {
    if (!(await hasRole(tx, who.personId, ['communityAdmin'], areaCode))) return refuse('outsideYourArea')
    await queries.lockLinks(tx)
    const now = await propose(tx, areaCode)
    if (now.fingerprint !== fingerprint) return refuse('changedMeanwhile')
    const ids = now.moves.map(({ householdId }) => householdId)
    // All leave before the first arrives: a hub that gives and takes has its room when it takes.
    await queries.endLinks(tx, ids, call.now)
    const links = now.moves.map(({ householdId, toHubId }) => ({ householdId, hubId: toHubId }))
    await queries.insertLinks(tx, links, { how: 'rebalanced', by: who.personId, why: '' }, call.now)
    await tellConcerned(tx, ids)
    call.audit({
      target: `area:${areaCode}`,
      areaCode,
      role: 'communityAdmin',
      after: { moved: now.moves.map(({ householdId, fromHubId, toHubId }) => ({ householdId, fromHubId, toHubId })) },
    })
    return { moved: ids.length }
  },
}

async function propose(sql: Sql, areaCode: string) {
  const [households, hubs, reach] = await Promise.all([
    queries.selectForProposal(sql, areaCode),
    queries.selectHubPlaces(sql, areaCode),
    queries.selectReach(sql),
  ])
  const { moves, orphanedAfter, overloadedAfter } = proposeMoves(households, hubs, reach)
  const of = new Map(households.map((one) => [one.householdId, one]))
  const name = new Map(hubs.map((one) => [one.hubId, one.name]))
  const rows = moves.map(({ householdId, from, hubId, metres }) => ({
    householdId,
    areaName: of.get(householdId)?.areaName ?? '',
    fromHubId: from,
    fromName: from === null ? null : (name.get(from) ?? null),
    toHubId: hubId,
    toName: name.get(hubId) ?? '',
    metres,
    version: of.get(householdId)?.version ?? 0,
  }))
  const said = rows.map((row) => [row.householdId, row.version, row.fromHubId, row.toHubId])
  const fingerprint = createHash('sha256').update(JSON.stringify(said)).digest('hex')
  return { moves: rows, orphanedAfter, overloadedAfter, fingerprint }
}
