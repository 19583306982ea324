import { sealAudit } from '../../cloud/audit/jobs'
import { verifyAudit } from '../../cloud/audit/verify'
import { inTransaction } from '../../cloud/platform/database'
import { grantRole, startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { publish } from '../factories/activities'
import { liuqiao } from '../factories/areas'

let cloud: TestCloud
let admin: TestPerson
const seal = () => inTransaction(cloud.sql, sealAudit)

beforeAll(async () => {
  cloud = await startTestCloud()
  admin = await cloud.signIn('admin')
  await grantRole(cloud, admin.personId, 'communityAdmin', liuqiao)
  admin = await cloud.signIn('admin', { consent: false })
  await publish(cloud, admin)
})
afterAll(() => cloud.stop())

it('leaves a row with who, what, where and which request for every write, in the same transaction', async () => {
  const requestId = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee'
  await cloud.ask(admin, 'people.updateMe', { requestId, communityCode: liuqiao })
  const rows =
    await cloud.sql`select person_id as person, operation, target, area_code as area, role from audit_log where request_id = ${requestId}`
  expect(rows).toEqual([
    {
      person: admin.personId,
      operation: 'people.updateMe',
      target: `person:${admin.personId}`,
      area: liuqiao,
      role: 'resident',
    },
  ])
  await cloud.ask(admin, 'people.updateMe', { requestId, communityCode: liuqiao })
  expect(await cloud.sql`select from audit_log where request_id = ${requestId}`).toHaveLength(1)
})

it('cannot be changed, deleted or emptied', async () => {
  await seal()
  await expect(cloud.sql`update audit_log set operation = 'x'`).rejects.toMatchObject({ code: '23001' })
  await expect(cloud.sql`delete from audit_log`).rejects.toMatchObject({ code: '23001' })
  await expect(cloud.sql`truncate audit_log`).rejects.toMatchObject({ code: '23001' })
  await expect(cloud.sql`delete from audit_seals`).rejects.toMatchObject({ code: '23001' })
})

it('is sealed into a chain in the order of commits, also when a long transaction comes late', async () => {
  await seal()
  let finish = () => {}
  const gate = new Promise<void>((resolve) => {
    finish = resolve
  })
  const slow = inTransaction(cloud.sql, async (tx) => {
    await tx`insert into audit_log (role, operation) values ('resident', 'test.late')`
    await gate
  })
  await cloud.sql`insert into audit_log (role, operation) values ('resident', 'test.early')`
  expect(await seal()).toBe(1) // the writer that is still at work holds nobody up
  finish()
  await slow
  expect(await seal()).toBe(1)
  const order = await cloud.sql<{ operation: string }[]>`
    select l.operation from audit_seals s join audit_log l on l.id = s.audit_id order by s.position desc limit 2`
  expect(order.map((r) => r.operation)).toEqual(['test.late', 'test.early'])
  expect(await seal()).toBe(0)
  expect(await verifyAudit(cloud.sql)).toMatchObject({ ok: true, unsealed: 0 })
})

describe('verification', () => {
  /** Lets a thief with the database's own powers at the log, and puts everything back afterwards. */
  const tampered = (theft: string) =>
    inTransaction(cloud.sql, async (tx) => {
      await tx.unsafe('set local session_replication_role = replica')
      await tx.unsafe(theft)
      throw Object.assign(new Error('put back'), { verdict: await verifyAudit(tx) })
    }).catch((error: { verdict?: unknown }) => error.verdict)

  it.each([
    [
      'a changed row',
      "update audit_log set operation = 'people.harmless' where id = (select audit_id from audit_seals where position = 2)",
      2,
    ],
    ['a deleted row', 'delete from audit_log where id = (select audit_id from audit_seals where position = 3)', 3],
    ['a deleted seal', 'delete from audit_seals where position = 2', 2],
    [
      'two rows changing places',
      'update audit_seals set audit_id = -audit_id where position in (1, 2); update audit_seals set audit_id = (select -max(audit_id) from audit_seals o where o.position in (1, 2) and o.audit_id <> audit_seals.audit_id) where position = 1',
      1,
    ],
  ])('names %s', async (_what, theft, position) => {
    expect(await tampered(theft)).toMatchObject({ ok: false, position })
  })

  it('finds a row that was never sealed', async () => {
    expect(
      await tampered(
        "insert into audit_log (at, role, operation) values (now() - interval '1 hour', 'resident', 'test.hidden')",
      ),
    ).toMatchObject({
      ok: false,
      problem: expect.stringContaining('never sealed'),
    })
  })
})
