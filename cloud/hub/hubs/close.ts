import type { Tx } from '../../platform/database'
import { type Assigned, assignNearest } from '../assign/assign'
import { endLinks } from '../assign/queries'
import { hastenContacts, selectHouseholdsOf, setClosed, setPaused } from './queries'

/** Closes a hub and gives its households to the nearest others in the same transaction; nobody joins it meanwhile. Under the lock of all links, taken before that of the hub. */
export async function closeHub(tx: Tx, hubId: number, reason: string, now: Date): Promise<Assigned> {
  const ids = await selectHouseholdsOf(tx, hubId)
  await setPaused(tx, hubId, now)
  await endLinks(tx, ids, now)
  await setClosed(tx, hubId, reason, now)
  await hastenContacts(tx, hubId, now)
  return ids.length === 0 ? { linked: [], orphaned: [] } : assignNearest(tx, ids, { news: true }, now)
}
