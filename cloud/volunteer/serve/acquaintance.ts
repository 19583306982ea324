import type { Tx } from '../../platform/database'
import type { HelpRequest } from '../life/queries'
import { selectOtherSide } from '../mediation/queries'
import { insertAcquaintances } from './queries'

/** A volunteer says that he knows whoever this is about: he never mediates between them. */
export async function noteAcquaintance(tx: Tx, personId: number, request: HelpRequest): Promise<void> {
  await insertAcquaintances(tx, personId, [request.requesterId, ...(await selectOtherSide(tx, request.helpRequestId))])
}
