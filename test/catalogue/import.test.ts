import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { writeCsv } from '../../cloud/catalogue/file/write'
import { takeIn } from '../../cloud/catalogue/take-in'
import { addressUrl, inTransaction } from '../../cloud/platform/database'
import { grantRole, startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { county, liuqiao } from '../factories/areas'
import { contentOf } from '../factories/items'

const root = path.join(__dirname, '..', '..')
const run = promisify(execFile)
let cloud: TestCloud
let admin: TestPerson
let folder: string
beforeAll(async () => {
  cloud = await startTestCloud({ COUNTY_CODE: county })
  admin = await cloud.signIn('admin')
  await grantRole(cloud, admin.personId, 'communityAdmin', county)
  admin = await cloud.signIn('admin', { consent: false })
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-catalogue-'))
})
afterAll(async () => {
  fs.rmSync(folder, { recursive: true, force: true })
  await cloud.stop()
})

const snapshot = () =>
  cloud.sql`select code, status, draft::text, published_version, search_text, life_events from service_items order by code`
const base64Of = (text: string) => Buffer.from(text).toString('base64')
const csvOf = (...items: Parameters<typeof writeCsv>[0][number][]) => ({
  format: 'csv' as const,
  base64: base64Of(writeCsv(items)),
})

describe('importing over the wire', () => {
  it('takes new, changed and same ones apart, publishes only when asked, and never touches what runs', async () => {
    const first = csvOf(
      { code: 'I-1', draft: contentOf({ name: '进来的一' }) },
      { code: 'I-2', draft: contentOf({ name: '进来的二' }) },
    )
    expect(await cloud.ask(admin, 'catalogue.importItems', first)).toEqual({
      added: 2,
      changed: 0,
      same: 0,
      drafts: 0,
      published: 0,
    })
    expect((await cloud.ask(null, 'catalogue.item', { code: 'I-1' })).canApply).toBe(false)
    expect(await cloud.ask(admin, 'catalogue.importItems', { ...first, publish: true })).toEqual({
      added: 0,
      changed: 0,
      same: 2,
      drafts: 0,
      published: 2,
    })
    const next = csvOf(
      { code: 'I-1', draft: contentOf({ name: '进来的一' }) },
      { code: 'I-2', draft: contentOf({ name: '进来的二改了', promisedLimit: 1 }) },
      { code: 'I-3', draft: { name: '进来的三', department: '县民政局' } },
    )
    expect(await cloud.ask(admin, 'catalogue.importItems', next)).toEqual({
      added: 1,
      changed: 1,
      same: 1,
      drafts: 1,
      published: 0,
    })
    expect(await cloud.ask(null, 'catalogue.item', { code: 'I-2' })).toMatchObject({
      name: '进来的二',
      version: 1,
      promisedLimit: 3,
    })
    expect(await cloud.ask(admin, 'catalogue.importItems', { ...next, publish: true })).toMatchObject({
      same: 3,
      published: 1,
    })
    expect(await cloud.ask(null, 'catalogue.item', { code: 'I-2' })).toMatchObject({
      name: '进来的二改了',
      version: 2,
      promisedLimit: 1,
    })
    expect(await cloud.ask(null, 'catalogue.item', { code: 'I-3' })).toMatchObject({ canApply: false })
  })

  it('with one bad row takes in nothing, and says which', async () => {
    const before = await snapshot()
    const content = '事项编码,事项名称,部门\nN-1,好的事项,县民政局\nN-2,坏,县民政局\n'
    const { body } = await cloud.send(admin, 'catalogue.importItems', { format: 'csv', base64: base64Of(content) })
    expect(body.result?.refusal).toEqual({
      reason: 'problems',
      rows: [{ line: 3, code: 'N-2', path: '事项名称', problem: '至少 2 个字' }],
      more: 0,
    })
    expect(await snapshot()).toEqual(before)
  })

  it('reads what Excel in Chinese saves as CSV', async () => {
    // 事项编码,事项名称,部门 / EX-1,津贴,县局 in GB18030.
    const bytes = Buffer.from('cac2cfeeb1e0c2eb2ccac2cfeec3fbb3c62cb2bfc3c50d0a45582d312cbdf2ccf92ccfd8bed60d0a', 'hex')
    const taken = await cloud.ask(admin, 'catalogue.importItems', { format: 'csv', base64: bytes.toString('base64') })
    expect(taken).toMatchObject({ added: 1, drafts: 1 })
    const [row] = await cloud.sql`select name, department from service_items where code = 'EX-1'`
    expect(row).toEqual({ name: '津贴', department: '县局' })
  })

  it('sent again with the same request takes in nothing twice, and stands in the audit log once', async () => {
    const request = { ...csvOf({ code: 'ONCE-1', draft: contentOf({ name: '只进一次' }) }), requestId: randomUUID() }
    const first = await cloud.ask(admin, 'catalogue.importItems', request)
    expect(first).toMatchObject({ added: 1 })
    expect(await cloud.ask(admin, 'catalogue.importItems', request)).toEqual(first)
    const trail = await cloud.sql`
      select person_id::int as "personId", area_code as area from audit_log where request_id = ${request.requestId}`
    expect(trail).toEqual([{ personId: admin.personId, area: county }])
  })

  it('a supervisor may take the file out, and not in', async () => {
    const watcher = await cloud.signIn('watcher')
    await grantRole(cloud, watcher.personId, 'supervisor', county)
    const supervisor = await cloud.signIn('watcher', { consent: false })
    const { base64 } = await cloud.ask(supervisor, 'catalogue.exportItems', { format: 'csv' })
    const { status } = await cloud.send(supervisor, 'catalogue.importItems', { format: 'csv', base64 })
    expect(status).toBe(403)
  })

  it('is for who keeps the county’s catalogue', async () => {
    const local = await cloud.signIn('local')
    await grantRole(cloud, local.personId, 'communityAdmin', liuqiao)
    const keeper = await cloud.signIn('local', { consent: false })
    const { body } = await cloud.send(keeper, 'catalogue.importItems', csvOf({ code: 'L-1', draft: contentOf() }))
    expect(body.result?.refusal).toEqual({ reason: 'outsideYourArea' })
    const { base64 } = await cloud.ask(keeper, 'catalogue.exportItems', { format: 'json' })
    expect(JSON.parse(Buffer.from(base64, 'base64').toString('utf8'))).toEqual([])
  })

  it.each(['csv', 'json'] as const)('takes back what it exports as %s without a change', async (format) => {
    const before = await snapshot()
    const file = await cloud.ask(admin, 'catalogue.exportItems', { format })
    const taken = await cloud.ask(admin, 'catalogue.importItems', { format, base64: file.base64 })
    expect(taken).toMatchObject({ added: 0, changed: 0, same: before.length })
    expect(await snapshot()).toEqual(before)
  })
})

describe('on the console', () => {
  const operate = (...words: string[]) =>
    run(process.execPath, ['--import', 'tsx', 'cloud/cli.ts', 'catalogue', ...words], {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'test',
        DATABASE_URL: addressUrl(cloud.address),
        DATA_DIR: folder,
        COUNTY_CODE: county,
        SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
      },
    })

  it('the county’s services are published, exported, and come back unchanged', async () => {
    const file = path.join(folder, 'all.csv')
    expect((await operate('import', '--county-services', '--publish')).stdout).toMatch(
      /33 items: 33 new.*33 published, 0 not complete/,
    )
    expect((await operate('export', file)).stdout).toContain('items.')
    expect((await operate('import', file, '--publish')).stdout).toMatch(/ 0 new, 0 changed/)
    await expect(operate('export', file)).rejects.toMatchObject({ stderr: expect.stringContaining('EEXIST') })
    expect((await cloud.ask(null, 'catalogue.list', { search: 'gljt' })).rows[0]?.name).toBe('高龄津贴')
    const trail = await cloud.sql`select after from audit_log where operation = 'console.catalogue'`
    expect(trail[0]).toMatchObject({ after: { added: 33 } })
  })

  it('every problem of a file is named, with a failing exit', async () => {
    const file = path.join(folder, 'bad.csv')
    fs.writeFileSync(
      file,
      Buffer.from([...Buffer.from('code,name,department\nX-1,'), 0xbd, 0xf2, ...Buffer.from(',\n')]),
    )
    await expect(operate('import', file)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /line 2 · X-1 · 部门[\s\S]*line 2 · X-1 · 事项名称|line 2 · X-1 · 事项名称[\s\S]*line 2 · X-1 · 部门/,
      ),
    })
  })
})

// The last: whatever exports the catalogue after it would carry them all.
it('takes in ten thousand items', async () => {
  const items = Array.from({ length: 10_000 }, (_, n) => ({
    code: `MANY-${n}`,
    draft: contentOf({ name: `大量事项之${n}` }),
  }))
  const began = performance.now()
  const taken = await inTransaction(cloud.sql, (tx) => takeIn(tx, items, { areaCode: county, by: null, publish: true }))
  if (process.env.TEST_LOG) console.log(`10 000 items published in ${Math.round(performance.now() - began)} ms`)
  expect(taken).toEqual({ added: 10_000, changed: 0, same: 0, drafts: 0, published: 10_000 })
  const { rows } = await cloud.ask(null, 'catalogue.list', { search: 'dlsxz7777' })
  expect(rows.map((row) => row.code)).toEqual(['MANY-7777'])
})
