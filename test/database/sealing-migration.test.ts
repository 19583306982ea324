import { randomBytes } from 'node:crypto'
import { migrate } from '../../cloud/database/migrate'
import { readScripts } from '../../cloud/database/scripts'
import { deriveKeys } from '../../cloud/platform/crypto'
import { createTestDatabase, type TestDatabase } from '../database'
import { insertAreas } from '../factories/areas'

/** A database from before memberships were sealed is sealed by the migration, with everything still belonging to whom it belonged to. */

const { sealing } = deriveKeys(randomBytes(32))
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase('template0', sealing)
})
afterAll(() => database.drop())

it('seals the members of an older database; whose branch, attendance and points they are stays', async () => {
  const { sql, address } = database
  const migrations = readScripts('migrations')
  const before = migrations.filter(({ name }) => name < 'migrations/0024')
  await migrate(address, { migrations: before, functions: [] })
  await insertAreas(sql)
  await sql.unsafe(`
    insert into people (id, nickname) overriding system value values (71, '高书记'), (72, '罗大姐');
    insert into role_grants (person_id, role, area_code) values (71, 'partyMember', '990101001'), (72, 'partyMember', '990101001'), (72, 'volunteer', '990101001');
    insert into branches (id, name, area_code, secretary_id, founded_on, created_by) overriding system value values (1, '一支部', '990101001', 71, '2026-01-01', 71);
    insert into branch_members (branch_id, person_id, since_on, entered_by) values (1, 71, '2026-01-01', 71), (1, 72, '2026-02-01', 71);
    insert into branch_meetings (id, branch_id, kind, title, place, starts_at, ends_at, created_by, created_at) overriding system value
    values (1, 1, 'general', '大会', '会议室', '2026-10-01', '2026-10-01 01:00', 71, now());
    insert into branch_attendances (meeting_id, person_id, said, said_at) values (1, 72, 'coming', now());
    insert into point_entries (person_id, rule_id, code, points, evidence_kind, evidence_id, area_code, at)
    select 72, id, code, 2, 'visit', 4711, '990101001', '2026-10-02' from point_rules where code = 'homeVisit';
    insert into point_entries (person_id, rule_id, code, points, evidence_kind, recorder_id, area_code, words, at)
    select 72, id, code, 5, 'hand', 71, '990101001', '防汛值守', '2026-10-03' from point_rules where code = 'wentFirst';
    insert into point_appeals (entry_id, person_id, words, at, owner_id, due_at) values (2, 72, '少记了', now(), 71, now());
    insert into point_statements (person_id, check_code, quarter, content, issued_by, issued_at) values (72, 'ABCD', '2026-10-01', '{"name": "罗大姐"}', 72, now())`)
  await expect(migrate(address)).rejects.toThrow('linlibang.sealing_keys')
  await migrate(address, undefined, sealing)

  const [luo] = await sql<{ id: number }[]>`select member_of(72) as id`
  const member = luo?.id as number
  expect(
    await sql`select role, person_id as "personId", member_id as "memberId" from role_grants where id > 1 order by id`,
  ).toEqual([
    { role: 'partyMember', personId: null, memberId: member },
    { role: 'volunteer', personId: 72, memberId: null },
  ])
  expect(
    await sql`select branch_of(72) as branch, branch_post(71, 1) as post, has_role(72, '{partyMember}', '990101001') as may`,
  ).toEqual([{ branch: 1, post: 'secretary', may: true }])
  expect(await sql`select person_of_member(member_id) as person from branch_attendances`).toEqual([{ person: 72 }])
  expect(
    await sql`select member_id = ${member} as hers, unseal_text(evidence_cipher) as evidence, points from point_entries order by id`,
  ).toEqual([
    { hers: true, evidence: '4711', points: 2 },
    { hers: true, evidence: null, points: 5 },
  ])
  expect(await sql`select code, points from point_sums where member_id = ${member} order by code`).toEqual([
    { code: 'homeVisit', points: 2 },
    { code: 'wentFirst', points: 5 },
  ])
  // The same visit gives nothing again, and the log has held both entries from here on.
  expect(await sql`select give_points(72, 'homeVisit', 'visit', 4711, '2026-10-02') as entry`).toEqual([
    { entry: null },
  ])
  expect(await sql`select target from audit_log where operation = 'hub.pointEntered' order by id`).toEqual([
    { target: 'pointEntry:1' },
    { target: 'pointEntry:2' },
  ])
  expect(
    await sql`select unseal_text(content_cipher)::jsonb ->> 'name' as name, issued_by as "issuedBy" from point_statements`,
  ).toEqual([{ name: '罗大姐', issuedBy: null }])
})
