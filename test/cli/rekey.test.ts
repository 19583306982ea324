import { execFile } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import { blindIndex, deriveKeys, seal } from '../../cloud/platform/crypto'
import { addressUrl, openDatabase } from '../../cloud/platform/database'
import { createLog } from '../../cloud/platform/log'
import { readSettings } from '../../cloud/platform/settings'
import { buildServer, type Server } from '../../cloud/server'
import { appHeaders, grantRole, startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { openOffice, resident, submit } from '../factories/applications'
import { liuqiao } from '../factories/areas'
import { aBranch, aMember, type Branch } from '../factories/branches'
import { helpOf } from '../factories/help'
import { aHub, householdOf } from '../factories/hubs'
import { publishItem } from '../factories/services'

/** A new SECRET_KEY: what lies under the old one is read, taken over while the server works, and then the old one is needed no more. */

const root = path.join(__dirname, '..', '..')
const [old, next] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')]
let cloud: TestCloud
let wang: TestPerson
let admin: TestPerson
let applicationId: number
let helpRequestId: number
let householdId: number
let host: TestPerson
let visitId: number
let branch: Branch
let member: TestPerson
let statementId: number
const servers: Server[] = []
const aHome = householdOf({ door: '8 幢 302 室', phone: '0573-5550101' })

beforeAll(async () => {
  cloud = await startTestCloud({ SECRET_KEY: old })
  const office = await openOffice(cloud)
  admin = office.admin
  const code = await publishItem(cloud, admin)
  wang = await resident(cloud, '王秀兰')
  await cloud.ask(wang, 'people.bindPhone', { code: 'phone:13800138000:rekey' })
  ;({ applicationId } = await submit(cloud, wang, code, { form: { shop: '桂英小面馆', seats: 8 } }))
  const { field, lookup } = deriveKeys(cloud.settings.secretKey)
  await grantRole(cloud, admin.personId, 'communityAdmin', liuqiao)
  const windows = [{ from: new Date(Date.now() + 3_600_000), until: new Date(Date.now() + 10_800_000) }]
  const asked = helpOf({ now: () => new Date() }, { kind: 'mediation', windows })
  ;({ helpRequestId } = await cloud.ask(wang, 'volunteer.ask', asked))
  await cloud.sql`
    insert into mediation_records (request_id, version, words_cipher, written_by, written_at)
    values (${helpRequestId}, 1, ${seal(field, '十点以后不挪家具')}, ${admin.personId}, now())`
  ;({ host } = await aHub({ cloud, admin }))
  ;({ householdId } = await cloud.ask(admin, 'hub.registerHousehold', aHome))
  const visitedOn = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const promises = [{ householdId, words: '换楼道的灯', dueOn: visitedOn }]
  const visit = { visitedOn, householdIds: [householdId], heard: '灯不亮', promises }
  ;({ visitId } = await cloud.ask(host, 'hub.writeVisit', visit))
  const { rows } = await cloud.ask(host, 'hub.promises', { side: 'hub', status: 'open' })
  await cloud.ask(host, 'hub.keepPromise', { promiseId: rows[0]?.promiseId as number, outcome: '换好了' })
  // The host has points from the visit; a member has some by hand, and a statement of them.
  branch = await aBranch({ cloud, admin })
  member = await aMember(cloud, branch, '罗大姐')
  await cloud.ask(branch.secretary, 'hub.givePoints', {
    personId: member.personId,
    code: 'wentFirst',
    words: '防汛值守',
  })
  ;({ statementId } = await cloud.ask(member, 'hub.issuePointStatement', { quarter: visitedOn }))
  // More than one step takes.
  const numbers = Array.from({ length: 600 }, (_, n) => String(13_700_000_000 + n))
  await cloud.sql`
    insert into people (nickname, phone_cipher, phone_hash, masked_phone)
    select '住户', cipher, hash, '137****0000'
      from unnest(${numbers.map((n) => seal(field, n))}::bytea[], ${numbers.map((n) => blindIndex(lookup, n))}::bytea[]) as n (cipher, hash)`
})
afterAll(async () => {
  for (const { app, sql } of servers) {
    await app.close()
    await sql.end()
  }
  await cloud.stop()
})

/** A server on the same database and files with other secrets. */
async function serverWith(secrets: Record<string, string>): Promise<Server> {
  const { dataDir, leancloud } = cloud.settings
  const settings = readSettings({
    DATA_DIR: dataDir,
    LC_APP_ID: leancloud.appId,
    LC_APP_KEY: leancloud.appKey,
    LOG_LEVEL: 'silent',
    ...secrets,
  })
  const log = createLog('silent')
  const { sealing } = deriveKeys(settings.secretKey, settings.formerSecretKeys)
  const sql = openDatabase(cloud.address, { max: 3, sealing })
  const server = await buildServer({ settings, sql, log, wechat: cloud.sandbox.wechat })
  servers.push(server)
  return server
}
const ask = async ({ app }: Server, as: TestPerson, name: string, input: object) => {
  const reply = await app.inject({
    method: 'POST',
    url: `/1.1/functions/${name}`,
    headers: { ...appHeaders(cloud.settings), 'x-lc-session': as.token },
    payload: input,
  })
  return reply.json<{ result?: { value?: Record<string, unknown>; refusal?: { reason: string } }; error?: string }>()
}
const answerOf = async (...call: Parameters<typeof ask>) => (await ask(...call)).result?.value

const consoleWith = (secrets: Record<string, string>, command = ['rekey']) =>
  new Promise<{ code: number; out: string; errors: string }>((resolve) => {
    const { S3_ENDPOINT: _, ...inherited } = process.env
    const env = {
      ...inherited,
      DATABASE_URL: addressUrl(cloud.address),
      DATA_DIR: cloud.settings.dataDir,
      NODE_ENV: '',
      LOG_LEVEL: 'silent',
      ...secrets,
    }
    execFile(
      process.execPath,
      ['--import', 'tsx', 'cloud/cli.ts', ...command],
      { cwd: root, env },
      (error, out, errors) => resolve({ code: error ? Number(error.code) : 0, out, errors }),
    )
  })

/** What people see of what is encrypted. */
async function expectAllReadable(server: Server): Promise<void> {
  expect(await answerOf(server, admin, 'people.findByPhone', { phone: '13800138000' })).toMatchObject({
    person: { personId: wang.personId },
  })
  const exported = await answerOf(server, wang, 'people.exportMine', {})
  expect(String(exported?.json)).toContain('13800138000')
  expect(await answerOf(server, wang, 'application.detail', { applicationId })).toMatchObject({
    values: { shop: '桂英小面馆', seats: 8 },
  })
  expect(await answerOf(server, wang, 'volunteer.request', { helpRequestId })).toMatchObject({
    address: '柳桥路 8 号 302',
  })
  expect(await answerOf(server, wang, 'volunteer.mediation', { helpRequestId })).toMatchObject({
    records: [{ words: '十点以后不挪家具' }],
  })
  expect(await answerOf(server, admin, 'hub.revealHousehold', { householdId, task: 'correct' })).toMatchObject({
    door: '8 幢 302 室',
    phone: '05735550101',
  })
  expect(await answerOf(server, host, 'hub.visit', { visitId })).toMatchObject({
    heard: '灯不亮',
    promiseRows: [{ words: '换楼道的灯', outcome: '换好了' }],
  })
  expect(await answerOf(server, branch.secretary, 'hub.branchMembers', {})).toMatchObject({
    rows: expect.arrayContaining([expect.objectContaining({ personId: member.personId, name: '罗大姐' })]),
  })
  expect(await answerOf(server, host, 'hub.myPoints', {})).toMatchObject({
    isMember: true,
    rows: [{ evidence: 'visit', evidenceId: visitId }],
  })
  expect(await answerOf(server, member, 'hub.pointStatement', { statementId })).toMatchObject({
    mimeType: 'application/pdf',
  })
  const twice = { ...aHome, requestId: randomUUID() }
  expect((await ask(server, admin, 'hub.registerHousehold', twice)).result?.refusal).toEqual({ reason: 'doorTaken' })
  const { rows } = (await answerOf(server, wang, 'files.mine', {})) as { rows: { url: string }[] }
  expect(rows.length).toBeGreaterThan(0)
  for (const { url } of rows) expect((await server.app.inject({ url })).statusCode).toBe(200)
}

it('covers every encrypted column there is', async () => {
  const columns = await cloud.sql<{ name: string }[]>`
    select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and (column_name like '%cipher%' or column_name like 'wrapped%' or column_name in ('phone_hash', 'door_hash') or column_name like '%\\_mark') order by 1`
  // A new one goes into the command `rekey`, and then into this list.
  expect(columns.map(({ name }) => name)).toEqual([
    'applications.form_cipher',
    'applications.post_to_cipher',
    'files.wrapped_key',
    'help_requests.address_cipher',
    'home_visits.heard_cipher',
    'households.door_cipher',
    'households.door_hash',
    'households.phone_cipher',
    'join_requests.door_cipher',
    'mediation_records.words_cipher',
    'party_members.person_cipher',
    'party_members.person_mark',
    'people.phone_cipher',
    'people.phone_hash',
    'point_entries.evidence_cipher',
    'point_entries.evidence_mark',
    'point_statements.content_cipher',
    'visit_promises.outcome_cipher',
    'visit_promises.words_cipher',
  ])
})

it('with both secrets a server reads what the old one wrote, and gives a number to nobody twice', async () => {
  const both = await serverWith({ SECRET_KEY: next, SECRET_KEY_FORMER: old })
  await expectAllReadable(both)
  const li = await resident(cloud, '李四')
  const bind = { code: 'phone:13800138000:again', requestId: randomUUID() }
  expect((await ask(both, li, 'people.bindPhone', bind)).result?.refusal).toEqual({ reason: 'phoneTaken' })
  await expectAllReadable(both)
  const fresh = { code: 'phone:13900139000:new', requestId: randomUUID() }
  expect(await answerOf(both, li, 'people.bindPhone', fresh)).toMatchObject({ maskedPhone: expect.any(String) })
})

it('without the old one nothing is taken over or broken, and the command says what is left', async () => {
  const stranger = randomBytes(32).toString('base64')
  const { code, errors } = await consoleWith({ SECRET_KEY: next, SECRET_KEY_FORMER: stranger })
  expect(code).toBe(1)
  expect(errors).toMatch(/^603 phone numbers lie under a secret that is not in SECRET_KEY_FORMER\.$/m)
  expect(errors).toMatch(/^1 applications lie under/m)
  expect(errors).toMatch(/^1 help requests lie under/m)
  expect(errors).toMatch(/^1 mediation records lie under/m)
  expect(errors).toMatch(/^3 party members lie under/m)
  expect(errors).toMatch(/^1 causes of points lie under/m)
  expect(errors).toMatch(/^1 statements of points lie under/m)
  expect(errors).toMatch(/^[1-9]\d* stored answers lie under/m)
  expect(errors).toMatch(/^2 files lie under/m)
  await expectAllReadable(await serverWith({ SECRET_KEY: next, SECRET_KEY_FORMER: old }))
})

it('takes everything over in steps while the server works; then the new one stands alone', async () => {
  const both = await serverWith({ SECRET_KEY: next, SECRET_KEY_FORMER: old })
  const [said] = await Promise.all([
    consoleWith({ SECRET_KEY: next, SECRET_KEY_FORMER: old }),
    expectAllReadable(both).then(() => expectAllReadable(both)),
  ])
  expect(said).toMatchObject({ code: 0, errors: '' })
  expect(said.out).toMatch(
    /^603 phone numbers taken over\.\n1 applications taken over\.\n1 help requests taken over\.\n1 mediation records taken over\.\n1 households taken over\.\n0 doors to confirm taken over\.\n1 visits taken over\.\n1 promises taken over\.\n3 party members taken over\.\n1 causes of points taken over\.\n1 statements of points taken over\.\n[1-9]\d* stored answers taken over\.\n2 files taken over\.\n$/,
  )
  const again = await consoleWith({ SECRET_KEY: next, SECRET_KEY_FORMER: old })
  expect(again).toMatchObject({
    code: 0,
    out: '0 phone numbers taken over.\n0 applications taken over.\n0 help requests taken over.\n0 mediation records taken over.\n0 households taken over.\n0 doors to confirm taken over.\n0 visits taken over.\n0 promises taken over.\n0 party members taken over.\n0 causes of points taken over.\n0 statements of points taken over.\n0 stored answers taken over.\n0 files taken over.\n',
  })
  await expectAllReadable(await serverWith({ SECRET_KEY: next }))
  const before = await serverWith({ SECRET_KEY: old })
  expect(await answerOf(before, admin, 'people.findByPhone', { phone: '13800138000' })).toEqual({ person: null })
  const rows = await cloud.sql`select role, after from audit_log where operation = 'console.rekey' order by id`
  expect(rows.at(-1)).toEqual({
    role: 'system',
    after: {
      'phone numbers': 0,
      applications: 0,
      'help requests': 0,
      'mediation records': 0,
      households: 0,
      'doors to confirm': 0,
      visits: 0,
      promises: 0,
      'party members': 0,
      'causes of points': 0,
      'statements of points': 0,
      'stored answers': 0,
      files: 0,
    },
  })
  expect(await consoleWith({ SECRET_KEY: next }, ['files', 'verify'])).toMatchObject({ code: 0 })
})
