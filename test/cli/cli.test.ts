import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sealAudit } from '../../cloud/audit/jobs'
import { inTransaction } from '../../cloud/platform/database'
import { startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { createTestDatabase } from '../database'
import { county, liuqiao } from '../factories/areas'
import { runConsole } from './console'

let cloud: TestCloud
let folder: string
let wang: TestPerson
const secret = randomBytes(32).toString('base64')

beforeAll(async () => {
  cloud = await startTestCloud({ SECRET_KEY: secret })
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-cli-'))
  wang = await cloud.signIn('wang', { community: liuqiao })
  await cloud.ask(wang, 'people.updateMe', { nickname: '王秀兰' })
  await cloud.ask(wang, 'people.bindPhone', { code: 'phone:13800138000:cli' })
})
afterAll(async () => {
  fs.rmSync(folder, { recursive: true })
  await cloud.stop()
})

/** The operator's console against the database of this test, or another one. */
const run = (args: readonly string[], database = cloud.address) => runConsole(args, database, secret)
const grantsOf = async ({ personId }: TestPerson) =>
  cloud.sql`select role, area_code from role_grants where person_id = ${personId} and revoked_at is null order by id`

const commands = [
  'serve',
  'migrate',
  'demo',
  'areas',
  'grant',
  'catalogue',
  'households',
  'backup',
  'restore',
  'audit',
  'files',
  'rekey',
]

describe('help', () => {
  it('names every command with what it does', async () => {
    const { code, out } = await run(['--help'])
    expect(code).toBe(0)
    for (const command of commands) expect(out).toMatch(new RegExp(`^ {2}${command}\\b.* {2}[A-Z].{20,}`, 'm'))
  })

  it('of each command says what it does and what it takes', async () => {
    const said = await Promise.all(commands.map((command) => run([command, '--help'])))
    said.forEach(({ code, out }, n) => {
      expect(code).toBe(0)
      expect(out).toMatch(new RegExp(`^Usage: npm run cloud -- ${commands[n]} `))
      expect(out.split('\n')[2]).toMatch(/^[A-Z].{10,}/)
    })
    expect(said[commands.indexOf('grant')]?.out).toContain('communityAdmin')
    expect((await run(['audit', 'verify', '--help'])).out).toMatch(/hash chain/)
  })

  it('answers a wrong command with what there is', async () => {
    const { code, errors } = await run(['gant'])
    expect(code).not.toBe(0)
    expect(errors).toMatch(/unknown command 'gant'/)
    expect(errors).toMatch(/Did you mean grant\?/)
  })
})

describe('grant', () => {
  it('makes the first administrator, by openid, phone or number, and writes it down', async () => {
    const { code, out } = await run(['grant', 'wang', '--role', 'communityAdmin', '--area', county])
    expect([code, out]).toEqual([0, expect.stringMatching(/^王秀兰 is communityAdmin of 云溪县 \(grant \d+\)\.\n$/)])
    expect((await run(['grant', '13800138000', '--role', 'organiser', '--area', liuqiao])).code).toBe(0)
    const byNumber = ['grant', `id:${wang.personId}`, '--role', 'clerk', '--area', county, '--until', '2099-01-01']
    expect((await run(byNumber)).code).toBe(0)
    expect(await grantsOf(wang)).toEqual([
      { role: 'communityAdmin', area_code: county },
      { role: 'organiser', area_code: liuqiao },
      { role: 'clerk', area_code: county },
    ])
    expect(await cloud.sql`select from audit_log where operation = 'console.grant'`).toHaveLength(3)
  })

  it.each([
    ['a stranger', ['nobody', '--role', 'clerk', '--area', county], /Nobody is known as nobody/],
    ['a role that is none', ['wang', '--role', 'king', '--area', county], /Allowed choices are/],
    ['an area elsewhere', ['wang', '--role', 'clerk', '--area', '330481'], /no area 330481/],
    ['no area', ['wang', '--role', 'clerk'], /required option '--area <code>' not specified/],
    ['a date that is none', ['wang', '--role', 'clerk', '--area', county, '--until', 'soon'], /not a date/],
  ])('refuses %s in one sentence and changes nothing', async (_what, args, sentence) => {
    const before = await grantsOf(wang)
    const { code, errors } = await run(['grant', ...args])
    expect(code).not.toBe(0)
    expect(errors).toMatch(sentence)
    expect(errors).not.toMatch(/^\s+at /m)
    expect(await grantsOf(wang)).toEqual(before)
  })
})

it('migrate brings an empty database to this version, and a second time finds nothing to do', async () => {
  const empty = await createTestDatabase('template0')
  try {
    const first = await run(['migrate'], empty.address)
    expect(first.code).toBe(0)
    expect(first.out.split('\n')[0]).toBe('migrations/0001_people.sql')
    expect(await empty.sql`select from people`).toEqual([])
    expect((await run(['migrate'], empty.address)).out).toBe('The database is up to date.\n')
  } finally {
    await empty.drop()
  }
})

describe('areas', () => {
  const file = (content: unknown) => {
    const at = path.join(folder, 'areas.json')
    fs.writeFileSync(at, typeof content === 'string' ? content : JSON.stringify(content))
    return at
  }
  const names = async () =>
    (await cloud.sql<{ name: string }[]>`select name from areas order by code`).map((a) => a.name)

  it('takes new ones in, children before their parents too, and renames known ones', async () => {
    const rows = [
      { code: '990101003001', name: '河口社区', lat: 30.5, lng: 120.6 },
      { code: '990101003', name: '河口镇' },
      { code: liuqiao, name: '新柳桥社区', lat: 30.5, lng: 120.5 },
    ]
    expect(await run(['areas', file(rows)])).toMatchObject({ code: 0, out: '3 areas taken in.\n' })
    const [row] = await cloud.sql`select person_id, role, after from audit_log where operation = 'console.areas'`
    expect(row).toEqual({ person_id: null, role: 'system', after: { areas: rows.map(({ code }) => code) } })
    expect(await names()).toEqual(expect.arrayContaining(['河口镇', '河口社区', '新柳桥社区']))
  })

  it.each([
    ['a code of wrong length', [{ code: '9901', name: '错的' }], /0\.code: code must be 6, 9, 12 or 15 digits/],
    ['a child without a parent', [{ code: '880101001', name: '没有县' }], /areas/],
    ['half a place', [{ code: '990101004', name: '一半', lat: 30 }], /areas/],
    ['what is not JSON', 'code,name', /JSON/],
  ])('takes nothing from a file with %s', async (_what, content, sentence) => {
    const before = await names()
    const good = { code: '990101009', name: '好的' }
    const { code, errors } = await run(['areas', file(typeof content === 'string' ? content : [good, ...content])])
    expect(code).toBe(1)
    expect(errors).toMatch(typeof content === 'string' ? sentence : new RegExp(sentence.source.replace(/^0/, '1')))
    expect(await names()).toEqual(before)
  })
})

describe('audit verify', () => {
  it('proves the chain, and names the first row that was changed', async () => {
    await inTransaction(cloud.sql, sealAudit)
    const whole = await run(['audit', 'verify'])
    expect(whole).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^The chain holds: \d+ rows sealed, \d+ waiting/),
    })
    const [seal] = await cloud.sql<{ position: number; auditId: number }[]>`
      select position, audit_id as "auditId" from audit_seals order by position desc limit 1`
    expect(seal).toBeDefined()
    await cloud.sql`alter table audit_log disable trigger user`
    await cloud.sql`update audit_log set target = 'person:999' where id = ${seal?.auditId}`
    const broken = await run(['audit', 'verify'])
    expect(broken.code).toBe(1)
    expect(broken.errors).toContain(
      `The chain breaks at position ${seal?.position}: audit row ${seal?.auditId} was changed`,
    )
  })
})
