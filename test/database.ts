import { randomBytes } from 'node:crypto'
import { deriveKeys } from '../cloud/platform/crypto'
import { type Address, type Database, openDatabase } from '../cloud/platform/database'

/** The migrated database that is cloned. */
export const template = 'template_linlibang'

export interface TestDatabase {
  address: Address
  sql: Database
  drop(): Promise<void>
}

/** A database of its own for one test file: a clone of the migrated template (or of `template0`: empty, or of one that nobody is connected to), dropped at the end. */
export async function createTestDatabase(
  from: string = template,
  sealing = deriveKeys(randomBytes(32)).sealing,
): Promise<TestDatabase> {
  const server = JSON.parse(process.env.TEST_DATABASE_ADDRESS ?? 'null') as Exclude<Address, string> | null
  if (!server) throw new Error('no test cluster: run the tests with test/jest.config.js')
  const database = `test_${randomBytes(6).toString('hex')}`
  const address = { ...server, database }
  await asAdmin(server, (admin) => admin.unsafe(`create database ${database} template ${from} strategy file_copy`))
  const sql = openDatabase(address, { max: 8, sealing })
  return {
    address,
    sql,
    async drop() {
      await sql.end({ timeout: 5 })
      await asAdmin(server, (admin) => admin.unsafe(`drop database ${database} with (force)`))
    },
  }
}

async function asAdmin(server: Address, work: (admin: Database) => Promise<unknown>): Promise<void> {
  const admin = openDatabase(server, { max: 1 })
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}
