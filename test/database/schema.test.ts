import fs from 'node:fs'
import path from 'node:path'
import { dumpSchema } from '../../cloud/database/dump-schema'
import { inTransaction } from '../../cloud/platform/database'
import { createTestDatabase, type TestDatabase } from '../database'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('the committed schema is what the migrations make (else: npm run cloud -- migrate --dump)', async () => {
  const file = path.join(__dirname, '..', '..', 'cloud', 'database', 'schema.sql')
  const committed = fs.readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
  expect(committed.split('\n')).toEqual((await dumpSchema(database.sql)).split('\n'))
})

it.each([
  'alter table people add column shoe_size int',
  'alter table people alter nickname drop not null',
  "alter table people alter nickname set default 'x'",
  'alter table areas alter name type text collate "C"',
  'alter table sign_ups drop constraint sign_ups_party_check',
  'drop index one_live_sign_up',
  'drop trigger append_only on audit_log',
  'alter table audit_log disable trigger append_only',
  'alter table sign_ups reset (fillfactor)',
  'create function f() returns int language sql as $$ select 1 $$',
  'alter function has_role volatile',
  'create extension citext',
])('shows: %s', async (change) => {
  const takenBack = new Error('taken back')
  const compare = inTransaction(database.sql, async (tx) => {
    const before = await dumpSchema(tx)
    await tx.unsafe(change)
    expect(await dumpSchema(tx)).not.toBe(before)
    throw takenBack
  })
  await expect(compare).rejects.toBe(takenBack)
})

it('is never silent about what it cannot write', async () => {
  const refused = inTransaction(database.sql, async (tx) => {
    await tx`create view adults as select * from people`
    return dumpSchema(tx)
  })
  await expect(refused).rejects.toThrow('Teach cloud/database/dump-schema.ts to write adults.')
})
