import { dayOf } from '../deadlines/working-days'
import { tell } from '../inbox/tell'
import type { Tx } from '../platform/database'
import {
  blankContacts,
  handOverPromises,
  hastenOwned,
  leaveBranch,
  lockHubsOf,
  removeFromHubs,
  renameHubsOf,
  selectLiveContacts,
  selectUntold,
} from './forget-queries'
import { closeHub } from './hubs/close'
import { leave } from './join/queries'
import { moveContact } from './life/move'
import { lockContact } from './life/queries'
import { isContactStep } from './life/rules'
import { hubWording as words } from './wording'

/**
 * Takes a person who deletes the account out of 党员中心户: the household goes on without him, his hub closes and its households go to the nearest others in the same
 * moment. Call it before roles and identity end.
 */
export async function forgetHub(tx: Tx, personId: number, now: Date): Promise<void> {
  await leave(tx, personId, now)
  await leaveBranch(tx, personId, words.forgottenWords, dayOf(now), now)
  for (const contactId of await selectLiveContacts(tx, personId)) {
    const contact = await lockContact(tx, personId, contactId)
    if (!contact) continue
    const kind = isContactStep('withdraw', contact.status, 'resident') ? 'withdraw' : 'confirm'
    const set = { dueAt: null, endedAt: now }
    await moveContact(tx, contact, { kind, actor: 'resident', personId, set }, now)
  }
  await blankContacts(tx, personId, words.forgottenWords, now)
  for (const { hubId } of await lockHubsOf(tx, personId)) await closeHub(tx, hubId, words.accountDeleted, now)
  await hastenOwned(tx, personId, now)
  const handed = await handOverPromises(tx, personId, words.holderDeleted, dayOf(now), now)
  await removeFromHubs(tx, personId)
  await renameHubsOf(tx, personId, words.forgotten)
  // Whoever owes them now hears of them as he did, under the name that the hub has from now on.
  const untold = await selectUntold(tx, handed)
  await tell(
    tx,
    untold.map(({ promiseId, ownerId, kind, hubId, hubName }) => ({
      personId: ownerId,
      kind,
      facts: { hubId, promiseId, title: hubName },
    })),
  )
}
