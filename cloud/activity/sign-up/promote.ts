import type { CancelReason } from '../../../types/activity'
import { type Notice, tell } from '../../inbox/tell'
import type { Tx } from '../../platform/database'
import { fillSeats, leaveSeats, type Promoted } from './queries'

/** What every freed seat leads to, in the same transaction: the next that fits moves up and is told. Callers hold the activity's lock. */

export interface ActivityFacts {
  activityId: number
  title: string
  startsAt: Date
}

/** Gives free seats of these groups to those who wait, and tells them until when to answer. */
export async function promote(tx: Tx, activity: ActivityFacts, groupIds: readonly number[]): Promise<Promoted[]> {
  const promoted = await fillSeats(tx, groupIds)
  await tell(
    tx,
    promoted.flatMap((p) =>
      toBoth(p, { kind: 'signUpPromoted', facts: { ...activity, signUpId: p.signUpId, answerBy: p.answerBy } }),
    ),
  )
  return promoted
}

/** Takes sign-ups out for one reason and fills what they leave; returns who moved up. */
export async function leaveAndPromote(
  tx: Tx,
  activity: ActivityFacts,
  signUpIds: readonly number[],
  reason: CancelReason,
): Promise<Promoted[]> {
  const left = await leaveSeats(tx, signUpIds, reason)
  const freed = left.filter((l) => l.was === 'confirmed').map((l) => l.groupId)
  return freed.length > 0 ? promote(tx, activity, freed) : []
}

/** A notice for whoever signed up, and for the person too when that is somebody else (who may have no account: an inbox row then waits for nobody). */
export function toBoth(signUp: { personId: number; signedUpBy: number }, notice: Omit<Notice, 'personId'>): Notice[] {
  const receivers = new Set([signUp.signedUpBy, signUp.personId])
  return [...receivers].map((personId) => ({ personId, ...notice }))
}
