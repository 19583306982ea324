import { pointLimits } from '../../../types/hub'
import { tell } from '../../inbox/tell'
import type { Tx } from '../../platform/database'
import { hoursLater } from '../life/rules'
import { type LateAppeal, lockLate, selectOwner, setOwner } from './appeal-queries'

/**
 * Looks at one appeal whose day is over, or whose owner has gone: it becomes the next one's up the line (secretary, community, township, county), and the member hears that. At the end of the line whoever
 * owes it is reminded every day. Returns it and what was done; undefined when nothing is due.
 */
export async function settleAppeal(
  tx: Tx,
  seen: number[],
  now: Date,
): Promise<{ appeal: LateAppeal; did: 'movedUp' | 'reminded' } | undefined> {
  const appeal = await lockLate(tx, now, seen)
  if (!appeal) return undefined
  seen.push(appeal.appealId)
  const { appealId, personId, ownerId } = appeal
  const next = await selectOwner(tx, appeal, ownerId)
  const dueAt = hoursLater(now, (next === undefined ? 1 : pointLimits.nextAppealDays) * 24)
  await setOwner(tx, appealId, next ?? ownerId, dueAt)
  const owner = next ?? ownerId
  await tell(tx, [
    ...(owner === null ? [] : [{ personId: owner, kind: 'pointsAppealDue' as const, facts: { appealId, dueAt } }]),
    ...(next === undefined ? [] : [{ personId, kind: 'pointsAppealMoved' as const, facts: { dueAt } }]),
  ])
  return { appeal, did: next === undefined ? 'reminded' : 'movedUp' }
}
