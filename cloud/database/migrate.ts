import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { runMigrations } from 'graphile-worker'
import { type Address, addressUrl, inTransaction, openDatabase, type Tx } from '../platform/database'

interface Script {
  name: string
  text: string
  hash: string
}

const scripts = (folder: string): Script[] =>
  fs
    .readdirSync(path.join(__dirname, folder))
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const text = fs.readFileSync(path.join(__dirname, folder, file), 'utf8')
      return { name: `${folder}/${file}`, text, hash: createHash('sha256').update(text).digest('hex') }
    })

/**
 * Brings a database to this version: `migrations/*.sql` once each, in order and never edited; `functions/*.sql` whenever their text
 * changed; and the job queue's own tables. One transaction under one advisory lock, so that two servers may start together.
 * Returns the names of what ran. Throws when a migration that ran was edited, or when the database is newer than this version.
 */
export async function migrate(address: Address): Promise<string[]> {
  await runMigrations({ connectionString: addressUrl(address) })
  const sql = openDatabase(address, { max: 1, applicationName: 'linlibang-migrate' })
  try {
    return await inTransaction(sql, runScripts)
  } finally {
    await sql.end()
  }
}

async function runScripts(tx: Tx): Promise<string[]> {
  await tx`select pg_advisory_xact_lock(hashtext('linlibang.migrate'))`
  await tx`create table if not exists migrations (
    name text primary key, hash text not null, ran_at timestamptz(3) not null default now())`
  const rows = await tx<{ name: string; hash: string }[]>`select name, hash from migrations`
  const done = new Map(rows.map((row) => [row.name, row.hash]))
  const migrations = scripts('migrations')
  const known = new Set(migrations.map((m) => m.name))
  const newer = [...done.keys()].find((name) => name.startsWith('migrations/') && !known.has(name))
  if (newer)
    throw new Error(`The database was upgraded by a newer version (${newer}); run that version, or restore a back-up.`)

  const ran: string[] = []
  const run = async (script: Script) => {
    await tx.unsafe(script.text)
    await tx`
      insert into migrations (name, hash) values (${script.name}, ${script.hash})
      on conflict (name) do update set hash = excluded.hash, ran_at = now()`
    ran.push(script.name)
  }
  for (const script of migrations) {
    const before = done.get(script.name)
    if (before === undefined) await run(script)
    else if (before !== script.hash)
      throw new Error(`${script.name} was edited after it ran; write a new migration instead`)
  }
  for (const script of scripts('functions')) if (done.get(script.name) !== script.hash) await run(script)
  return ran
}
