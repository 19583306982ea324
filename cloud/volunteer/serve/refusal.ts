import type { Tx } from '../../platform/database'
import { moveHelp } from '../life/move'
import type { HelpRequest } from '../life/queries'
import { queueSeek, selectCounts } from '../seek/queries'
import { escalateIfDue } from '../seek/seek'

/** After a no or a silence: it is counted, the next best is asked at once, and after some refusals somebody further up answers for it. */
export async function afterRefusal(
  tx: Tx,
  request: HelpRequest,
  {
    count = 1,
    ...step
  }: { kind: 'decline' | 'expire'; actor: 'volunteer' | 'system'; personId: number | null; count?: number },
  now: Date,
): Promise<void> {
  const refusals = request.refusals + count
  const { sent, answerBy } = await selectCounts(tx, request.helpRequestId)
  const soon = new Date(now.getTime() + 60_000)
  const refused = await moveHelp(tx, request, { ...step, set: { refusals, dueAt: answerBy ?? soon } }, now)
  const escalated = await escalateIfDue(tx, refused, now)
  if (sent === 0)
    await moveHelp(tx, escalated, { kind: 'lookAgain', actor: 'system', personId: null, set: { dueAt: soon } }, now)
  await queueSeek(tx, request.helpRequestId)
}
