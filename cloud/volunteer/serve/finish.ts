import type { Tx } from '../../platform/database'
import { moveHelp } from '../life/move'
import type { HelpRequest } from '../life/queries'
import { selectSettings } from '../pool/queries'
import { tellRequester } from '../tell-sides'
import { cancelAssignment, selectLiveAssignments } from './queries'

const dayMs = 86_400_000

/** After somebody went: when nobody is there any more it is done, and the requester is asked how it was. Who never came has no place any more. */
export async function finishIfAllWent(
  tx: Tx,
  request: HelpRequest,
  by: { actor: 'volunteer' | 'system'; personId: number | null },
  now: Date,
): Promise<HelpRequest> {
  const places = await selectLiveAssignments(tx, request.helpRequestId)
  if (places.some((one) => one.status === 'inService' || (one.status === 'assigned' && one.until > now)))
    return moveHelp(tx, request, { kind: 'leaveEarly', ...by }, now)
  for (const one of places.filter(({ status }) => status === 'assigned'))
    await cancelAssignment(tx, one.assignmentId, 'didNotCome', now)
  const { confirmDays } = await selectSettings(tx)
  const dueAt = new Date(now.getTime() + confirmDays * dayMs)
  const done = await moveHelp(tx, request, { kind: 'finish', ...by, set: { doneAt: now, dueAt } }, now)
  await tellRequester(tx, done, 'helpDone', { personName: places[0]?.personName ?? '' })
  return done
}
