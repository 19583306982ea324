import * as v from 'valibot'

/**
 * A back-up file: gzip over lines. A header; for every table its name and columns, its rows in PostgreSQL's COPY text format, the
 * line that begins with `\.` (no row can) and carries their count and digest; the sequences; and a last line without which it is not whole.
 */
export const formatName = 'linlibang-backup'
export const formatVersion = 1
export const endOfRows = Buffer.from('\\.')

/** Not a table: the jobs waiting in the queue, put back through its own `add_job`. */
export const pendingJobs = 'pending jobs'

export const header = v.object({
  format: v.literal(formatName),
  version: v.literal(formatVersion),
  /** When the snapshot was taken, ISO 8601. */
  madeAt: v.string(),
  /** The migrations the database had run, in order. */
  migrations: v.array(v.object({ name: v.string(), hash: v.string() })),
})
export const tableStart = v.object({ table: v.string(), columns: v.array(v.string()) })
export const tableEnd = v.object({ rows: v.number(), digest: v.string() })
/** `last` is the last number given out, null when none was. */
export const sequence = v.object({ sequence: v.string(), last: v.nullable(v.string()) })
export const trailer = v.object({ complete: v.literal(true), tables: v.number(), rows: v.number() })

export type Header = v.InferOutput<typeof header>
export type TableStart = v.InferOutput<typeof tableStart>
export type TableEnd = v.InferOutput<typeof tableEnd>
export type Sequence = v.InferOutput<typeof sequence>
export type Trailer = v.InferOutput<typeof trailer>

/** The file is not a whole back-up. */
export class BackupDamaged extends Error {
  constructor(file: string, why: string) {
    super(`${file} is not a whole back-up: ${why}.`)
  }
}
