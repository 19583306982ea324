import { runMigrations } from 'graphile-worker'
import { type Address, addressUrl, type Database, inTransaction, openDatabase, type Tx } from '../platform/database'
import { readScripts, type Script } from './scripts'

/** What a database has run: script name and hash. */
export interface Ran {
  name: string
  hash: string
}

/** This version's scripts. */
export interface Scripts {
  migrations: readonly Script[]
  functions: readonly Script[]
}

/**
 * Brings a database to this version: `migrations/*.sql` once each, in order and never edited; `functions/*.sql` whenever their text
 * changed; and the job queue's own tables. Ours run in one transaction, and all of it under one lock, so that servers may start
 * together. `sealing`: needed where there are rows to be sealed. Returns the names of what ran. Throws when a migration that ran was edited, or when the database is newer than this version.
 */
export async function migrate(
  address: Address,
  scripts: Scripts = { migrations: readScripts('migrations'), functions: readScripts('functions') },
  sealing?: string,
): Promise<string[]> {
  const sql = openDatabase(address, { max: 1, applicationName: 'linlibang-migrate', patient: true, sealing })
  try {
    await sql`select pg_advisory_lock(hashtext('linlibang.migrate'))` // let go when the connection ends
    await runMigrations({ connectionString: addressUrl(address) })
    return await inTransaction(sql, async (tx) => [
      ...(await runMigrationScripts(tx, scripts.migrations)),
      ...(await runFunctionScripts(tx, scripts.functions)),
    ])
  } finally {
    await sql.end()
  }
}

/** The migrations and functions a database has run, oldest first; none when it was never migrated. */
export async function selectRan(sql: Database | Tx): Promise<Ran[]> {
  const [table] = await sql<{ exists: boolean }[]>`select to_regclass('public.migrations') is not null as exists`
  if (!table?.exists) return []
  return sql<Ran[]>`select name, hash from migrations order by ran_at, name`
}

/** Runs the migrations that have not run yet. Returns their names; throws as `migrate` does. */
export async function runMigrationScripts(tx: Tx, migrations: readonly Script[]): Promise<string[]> {
  await tx`create table if not exists migrations (
    name text primary key, hash text not null, ran_at timestamptz(3) not null default now())`
  const ran = new Map((await selectRan(tx)).map((row) => [row.name, row.hash]))
  const known = new Set(migrations.map((m) => m.name))
  const newer = [...ran.keys()].find((name) => name.startsWith('migrations/') && !known.has(name))
  if (newer)
    throw new Error(`The database was upgraded by a newer version (${newer}); run that version, or restore a back-up.`)
  const edited = migrations.find(({ name, hash }) => ran.has(name) && ran.get(name) !== hash)
  if (edited) throw new Error(`${edited.name} was edited after it ran; write a new migration instead.`)

  const due = migrations.filter(({ name }) => !ran.has(name))
  for (const script of due) {
    await tx.unsafe(script.text)
    await remember(tx, script)
  }
  return due.map(({ name }) => name)
}

/** Defines the functions whose text changed. They may call one another, so bodies are checked once all of them exist. */
export async function runFunctionScripts(tx: Tx, functions: readonly Script[]): Promise<string[]> {
  const ran = new Map((await selectRan(tx)).map((row) => [row.name, row.hash]))
  const changed = functions.filter(({ name, hash }) => ran.get(name) !== hash)
  for (const checked of ['off', 'on']) {
    await tx.unsafe(`set local check_function_bodies = ${checked}`)
    for (const { text } of changed) await tx.unsafe(text)
  }
  for (const script of changed) await remember(tx, script)
  return changed.map(({ name }) => name)
}

async function remember(tx: Tx, { name, hash }: Script): Promise<void> {
  await tx`
    insert into migrations (name, hash) values (${name}, ${hash})
    on conflict (name) do update set hash = excluded.hash, ran_at = now()`
}
