import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { queueOperations } from '../../cloud/application/desk/queue-operations'
import { recordAudit } from '../../cloud/audit/record'
import { inTransaction } from '../../cloud/platform/database'
import { createLog } from '../../cloud/platform/log'
import type { Caller, Services } from '../../cloud/platform/operations'
import { serve } from '../../cloud/platform/serve'
import { mostCounted } from '../../types/application'
import { deskOperations } from '../../types/application/desk'
import { countyCode, insertCases, insertOffice } from '../bench/application-data'
import { createTestDatabase, type TestDatabase } from '../database'

const cases = 1300
const now = new Date('2026-11-25T09:30:00+08:00')
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  await insertOffice(database.sql)
  await inTransaction(database.sql, (tx) => insertCases(tx, cases, now))
})
afterAll(() => database.drop())

interface Page {
  rows: { applicationId: number }[]
  nextCursor?: string
  counts?: { all: number; go: number; soon: number; late: number; idle: number }
}

async function queueOf(openid: string, input: object): Promise<Page> {
  const [row] = await database.sql<{ id: number; role: Caller['grants'][number]['role']; area: string }[]>`
    select p.id, g.role, g.area_code as area from people p join role_grants g on g.person_id = p.id where p.openid = ${openid}`
  if (!row) throw new Error(`nobody is ${openid}`)
  const who = { personId: row.id, sessionId: 0, openid: null, grants: [{ role: row.role, areaCode: row.area }] }
  const services = { log: createLog('silent'), countyCode } as unknown as Services
  const deps = { sql: database.sql, services, recordAudit, now: () => now }
  const answer = await serve('application', { queue: deskOperations.queue }, queueOperations, deps).get(
    'application.queue',
  )?.(who, input)
  if (!answer?.ok) throw new Error(JSON.stringify(answer))
  return answer.value as unknown as Page
}

const lightsOf = async (area: string) => {
  const [row] = await database.sql<{ all: number; idle: number; late: number }[]>`
    select count(*)::int as "all", (count(*) filter (where deadline_at is null))::int as idle, (count(*) filter (where deadline_at < ${now}))::int as late
      from applications where starts_with(area_code, ${area})`
  return row
}

it('counts a county up to 999 of each light and in all; one more says that there are more', async () => {
  const { counts } = await queueOf('county-approver', { whose: 'all' })
  const { idle, late } = (await lightsOf(countyCode)) ?? {}
  expect(counts).toMatchObject({ all: mostCounted + 1, go: mostCounted + 1, idle, late })
})

it('counts a township exactly', async () => {
  const { counts } = await queueOf('town-clerk', { whose: 'all' })
  const held = await lightsOf('990101003')
  expect(counts).toMatchObject({ ...held })
  expect(held?.all).toBeGreaterThan(100)
})

it('counts what a search finds, and gives no counts when it finds more than it counts', async () => {
  const [surname] = await database.sql<{ n: number }[]>`
    select count(*)::int as n from applications where applicant_name like '王%' or substr(applicant_name, 2) like '王%'`
  expect((await queueOf('county-approver', { whose: 'all', search: '王' })).counts?.all).toBe(surname?.n)
  // Part of the number of all of them.
  const found = await queueOf('county-approver', { whose: 'all', search: '261123' })
  expect(found.rows).toHaveLength(20)
  expect(found.counts).toBeUndefined()
})

it('leads through every page of a township in the order of deadlines, each case once', async () => {
  const seen: number[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await queueOf('town-clerk', { whose: 'all', ...(cursor === undefined ? {} : { cursor }) })
    seen.push(...page.rows.map((row) => row.applicationId))
    cursor = page.nextCursor
    if (cursor === undefined) break
  }
  const held = await database.sql<{ id: number }[]>`
    select id from applications where starts_with(area_code, '990101003') order by coalesce(deadline_at, 'infinity'), id`
  expect(seen).toEqual(held.map((row) => row.id))
})
