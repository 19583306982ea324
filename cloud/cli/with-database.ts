import { deriveKeys } from '../platform/crypto'
import { type Database, openDatabase } from '../platform/database'
import { readSettings, type Settings } from '../platform/settings'
import { type RunningDatabase, reachDatabase } from '../start/database'

/** Runs a command against the database of the settings, sharing the embedded PostgreSQL with a server that is running. */
export async function withDatabase(work: (db: RunningDatabase, settings: Settings) => Promise<void>): Promise<void> {
  const settings = readSettings(process.env)
  const database = await reachDatabase(settings, undefined, true)
  try {
    await work(database, settings)
  } finally {
    await database.cluster?.stop()
  }
}

/** The same with an open pool. */
export function withSql(work: (sql: Database, settings: Settings) => Promise<void>): Promise<void> {
  return withDatabase(async ({ address }, settings) => {
    const { sealing } = deriveKeys(settings.secretKey, settings.formerSecretKeys)
    const sql = openDatabase(address, { max: 4, applicationName: 'linlibang-console', sealing })
    try {
      await work(sql, settings)
    } finally {
      await sql.end({ timeout: 5 })
    }
  })
}
