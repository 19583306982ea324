import type { Tx } from '../../platform/database'
import { moveHelp } from '../life/move'
import { lockHelpRequest } from '../life/queries'
import { isHelpStep } from '../life/rules'
import { tellEnd } from '../mediation/tell'
import { releaseOffer } from '../seek/queries'
import { withdrawSent } from '../seek/withdraw'
import { cancelAssignment, selectLiveAssignments } from '../serve/queries'
import { tellPeople } from '../tell-sides'
import { selectLiveOf } from './queries'

/** Nobody is to come any more: everybody who was asked or would have come is told, and their hours are free. The caller moves the request. */
export async function sendEverybodyHome(tx: Tx, request: Parameters<typeof withdrawSent>[1], now: Date): Promise<void> {
  await withdrawSent(tx, request, 'cancelled', now)
  for (const place of await selectLiveAssignments(tx, request.helpRequestId)) {
    if (place.status !== 'assigned') continue
    await cancelAssignment(tx, place.assignmentId, 'cancelled', now)
    await releaseOffer(tx, place.offerId, 'withdrawn', 'cancelled', now)
    await tellPeople(tx, request, [place.personId], 'helpCancelled', { startsAt: place.from })
  }
}

/** Cancels what a person asked for and is not over, for whoever deletes an account; what was said there goes, what happened stays. */
export async function cancelAllOf(tx: Tx, personId: number, now: Date): Promise<void> {
  for (const helpRequestId of await selectLiveOf(tx, personId)) {
    const request = await lockHelpRequest(tx, helpRequestId, { as: 'system' })
    if (!request || !isHelpStep('cancel', request.status)) continue
    await sendEverybodyHome(tx, request, now)
    await tellEnd(tx, request, personId)
    const set = { dueAt: null, endedAt: now }
    await moveHelp(tx, request, { kind: 'cancel', actor: 'requester', personId, set }, now)
  }
}
