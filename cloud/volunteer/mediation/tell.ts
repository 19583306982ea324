import type { Tx } from '../../platform/database'
import type { HelpRequest } from '../life/queries'
import { tellPeople } from '../tell-sides'
import { selectSides } from './queries'

/** Tells both sides of a dispute, and whoever else is named, that it does not come to a talk any more; not whoever ended it. Nobody where it is none. */
export async function tellEnd(
  tx: Tx,
  request: HelpRequest,
  endedBy: number,
  others: readonly number[] = [],
): Promise<void> {
  if (request.kind !== 'mediation') return
  const sides = (await selectSides(tx, request.helpRequestId)).filter((one) => one.withdrawnAt === null)
  const people = [...sides.map(({ personId }) => personId), ...others].filter((id) => id !== endedBy)
  await tellPeople(tx, request, people, 'mediationEnded', { mediationId: request.helpRequestId })
}
