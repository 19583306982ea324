import type { Tx } from '../platform/database'
import * as queries from './queries'

/**
 * Has WeChat look at a picture before others see it, in the transaction that stored it: rolled back, nobody is asked. The verdict
 * reaches the subject's `settle`, at the latest after half an hour.
 */
export async function checkPicture(
  tx: Tx,
  picture: { subject: string; subjectId: number; personId: number },
): Promise<void> {
  await queries.insertCheck(tx, picture)
}
