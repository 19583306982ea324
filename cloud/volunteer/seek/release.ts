import type { HelpActor, withdrawReasons } from '../../../types/volunteer'
import type { Tx } from '../../platform/database'
import { moveHelp } from '../life/move'
import type { HelpRequest } from '../life/queries'
import { cancelAssignment } from '../serve/queries'
import { queueSeek, releaseOffer } from './queries'

type Reason = (typeof withdrawReasons)[number]

/** Frees the place of somebody who would have come, and has it looked for somebody else as soon as this is committed. */
export async function releasePlace(
  tx: Tx,
  request: HelpRequest,
  place: { assignmentId: number; offerId: number },
  by: { actor: HelpActor; personId: number; as: 'declined' | 'withdrawn'; reason: Reason | string | null },
  now: Date,
): Promise<HelpRequest> {
  await cancelAssignment(tx, place.assignmentId, by.reason ?? '', now)
  await releaseOffer(tx, place.offerId, by.as, by.reason, now)
  const inService = request.status === 'inService'
  const kind = inService ? 'leaveEarly' : request.status === 'assigned' ? 'lookAgain' : 'leavePlace'
  // Where staff look by hand the clock is theirs, and the engine asks nobody.
  const byHand = request.status === 'open' || request.status === 'unmet'
  const set = inService || byHand ? {} : { dueAt: new Date(now.getTime() + 60_000) }
  const after = await moveHelp(tx, request, { kind, actor: by.actor, personId: by.personId, set }, now)
  // Others are there already: it goes on without whoever cannot come.
  if (!inService && !byHand) await queueSeek(tx, request.helpRequestId)
  return after
}
