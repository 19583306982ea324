import type { Tx } from '../platform/database'
import { lockHubsOf, removeFromHubs, renameHubsOf } from './forget-queries'
import { closeHub } from './hubs/close'
import { leave } from './join/queries'
import { hubWording as words } from './wording'

/**
 * Takes a person who deletes the account out of 党员中心户: the household goes on without him, his hub closes and its households go to the nearest others in the same
 * moment. Call it before roles and identity end.
 */
export async function forgetHub(tx: Tx, personId: number, now: Date): Promise<void> {
  await leave(tx, personId, now)
  for (const { hubId } of await lockHubsOf(tx, personId)) await closeHub(tx, hubId, words.accountDeleted, now)
  await removeFromHubs(tx, personId)
  await renameHubsOf(tx, personId, words.forgotten)
}
