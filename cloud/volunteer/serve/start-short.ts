import type { Tx } from '../../platform/database'
import { moveHelp } from '../life/move'
import type { HelpRequest } from '../life/queries'
import { withdrawSent } from '../seek/withdraw'
import { selectLiveAssignments } from './queries'

/** It begins with whoever said yes, although more were wished for: nobody else is asked any more. */
export async function startShort(tx: Tx, request: HelpRequest, now: Date): Promise<HelpRequest> {
  await withdrawSent(tx, request, 'changed', now)
  return moveHelp(
    tx,
    request,
    {
      kind: 'startShort',
      actor: 'system',
      personId: null,
      set: { assignedAt: now, dueAt: await lastMoment(tx, request.helpRequestId, now) },
    },
    now,
  )
}

/** When the clock has to see whether anybody came: two hours after the last window. */
export async function lastMoment(tx: Tx, helpRequestId: number, now: Date): Promise<Date> {
  const places = await selectLiveAssignments(tx, helpRequestId)
  return new Date(Math.max(now.getTime(), ...places.map((one) => one.until.getTime())) + 2 * 3_600_000)
}
