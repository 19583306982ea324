import { recordAudit } from '../../audit/record'
import type { Keys } from '../../platform/crypto'
import { type Database, inTransaction } from '../../platform/database'
import type { FileHousehold, FileProblem } from '../file/read'
import { type TakenIn, takeInHouseholds } from './take-in'

/** Households from the operator's console: no size limit, no person, every area. Audited as `console.households`; with one problem nothing is written. */
export async function importHouseholds(
  sql: Database,
  keys: Keys,
  rows: readonly FileHousehold[],
  countyCode: string,
): Promise<TakenIn | { problems: FileProblem[] }> {
  return inTransaction(sql, async (tx) => {
    const taken = await takeInHouseholds(tx, rows, { by: null, keys }, new Date())
    if ('problems' in taken) return taken
    const audit = {
      personId: null,
      operation: 'console.households',
      requestId: null,
      areaCode: countyCode,
      after: taken,
    }
    await recordAudit(tx, [{ ...audit, target: `households:${countyCode}` }])
    return taken
  })
}
