import { randomBytes } from 'node:crypto'
import { verifyPoints } from '../../cloud/hub/points/verify'
import { deriveKeys } from '../../cloud/platform/crypto'
import { type Database, inTransaction, openDatabase } from '../../cloud/platform/database'
import type { TestPerson } from '../cloud'
import { liuqiao } from '../factories/areas'
import { aBranch, aMember, type Branch } from '../factories/branches'
import { type Community, openCommunity } from '../factories/hubs'

/** Who is a party member lies under seal: in no row in the clear, opened by the server's key alone; and the ledger of points stands in the log's chain. */

let c: Community
let branch: Branch
let luo: TestPerson
let entryId: number
beforeAll(async () => {
  c = await openCommunity()
  // Numbers that are nothing else's by chance.
  await c.cloud.sql`alter table people alter column id restart 7000000`
  await c.cloud.sql`alter table service_records alter column id restart 8000000`
  branch = await aBranch(c)
  luo = await aMember(c.cloud, branch, '罗大姐')
  const given = { personId: luo.personId, code: 'wentFirst', words: '防汛值守' }
  ;({ entryId } = await c.cloud.ask(branch.secretary, 'hub.givePoints', given))
  await c.cloud.sql`
    insert into service_records (person_id, served, what, source, status, review_level)
    values (${luo.personId}, '[2026-11-20 08:00+08,2026-11-20 10:00+08)', '清河道', 'selfLogged', 'counted', 'community')`
  await c.cloud.ask(luo, 'hub.issuePointStatement', { quarter: new Date(c.now()).toISOString().slice(0, 10) })
})
afterAll(() => c.cloud.stop())

/** Somebody on the same database with other keys, or none. */
async function asAnother<T>(sealing: string | undefined, work: (sql: Database) => Promise<T>): Promise<T> {
  const sql = openDatabase(c.cloud.address, { max: 1, sealing })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

it('no table of branches, points or roles names the person, or leads to him', async () => {
  const { sql } = c.cloud
  for (const table of [
    'branch_members',
    'branch_attendances',
    'point_entries',
    'point_sums',
    'point_appeals',
    'point_statements',
    'party_members',
  ]) {
    const columns = await sql<{ name: string }[]>`
      select a.attname as name from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
       where k.contype = 'f' and k.conrelid = ${table}::regclass and k.confrelid = 'people'::regclass order by 1`
    // Only who wrote or decided something in his office stands there by name.
    const offices = ['decided_by', 'entered_by', 'issued_by', 'noted_by', 'owner_id', 'recorder_id']
    expect({ table, others: columns.map(({ name }) => name).filter((name) => !offices.includes(name)) }).toEqual({
      table,
      others: [],
    })
  }
  const [record] = await sql<{ id: number }[]>`select id from service_records where person_id = ${luo.personId}`
  const texts = await sql<{ text: string }[]>`
    select to_jsonb(e)::text as text from point_entries e where e.member_id = member_of(${luo.personId}) and e.evidence_kind = 'serviceHours'
    union all select to_jsonb(s)::text from point_statements s where s.member_id = member_of(${luo.personId})`
  expect(texts).toHaveLength(2)
  for (const { text } of texts) expect(text).not.toMatch(new RegExp(`罗大姐|${record?.id}|${luo.personId}`))
  const [grant] =
    await sql`select person_id as "personId" from role_grants where member_id = member_of(${luo.personId})`
  expect(grant).toEqual({ personId: null })
})

it('the role is sealed whoever writes it, and never stands in the clear beside a person', async () => {
  const { sql } = c.cloud
  const [made] = await sql`
    insert into role_grants (person_id, role, area_code) values (${c.admin.personId}, 'partyMember', ${liuqiao}) returning person_id as "personId", member_id as "memberId"`
  expect(made).toEqual({ personId: null, memberId: expect.any(Number) })
  await expect(
    sql`update role_grants set person_id = ${c.admin.personId}, member_id = null where member_id = ${made?.memberId as number}`,
  ).rejects.toMatchObject({
    constraint: 'party_role_is_sealed',
  })
})

it('without the keys nothing tells who a member is, and nobody becomes one; under other keys nobody is one', async () => {
  await asAnother(undefined, async (sql) => {
    expect(await sql`select count(*)::int as n from branch_members where until_on is null`).toEqual([{ n: 2 }])
    for (const question of [
      'select person_of_member(min(id)) from party_members',
      `select member_of(${luo.personId})`,
      `select branch_of(${luo.personId})`,
    ])
      await expect(sql.unsafe(question)).rejects.toThrow('linlibang.sealing_keys')
    await expect(
      sql`insert into role_grants (person_id, role, area_code) values (${luo.personId}, 'partyMember', '990101')`,
    ).rejects.toThrow('linlibang.sealing_keys')
  })
  await asAnother(deriveKeys(randomBytes(32)).sealing, async (sql) => {
    expect(
      await sql`select branch_of(${luo.personId}) as branch, has_role(${luo.personId}, '{partyMember}', ${liuqiao}) as member`,
    ).toEqual([{ branch: null, member: false }])
    await expect(sql`select person_of_member(min(id)) from party_members`).rejects.toThrow('not known here')
  })
})

it('the same person is one member, however many grant it at once', async () => {
  const { sql } = c.cloud
  const [person] = await sql<{ id: number }[]>`insert into people (nickname) values ('郑同志') returning id`
  const id = person?.id as number
  const numbers = await Promise.all(
    Array.from({ length: 8 }, () => sql<{ id: number }[]>`select seal_member(${id}) as id`),
  )
  expect(new Set(numbers.map(([row]) => row?.id)).size).toBe(1)
})

/** What the check finds after a change past the triggers, which is undone. */
async function foundAfter(change: string) {
  let found: Awaited<ReturnType<typeof verifyPoints>> | undefined
  const undone = inTransaction(c.cloud.sql, async (tx) => {
    await tx.unsafe('alter table point_entries disable trigger user')
    await tx.unsafe(change)
    found = await verifyPoints(tx)
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  return found
}

it('every entry of points stands in the log; one that was changed, taken out or put in past it is named', async () => {
  const { sql } = c.cloud
  const whole = { ok: true, entries: 2 }
  expect(await verifyPoints(sql)).toEqual(whole)
  const changed = `update point_entries set points = 50 where id = ${entryId}`
  expect(await foundAfter(changed)).toEqual({ ok: false, problem: `point entry ${entryId} is not what the log says` })
  const gone = { ok: false, problem: `point entry ${entryId} is missing in the ledger or in the log` }
  expect(await foundAfter(`delete from point_entries where id = ${entryId}`)).toEqual(gone)
  const slipped = `
    insert into point_entries (member_id, rule_id, code, points, evidence_kind, recorder_id, area_code, at)
    select member_id, rule_id, code, points, evidence_kind, recorder_id, area_code, at from point_entries where id = ${entryId}`
  expect(await foundAfter(slipped)).toMatchObject({ ok: false, problem: expect.stringMatching(/is missing/) })
  expect(await verifyPoints(sql)).toEqual(whole)
})
