import fs from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type Address, copyOut, inTransaction, openDatabase, type Tx } from '../../platform/database'
import { selectRan } from '../migrate'
import { endOfRows, formatName, formatVersion, type Header, type TableStart, type Trailer } from './format'
import { joinLines, linesOf } from './lines'
import { RowDigest } from './row-digest'
import { pendingJobsTable, pinTextFormat, rowsOf, selectSequences, selectTables } from './tables'

/**
 * Writes a back-up of everything the database holds at one instant into `file` (mode 0600), while servers go on working. The file
 * appears under its name when it is whole and on the disk. Not in it: SECRET_KEY, jobs that have failed for good, and when periodic
 * jobs ran last. Throws when the file exists.
 */
export async function backUp(address: Address, file: string): Promise<Trailer> {
  if (fs.existsSync(file)) throw new Error(`${file} exists already; a back-up never overwrites another.`)
  const part = `${file}.part`
  const sql = openDatabase(address, { max: 1, applicationName: 'linlibang-backup', patient: true })
  try {
    const sums: Trailer = { complete: true, tables: 0, rows: 0 }
    await inTransaction(sql, async (tx) => {
      await tx`set transaction isolation level repeatable read, read only`
      await pinTextFormat(tx)
      const out = fs.createWriteStream(part, { mode: 0o600, flush: true })
      await pipeline(Readable.from(wholeBackup(tx, sums)), createGzip(), out)
    })
    fs.renameSync(part, file)
    return sums
  } finally {
    fs.rmSync(part, { force: true })
    await sql.end({ timeout: 5 })
  }
}

async function* wholeBackup(tx: Tx, sums: Trailer): AsyncGenerator<Buffer> {
  const ran = await selectRan(tx)
  const header: Header = {
    format: formatName,
    version: formatVersion,
    madeAt: new Date().toISOString(),
    migrations: ran.filter(({ name }) => name.startsWith('migrations/')),
  }
  yield line(header)
  for (const table of [...(await selectTables(tx)), pendingJobsTable]) {
    sums.tables += 1
    sums.rows += yield* wholeTable(tx, table)
  }
  for (const sequence of await selectSequences(tx)) yield line(sequence)
  yield line(sums)
}

async function* wholeTable(tx: Tx, table: TableStart): AsyncGenerator<Buffer, number> {
  yield line(table)
  const digest = new RowDigest()
  for await (const rows of copiedRows(tx, table)) {
    for (const row of rows) digest.add(row)
    yield joinLines(rows)
  }
  yield Buffer.concat([endOfRows, line({ rows: digest.rows, digest: digest.toString() })])
  return digest.rows
}

/** A table's rows in COPY's text format, as they stand in this transaction. */
export async function* copiedRows(tx: Tx, table: TableStart): AsyncGenerator<Buffer[]> {
  yield* linesOf(copyOut(tx, `copy (${rowsOf(table)}) to stdout`))
}

const line = (record: object): Buffer => Buffer.from(`${JSON.stringify(record)}\n`)
