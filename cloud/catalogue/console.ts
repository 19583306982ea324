import fs from 'node:fs'
import path from 'node:path'
import { recordAudit } from '../audit/record'
import { areaExists } from '../people/scope'
import { type Database, inTransaction } from '../platform/database'
import { textOf } from './file/decode'
import { readCsv } from './file/read-csv'
import { readJson } from './file/read-json'
import { type FileRead, nothingRead } from './file/read-row'
import { type FileItem, type TakenIn, takeIn } from './take-in'
import { wording } from './wording'

/** The catalogue on the operator's console: no size limit, no person. */

/** Reads a file by its ending; anything but .json is a table. */
export function readCatalogueFile(file: string): FileRead {
  const text = textOf(fs.readFileSync(file))
  if (text === undefined) {
    const problem = { line: 1, code: null, path: '', problem: wording.file.problems.notText }
    return { ...nothingRead(), problems: [problem] }
  }
  return path.extname(file).toLowerCase() === '.json' ? readJson(text) : readCsv(text)
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
