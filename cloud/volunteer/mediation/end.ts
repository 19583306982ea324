import type { DisputeSide } from '../../../types/volunteer'
import type { Tx } from '../../platform/database'
import { sendEverybodyHome } from '../ask/cancel-all'
import { insertServiceOfTask } from '../hours/queries'
import { moveHelp } from '../life/move'
import { type HelpRequest, lockHelpRequest } from '../life/queries'
import { isHelpStep } from '../life/rules'
import { checkOut, selectLiveAssignments } from '../serve/queries'
import { blankSides, endInvitation, selectUnsettled, withdrawSide } from './queries'
import { tellEnd } from './tell'

/**
 * One side does not want to talk any more: it ends at this moment, whoever would come stays at home, whoever is there has his time counted until now, and everybody
 * else is told. The caller holds the request and has seen that the record is not confirmed by both.
 */
export async function endDispute(
  tx: Tx,
  request: HelpRequest,
  by: { side: DisputeSide; personId: number },
  now: Date,
): Promise<void> {
  const { helpRequestId } = request
  await withdrawSide(tx, helpRequestId, by.side, now)
  await endInvitation(tx, helpRequestId, 'over', now)
  const places = await selectLiveAssignments(tx, helpRequestId)
  for (const one of places.filter(({ status }) => status === 'inService')) {
    await checkOut(tx, one.assignmentId, now)
    await insertServiceOfTask(tx, one.assignmentId)
  }
  if (isHelpStep('withdrawConsent', request.status)) {
    await sendEverybodyHome(tx, request, now)
    const set = { dueAt: null, endedAt: now }
    await moveHelp(
      tx,
      request,
      { kind: 'withdrawConsent', actor: 'requester', personId: by.personId, facts: { side: by.side }, set },
      now,
    )
  }
  const there = places.filter(({ status }) => status !== 'assigned').map(({ personId }) => personId)
  await tellEnd(tx, request, by.personId, there)
}

/** Ends what somebody who deletes the account has not settled with another; nothing stays that says who he was. Records that both confirmed stay the other's. */
export async function leaveDisputes(tx: Tx, personId: number, name: string, now: Date): Promise<void> {
  for (const { helpRequestId, side } of await selectUnsettled(tx, personId)) {
    const request = await lockHelpRequest(tx, helpRequestId, { as: 'system' })
    if (request) await endDispute(tx, request, { side, personId }, now)
  }
  await blankSides(tx, personId, name)
}
