import { dayOf } from '../../deadlines/working-days'
import type { Tx } from '../../platform/database'
import { canWorkOn } from '../desk/rules'
import { isLawful, move } from '../life/move'
import { type Application, lockApplication } from '../life/queries'
import { tellStaff } from '../tell-sides'
import * as queries from './queries'
import { staffWording } from './wording'

/**
 * Gives a case whose owner is away, or serves its area no longer, to the cover, or where the cover cannot have it to whoever is next. Undefined when
 * nobody else is there at all, or the case cannot change hands now.
 */
export async function reassign(
  tx: Tx,
  applicationId: number,
  coverId: number | null,
  now: Date,
): Promise<{ before: Application; after: Application } | undefined> {
  const a = await lockApplication(tx, applicationId, { as: 'system' })
  if (!a?.ownerId || !isLawful('handOver', a.status)) return undefined
  const day = dayOf(now)
  const except = [...(await queries.selectPeopleWithPart(tx, applicationId)), a.ownerId]
  const cover = coverId !== null && (await canTake(tx, a, coverId, except, day)) ? coverId : undefined
  const deciding = a.status === 'inReview' || a.status === 'suspended'
  const tiers = deciding && a.kind === 'promised' ? queries.deciding : queries.accepting
  const ownerId = cover ?? (await queries.selectOptionalNextOwner(tx, a.areaCode, tiers, except, day))
  if (ownerId === undefined) return undefined
  const away = await queries.selectIsAway(tx, a.ownerId, day)
  const after = await move(
    tx,
    a,
    {
      kind: 'handOver',
      actor: 'system',
      personId: null,
      why: away ? staffWording.away : staffWording.noLongerThere,
      facts: { from: a.ownerId, to: ownerId },
      set: { ownerId, claimedAt: null },
    },
    now,
  )
  await tellStaff(tx, after, [ownerId], 'caseAssigned', after.deadlineAt ? { dueAt: after.deadlineAt } : {})
  return { before: a, after }
}

/** Whether somebody may be given a case today: there, with a role for its next step, and without a part in it. */
export async function canTake(
  tx: Tx,
  a: Application,
  personId: number,
  except: readonly number[],
  day: string,
): Promise<boolean> {
  if (except.includes(personId) || (await queries.selectIsAway(tx, personId, day))) return false
  return canWorkOn(a, await queries.selectRolesFor(tx, personId, a.areaCode))
}
