import fs from 'node:fs'
import path from 'node:path'
import { recordAudit } from '../audit/record'
import { areaExists } from '../people/scope'
import { type Database, inTransaction } from '../platform/database'
import { readBytes } from './file/read'
import type { FileRead } from './file/read-row'
import { type FileItem, type TakenIn, takeIn } from './take-in'

/** The catalogue on the operator's console: no size limit, no person. */

/** Reads a file by its ending; anything but .json is a table. */
export function readCatalogueFile(file: string): FileRead {
  return readBytes(fs.readFileSync(file), path.extname(file).toLowerCase() === '.json' ? 'json' : 'csv')
}

/** Takes items in, audited as `console.catalogue`. Throws a sentence for the operator when the county's areas are not there yet. */
export async function importCatalogue(
  sql: Database,
  items: readonly FileItem[],
  { areaCode, publish }: { areaCode: string; publish: boolean },
): Promise<TakenIn> {
  return inTransaction(sql, async (tx) => {
    if (!(await areaExists(tx, areaCode)))
      throw new Error(`There is no area ${areaCode} yet: set COUNTY_CODE, and take in the areas first.`)
    const taken = await takeIn(tx, items, { areaCode, by: null, publish })
    const audit = { personId: null, operation: 'console.catalogue', requestId: null, areaCode, after: taken }
    await recordAudit(tx, [{ ...audit, target: `catalogue:${areaCode}` }])
    return taken
  })
}
