import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { runMigrations } from 'graphile-worker'
import {
  type Address,
  addressUrl,
  copyIn,
  type Database,
  inTransaction,
  openDatabase,
  quoted,
  type Tx,
} from '../../platform/database'
import { runFunctionScripts, runMigrationScripts, type Scripts } from '../migrate'
import { readScripts } from '../scripts'
import { type Header, pendingJobs, type Sequence, type TableEnd, type TableStart, type Trailer } from './format'
import { joinLines } from './lines'
import { checkBackup, type Piece, readBackup } from './read'
import { RowDigest } from './row-digest'
import { pinTextFormat, selectTables } from './tables'
import { copiedRows } from './write'

export interface RestoreOptions {
  /** Deletes what the database holds, in the same transaction. */
  emptyFirst?: boolean
  scripts?: Scripts
  /** Keys for what later migrations have to seal. */
  sealing?: string
}

/**
 * Restores a back-up into an empty database: everything in one transaction, or nothing. The schema is first brought to where it was
 * when the back-up was made, the rows are loaded with every constraint checked, compared with the digests in the file, and then the
 * later migrations run. Throws, with nothing changed, when the file is damaged or from a newer version, when the database is not
 * empty or in use, or when a row does not come back as it was written.
 */
export async function restore(address: Address, file: string, options: RestoreOptions = {}): Promise<Trailer> {
  const { header, trailer } = await checkBackup(file)
  const scripts = options.scripts ?? { migrations: readScripts('migrations'), functions: readScripts('functions') }
  const known = new Set(scripts.migrations.map((m) => m.name))
  const newer = header.migrations.find(({ name }) => !known.has(name))
  if (newer) throw new Error(`${file} was made by a newer version (${newer.name}); restore it with that version.`)

  const sql = openDatabase(address, {
    max: 1,
    applicationName: 'linlibang-restore',
    patient: true,
    sealing: options.sealing,
  })
  try {
    await refuseOthers(sql)
    if (!options.emptyFirst) await refuseContents(sql)
    await runMigrations({ connectionString: addressUrl(address) })
    await refuseOthers(sql)
    await inTransaction(sql, async (tx) => {
      await tx`select pg_advisory_xact_lock(hashtext('linlibang.migrate'))`
      if (!options.emptyFirst) await refuseContents(tx)
      await tx.unsafe('drop schema public cascade; create schema public; grant usage on schema public to public')
      await tx`delete from graphile_worker._private_jobs`
      await runMigrationScripts(tx, scriptsOf(header, scripts))
      await load(tx, readBackup(file))
      await runMigrationScripts(tx, scripts.migrations)
      await runFunctionScripts(tx, scripts.functions)
    })
    await sql`analyze`
    return trailer
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** The migrations that the back-up's database had run, each exactly as it ran there. */
function scriptsOf(header: Header, scripts: Scripts) {
  const hashes = new Map(header.migrations.map(({ name, hash }) => [name, hash]))
  return scripts.migrations
    .filter(({ name }) => hashes.has(name))
    .map((script) => {
      if (hashes.get(script.name) !== script.hash)
        throw new Error(`${script.name} is not the one that the back-up's database ran.`)
      return script
    })
}

/** Nobody else may be connected; who has just left gets two seconds to be gone. */
async function refuseOthers(sql: Database): Promise<void> {
  for (let tries = 1; ; tries++) {
    const [others] = await sql<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`
    if (!others || others.count === 0) return
    if (tries === 20)
      throw new Error(`The database is in use by ${others.count} other connection(s). Stop the server first.`)
    await sleep(100)
  }
}

/** Nothing may be lost that was not said to be. */
async function refuseContents(sql: Database | Tx): Promise<void> {
  const [found] = await sql<{ tables: number; ours: boolean }[]>`
    select count(*)::int as tables, coalesce(bool_or(relname = 'migrations'), false) as ours from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`
  if (!found || found.tables === 0) return
  // Every row of ours belongs to a person or an area in the end.
  const [rows] = found.ours
    ? await sql<{ any: boolean }[]>`select exists (select from areas) or exists (select from people) as any`
    : [{ any: true }]
  if (rows?.any)
    throw new Error('The database is not empty. Restore into a new one, or delete its contents with --empty-first.')
}

async function load(tx: Tx, pieces: AsyncGenerator<Piece>): Promise<void> {
  await pinTextFormat(tx)
  const tables = await selectTables(tx)
  await tx`create temp table pending_jobs (
    identifier text, payload json, queue_name text, run_at timestamptz, max_attempts int, job_key text, priority int, flags text[])
    on commit drop`
  // Rows come as they were, so what triggers did to them is in them already. Foreign keys stay on.
  for (const { table } of tables) await tx.unsafe(`alter table ${quoted(table)} disable trigger user`)
  await tx.unsafe(`truncate ${tables.map(({ table }) => quoted(table)).join(', ')}`) // what migrations put in

  const loaded: { table: TableStart; end: TableEnd }[] = []
  const sequences: Sequence[] = []
  for await (const piece of pieces) {
    if (piece.kind === 'table') loaded.push({ table: piece.table, end: await loadTable(tx, piece.table, pieces) })
    if (piece.kind === 'sequence') sequences.push(piece.sequence)
  }
  for (const { table, end } of loaded) if (table.table !== pendingJobs) await compare(tx, table, end)
  await tx`
    select graphile_worker.add_job(identifier, payload, queue_name, run_at, max_attempts, job_key, priority, flags) from pending_jobs`
  for (const { sequence, last } of sequences)
    if (last !== null) await tx`select setval(${quoted(sequence)}::regclass, ${last}::text::bigint)`
  await tx`set constraints all immediate` // those checked at commit, now that everything is there
  for (const { table } of tables) await tx.unsafe(`alter table ${quoted(table)} enable trigger user`)
}

/** Feeds a table's rows to COPY, up to their end. */
async function loadTable(tx: Tx, { table, columns }: TableStart, pieces: AsyncGenerator<Piece>): Promise<TableEnd> {
  let end: TableEnd | undefined
  async function* rows() {
    for (;;) {
      const { value: piece } = (await pieces.next()) as IteratorResult<Piece, undefined>
      if (piece?.kind === 'rows') yield joinLines(piece.rows)
      else {
        if (piece?.kind === 'tableEnd') end = piece.end
        return
      }
    }
  }
  const into = table === pendingJobs ? 'pg_temp.pending_jobs' : `public.${quoted(table)}`
  const target = copyIn(tx, `copy ${into} (${columns.map(quoted).join(', ')}) from stdin`)
  await pipeline(Readable.from(rows()), target)
  if (!end) throw new Error(`the rows of ${table} have no end`)
  return end
}

/** What is in the table now must be what the file says. */
async function compare(tx: Tx, table: TableStart, end: TableEnd): Promise<void> {
  const digest = new RowDigest()
  for await (const rows of copiedRows(tx, table)) for (const row of rows) digest.add(row)
  if (digest.rows !== end.rows || digest.toString() !== end.digest)
    throw new Error(`${table.table} did not come back as it was written: ${digest.rows} of ${end.rows} rows.`)
}
