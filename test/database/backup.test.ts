import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sealAudit } from '../../cloud/audit/jobs'
import { verifyAudit } from '../../cloud/audit/verify'
import { BackupDamaged, backUp, restore } from '../../cloud/database/backup'
import { dumpSchema } from '../../cloud/database/dump-schema'
import { readScripts } from '../../cloud/database/scripts'
import { type Database, inTransaction, openDatabase } from '../../cloud/platform/database'
import { grantRole, startTestCloud, type TestCloud } from '../cloud'
import { createTestDatabase, type TestDatabase } from '../database'
import { publish } from '../factories/activities'
import { liuqiao } from '../factories/areas'
import { liveWithAHub } from './a-hub'
import { liveWithNeighbours } from './a-neighbourhood'
import { liveWithAnOffice } from './an-office'

let cloud: TestCloud
let folder: string
let file: string

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-backup-'))
  file = path.join(folder, 'backup.gz')
  cloud = await startTestCloud()
  await liveInIt()
  await backUp(cloud.address, file)
})
afterAll(async () => {
  await cloud.stop()
  fs.rmSync(folder, { recursive: true })
})

/** People and their doings through the operations, and by hand the rows that are hard to write: every type, every odd character. */
async function liveInIt() {
  const { sql } = cloud
  const admin = await cloud.signIn('admin')
  await grantRole(cloud, admin.personId, 'communityAdmin', liuqiao)
  const again = await cloud.signIn('admin', { consent: false })
  const activityId = await publish(cloud, again, { capacity: 1, title: '制表\\t符"与\'引号\\.' })
  for (const openid of ['seated', 'waiting'])
    await cloud.ask(await cloud.signIn(openid), 'activity.signUp', { activityId, party: 1 })
  await cloud.ask(again, 'people.setDeskPassword', { username: 'admin.li', password: 'a long password' })
  const odd = 'tab\there, line\nbreak, \r, back\\slash, \\., \\N, "quotes", 😀, 𠮷'
  await sql`update people set nickname = ${'\\.\n\t😀'} where openid = 'waiting'`
  await sql`insert into people (nickname, enrolled_in, enrolled_by) values ('\\N', ${liuqiao}, ${admin.personId})`
  await sql`insert into notices (person_id, kind, facts) values (${admin.personId}, 'roleGranted', ${JSON.stringify({ title: odd, empty: '', none: null })})`
  await sql`insert into message_acceptances (person_id, kind) values (${admin.personId}, 'signUpPromoted')`
  await sql`insert into message_deliveries (notice_id) select id from notices order by id desc limit 1`
  await sql`insert into family_members (helper_id, person_id, relation) select ${admin.personId}, max(id), 'neighbour' from people`
  await sql`insert into service_records (person_id, activity_id, served) values (${admin.personId}, ${activityId}, '[2026-11-01 08:00+08,2026-11-01 10:30:00.5+08)')`
  await sql`insert into check_ins (entry_id, sign_up_id, action, at, day, nth, means, recorded_by)
    select gen_random_uuid(), id, 'in', now(), now()::date, 1, 'list', ${admin.personId} from sign_ups limit 1`
  await sql`insert into activity_photos (activity_id, mime_type, bytes, caption, added_by, state)
    values (${activityId}, 'image/png', ${Buffer.from(Array.from({ length: 512 }, (_, n) => n % 256))}, ${odd}, ${admin.personId}, 'shown')`
  await sql`insert into activity_ratings (activity_id, person_id, stars, comment_status) values (${activityId}, ${admin.personId}, 5, 'none')`
  await sql`insert into media_checks (subject, subject_id, person_id, trace_id) values ('activityPhoto', 1, ${admin.personId}, 't1')`
  await sql`insert into media_verdicts (trace_id, verdict) values ('t2', 'pass')`
  await sql`insert into feedback (number, kind, about, area_code, person_id, anonymous, words, answer_by)
    values ('20261126-001', 'complaint', 'app', ${liuqiao}, ${admin.personId}, true, ${odd}, now())`
  await sql`insert into feedback_days (day, last) values ('2026-11-26', 1)`
  await liveWithAnOffice(cloud, odd)
  await liveWithNeighbours(cloud, odd)
  await liveWithAHub(cloud, odd)
  await sql`insert into activity_series (every, created_by) values ('week', ${admin.personId})`
  await sql`update areas set lat = 30.1 + 0.2, lng = 1e-300 where code = ${liuqiao}`
  await sql`select graphile_worker.add_job('notAJob', json_build_object('odd', ${odd}::text), run_at := now() + interval '1 year', job_key := 'k', flags := '{a,b}')`
  await inTransaction(sql, sealAudit)
}

/** Every row of every table of ours, as text. */
async function contents(sql: Database): Promise<Record<string, string[]>> {
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migrations' order by 1`
  const all: Record<string, string[]> = {}
  for (const { name } of tables) {
    const rows = await sql.unsafe<{ row: string }[]>(`select r::text as row from "${name}" r order by 1`)
    all[name] = rows.map(({ row }) => row)
  }
  const jobs = await sql<{ row: string }[]>`
    select row (task_identifier, run_at, max_attempts, key, priority, flags)::text as row from graphile_worker.jobs order by 1`
  return { ...all, jobs: jobs.map(({ row }) => row) }
}

/** Restores into a database of its own and looks at it. Restoring wants nobody else connected. */
async function into(target: TestDatabase, from: string, options?: Parameters<typeof restore>[2]) {
  await target.sql.end()
  const outcome = await restore(target.address, from, options).then(
    (sums) => sums,
    (error: Error) => error,
  )
  return { outcome, sql: openDatabase(target.address, { max: 2 }) }
}

async function withTarget<T>(
  from: Parameters<typeof createTestDatabase>[0],
  work: (target: TestDatabase) => Promise<T>,
) {
  const target = await createTestDatabase(from)
  try {
    return await work(target)
  } finally {
    await target.drop()
  }
}

it('brings back every row of every table, the schema, the numbers given out and the proof of the audit log', () =>
  withTarget('template0', async (target) => {
    const before = await contents(cloud.sql)
    // A new table wants a row in `liveInIt`: an empty one would prove nothing.
    expect(Object.keys(before).filter((table) => before[table]?.length === 0)).toEqual([])
    const { outcome, sql } = await into(target, file)
    expect(outcome).toMatchObject({ complete: true })
    expect(await contents(sql)).toEqual(before)
    expect(await dumpSchema(sql)).toBe(await dumpSchema(cloud.sql))
    expect(await verifyAudit(sql)).toMatchObject({ ok: true, unsealed: 0 })
    await expect(sql`delete from audit_log`).rejects.toMatchObject({ code: '23001' })
    const next = async (on: Database) => (await on`insert into people (nickname) values ('新人') returning id`)[0]
    expect(await next(sql)).toEqual(await next(cloud.sql))
    await sql.end()
  }))

it('takes a migrated database without people for an empty one', () =>
  withTarget(undefined, async (target) => {
    const { outcome, sql } = await into(target, file)
    expect(outcome).toMatchObject({ complete: true })
    expect(await verifyAudit(sql)).toMatchObject({ ok: true })
    await sql.end()
  }))

describe('a file that is not whole', () => {
  const damaged = path.join(os.tmpdir(), `linlibang-damaged-${process.pid}.gz`)
  let text: string
  beforeAll(() => {
    text = gunzipSync(fs.readFileSync(file)).toString('latin1')
  })
  afterAll(() => fs.rmSync(damaged, { force: true }))
  const zipped = (changed: string) => gzipSync(Buffer.from(changed, 'latin1'))

  it.each<[string, () => Buffer, RegExp]>([
    ['was cut off', () => fs.readFileSync(file).subarray(0, -200), /unexpected end of file/],
    [
      'was cut off between two lines',
      () => zipped(text.split('\n').slice(0, -2).join('\n').concat('\n')),
      /its end is missing/,
    ],
    ['was cut off inside a line', () => zipped(text.slice(0, text.length / 2)), /not a whole back-up/],
    ['has another openid in it', () => zipped(text.replace('\tadmin\t', '\tadmim\t')), /rows were changed/],
    ['lacks a row', () => zipped(text.replace(/^.*\tadmin\t.*\n/m, '')), /rows were changed/],
    ['lacks a table', () => zipped(text.replace(/^\{"table":"areas"[\s\S]*?\n\\\..*\n/m, '')), /a table is missing/],
    ['goes on after its end', () => zipped(`${text}{}\n`), /something follows its end/],
    ['is of another format', () => zipped(text.replace('"version":1', '"version":2')), /not a whole back-up/],
    ['is not compressed', () => Buffer.from(text, 'latin1'), /incorrect header check/],
    ['is empty', () => Buffer.alloc(0), /not a whole back-up/],
  ])('because it %s is refused before anything is touched', async (_why, bytes, why) => {
    fs.writeFileSync(damaged, bytes())
    expect(fs.readFileSync(damaged).equals(fs.readFileSync(file))).toBe(false)
    await withTarget('template0', async (target) => {
      const { outcome, sql } = await into(target, damaged)
      expect(outcome).toBeInstanceOf(BackupDamaged)
      expect((outcome as Error).message).toMatch(why)
      expect(await sql`select from pg_namespace where nspname = 'graphile_worker'`).toHaveLength(0)
      expect(await sql`select from pg_class where relnamespace = 'public'::regnamespace`).toHaveLength(0)
      await sql.end()
    })
  })
})

it('leaves the target as it was when a constraint refuses a row', () =>
  withTarget(undefined, async (target) => {
    const scripts = { migrations: readScripts('migrations'), functions: readScripts('functions') }
    const strict = {
      name: 'migrations/9999_strict.sql',
      text: 'alter table people add check (length(nickname) > 3)',
      hash: 'x',
    }
    const { outcome, sql } = await into(target, file, {
      scripts: { ...scripts, migrations: [...scripts.migrations, strict] },
    })
    expect((outcome as Error).message).toMatch(/is violated by some row/)
    expect(await sql`select from people`).toHaveLength(0)
    expect(await sql`select from migrations where name = ${strict.name}`).toHaveLength(0)
    await sql.end()
  }))

it('refuses a back-up of a newer version, and one whose migrations were others', () =>
  withTarget('template0', async (target) => {
    const scripts = { migrations: readScripts('migrations'), functions: [] }
    const older = { ...scripts, migrations: scripts.migrations.slice(0, -1) }
    await expect(restore(target.address, file, { scripts: older })).rejects.toThrow(/was made by a newer version/)
    const { outcome, sql } = await into(target, file, {
      scripts: { ...scripts, migrations: scripts.migrations.map((m) => ({ ...m, hash: 'other' })) },
    })
    expect((outcome as Error).message).toMatch(/is not the one that the back-up's database ran/)
    expect(await sql`select from pg_class where relnamespace = 'public'::regnamespace`).toHaveLength(0)
    await sql.end()
  }))

it('refuses a database with people in it, or with somebody else’s tables, unless told to empty it', () =>
  withTarget(undefined, async (target) => {
    await target.sql`insert into people (nickname) values ('已在')`
    const refused = await into(target, file)
    expect((refused.outcome as Error).message).toMatch(/not empty.*--empty-first/)
    expect(await refused.sql`select nickname from people`).toEqual([{ nickname: '已在' }])
    await refused.sql.end()
    const done = await restore(target.address, file, { emptyFirst: true })
    expect(done).toMatchObject({ complete: true })
    const sql = openDatabase(target.address, { max: 1 })
    expect(await sql`select from people where nickname = '已在'`).toHaveLength(0)
    await sql.end()

    await withTarget('template0', async (foreign) => {
      await foreign.sql`create table payroll (id int)`
      const other = await into(foreign, file)
      expect((other.outcome as Error).message).toMatch(/not empty/)
      await other.sql.end()
    })
  }))

it('refuses a database that a server is using', () =>
  withTarget('template0', async (target) => {
    await target.sql`select 1` // the pool keeps this connection
    await expect(restore(target.address, file)).rejects.toThrow(/in use by 1 other connection/)
  }))

it('never overwrites a back-up, keeps it from others’ eyes, and leaves nothing half-written', async () => {
  await expect(backUp(cloud.address, file)).rejects.toThrow(/exists already/)
  if (process.platform !== 'win32') expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  await expect(backUp(cloud.address, path.join(folder, 'no', 'such', 'folder.gz'))).rejects.toThrow(/ENOENT/)
  expect(fs.readdirSync(folder)).toEqual(['backup.gz'])
})

it('is of one instant, whatever is written meanwhile', async () => {
  const during = path.join(folder, 'during.gz')
  let writing = true
  const writer = (async () => {
    while (writing)
      await cloud.sql`with a as (insert into activity_series (every, created_by) select 'week', min(id) from people returning id)
                      insert into notices (person_id, kind, facts) select p.id, 'series', '{}' from people p, a where p.openid = 'admin'`
  })()
  await backUp(cloud.address, during)
  writing = false
  await writer
  await withTarget('template0', async (target) => {
    const { sql } = await into(target, during)
    const [row] = await sql`
      select (select count(*) from activity_series) - (select count(*) from notices where kind = 'series') as more`
    expect(row).toEqual({ more: 1 }) // the one that was there before
    await sql.end()
  })
})
