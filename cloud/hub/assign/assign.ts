import { dayOf } from '../../deadlines/working-days'
import { tell } from '../../inbox/tell'
import type { Tx } from '../../platform/database'
import * as queries from './queries'
import { nearestHubs } from './rules'

export interface Assigned {
  linked: { householdId: number; hubId: number }[]
  /** Those that no hub has room for. */
  orphaned: { householdId: number; areaCode: string }[]
}

/**
 * Gives households that stand without a hub (those named, or all there are) to the nearest hub with room. Under the lock of all links; the hosts and those who
 * live there are told. `news`: these have just come to stand without one, so the community hears of whom nobody has room for.
 */
export async function assignNearest(
  tx: Tx,
  householdIds: readonly number[] | null,
  { news }: { news: boolean },
  now: Date,
): Promise<Assigned> {
  await queries.lockLinks(tx)
  const orphans = await queries.selectOrphans(tx, householdIds)
  if (orphans.length === 0) return { linked: [], orphaned: [] }
  const links = nearestHubs(orphans, await queries.selectHubPlaces(tx, ''), await queries.selectReach(tx))
  await queries.insertLinks(tx, links, { how: 'nearest', by: null, why: '' }, now)
  await tellConcerned(
    tx,
    links.map(({ householdId }) => householdId),
  )
  const placed = new Set(links.map(({ householdId }) => householdId))
  const left = orphans.filter(({ householdId }) => !placed.has(householdId))
  if (news && left.length > 0) {
    const codes = [...new Set(left.map(({ areaCode }) => areaCode))]
    const keepers = await queries.selectKeepers(tx, codes, dayOf(now))
    await tell(
      tx,
      keepers.map(({ areaCode, areaName, personId }) => ({
        personId,
        kind: 'householdOrphaned' as const,
        facts: { areaName, count: left.filter((one) => one.areaCode === areaCode).length },
      })),
    )
  }
  return {
    linked: links.map(({ householdId, hubId }) => ({ householdId, hubId })),
    orphaned: left.map(({ householdId, areaCode }) => ({ householdId, areaCode })),
  }
}

/** Tells hosts how many households are new, and those who live there which hub is theirs. */
export async function tellConcerned(tx: Tx, householdIds: readonly number[]): Promise<void> {
  const concerned = await queries.selectConcerned(tx, householdIds)
  await tell(
    tx,
    concerned.flatMap(({ hubId, name, hostId, households, members }) => [
      { personId: hostId, kind: 'householdsLinked' as const, facts: { hubId, title: name, count: households } },
      ...(members ?? []).map((personId) => ({ personId, kind: 'hubLinked' as const, facts: { hubId, title: name } })),
    ]),
  )
}
