import fs from 'node:fs'
import { createGunzip } from 'node:zlib'
import * as v from 'valibot'
import {
  BackupDamaged,
  endOfRows,
  type Header,
  header,
  type Sequence,
  sequence,
  type TableEnd,
  type TableStart,
  type Trailer,
  tableEnd,
  tableStart,
  trailer,
} from './format'
import { linesOf } from './lines'
import { RowDigest } from './row-digest'

/** What comes out of a back-up file, in its order. */
export type Piece =
  | { kind: 'header'; header: Header }
  | { kind: 'table'; table: TableStart }
  | { kind: 'rows'; rows: Buffer[] }
  | { kind: 'tableEnd'; end: TableEnd }
  | { kind: 'sequence'; sequence: Sequence }
  | { kind: 'complete'; trailer: Trailer }

/** Reads a back-up and checks every count and digest on the way. Throws `BackupDamaged` at the first thing that does not fit. */
export async function* readBackup(file: string): AsyncGenerator<Piece> {
  try {
    yield* pieces(file)
  } catch (error) {
    if (error instanceof BackupDamaged || (error as NodeJS.ErrnoException).code === 'ENOENT') throw error
    throw new BackupDamaged(file, (error as Error).message)
  }
}

/** Reads it all, to know before anything is touched that it is whole. Returns its header and its sums. */
export async function checkBackup(file: string): Promise<{ header: Header; trailer: Trailer }> {
  let first: Header | undefined
  let last: Trailer | undefined
  for await (const piece of readBackup(file)) {
    if (piece.kind === 'header') first = piece.header
    if (piece.kind === 'complete') last = piece.trailer
  }
  if (!first || !last) throw new BackupDamaged(file, 'its end is missing')
  return { header: first, trailer: last }
}

interface State {
  tables: number
  rows: number
  complete: boolean
  /** While rows of a table are read. */
  digest?: RowDigest
}

async function* pieces(file: string): AsyncGenerator<Piece> {
  const source = fs.createReadStream(file)
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  const state: State = { tables: 0, rows: 0, complete: false }
  let first = true
  try {
    for await (const lines of linesOf(source.pipe(gunzip))) {
      for (let at = 0; at < lines.length; ) {
        if (state.complete) throw new Error('something follows its end')
        if (state.digest) {
          const end = lines.findIndex((line, i) => i >= at && endsRows(line))
          const rows = lines.slice(at, end < 0 ? lines.length : end)
          for (const row of rows) state.digest.add(row)
          if (rows.length > 0) yield { kind: 'rows', rows }
          at += rows.length
          if (end < 0) continue
        }
        const piece = readPiece(lines[at]!, state, first)
        first = false
        at += 1
        yield piece
      }
    }
  } finally {
    source.destroy()
  }
  if (!state.complete) throw new Error('its end is missing')
}

const endsRows = (line: Buffer) => line.subarray(0, endOfRows.length).equals(endOfRows)

/** Everything that is not a row, checked against what was read so far. */
function readPiece(line: Buffer, state: State, first: boolean): Piece {
  if (first) return { kind: 'header', header: v.parse(header, JSON.parse(line.toString())) }
  if (state.digest) {
    const end = v.parse(tableEnd, JSON.parse(line.subarray(endOfRows.length).toString()))
    if (end.rows !== state.digest.rows || end.digest !== state.digest.toString())
      throw new Error('its rows were changed')
    state.rows += end.rows
    state.digest = undefined
    return { kind: 'tableEnd', end }
  }
  const record = v.parse(v.union([tableStart, sequence, trailer]), JSON.parse(line.toString()))
  if ('table' in record) {
    state.tables += 1
    state.digest = new RowDigest()
    return { kind: 'table', table: record }
  }
  if ('sequence' in record) return { kind: 'sequence', sequence: record }
  if (record.tables !== state.tables || record.rows !== state.rows) throw new Error('a table is missing')
  state.complete = true
  return { kind: 'complete', trailer: record }
}
