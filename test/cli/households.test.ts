import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { county, grid, liuqiao, shitang, yunling } from '../factories/areas'
import { gb18030 } from '../factories/gb18030'
import { aHub, type Hub, householdOf } from '../factories/hubs'
import { somebody } from '../factories/volunteers'
import { runConsole } from './console'

/** The operator takes in the households of a county from a table, on the console. */

const secret = randomBytes(32).toString('base64')
let cloud: TestCloud
let folder: string
let admin: TestPerson
let gridWorker: TestPerson
let chen: Hub
beforeAll(async () => {
  cloud = await startTestCloud({ SECRET_KEY: secret })
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-households-'))
  admin = await somebody(cloud, ['communityAdmin', liuqiao])
  gridWorker = await somebody(cloud, ['gridWorker', liuqiao])
})
beforeEach(async () => {
  await cloud.sql`truncate hubs, households cascade`
  await cloud.sql`truncate notices cascade`
  chen = await aHub({ cloud, admin }, { room: 2 })
})
afterAll(async () => {
  fs.rmSync(folder, { recursive: true })
  await cloud.stop()
})

const head = '网格编码,门牌,人数,电话,联系原因,纬度,经度'
const good = [
  head,
  `${grid},1 幢 101 室,3人,138 0013 8000,困难,30.513,120.513`,
  `${grid},1 幢 102 室,2,,邻居,,`,
  `${liuqiao},"南街 7 号, 后院",5,,亲属,,`,
]
let files = 0
/** Lines as a file: UTF-8 with Windows line ends unless something else is said. */
const fileOf = (lines: readonly string[], encode: (text: string) => Buffer = Buffer.from): string => {
  const at = path.join(folder, `${++files}.csv`)
  fs.writeFileSync(at, encode(lines.join('\r\n')))
  return at
}
const take = (file: string) => runConsole(['households', 'import', file], cloud.address, secret)
const households = async () =>
  cloud.sql<{ area: string; people: number; reason: string; status: string; by: number | null }[]>`
    select area_code as area, people, reason, status, registered_by as by from households order by id`
const audited = () => cloud.sql<{ after: object }[]>`
  select person_id, role, target, area_code, request_id, after from audit_log where operation = 'console.households' order by id`
const problemsOf = (errors: string) => errors.trim().split('\n')

it('takes a table in whole, each household with its hub or waiting for one, tells the host and writes it down', async () => {
  const before = (await audited()).length
  expect(await take(fileOf(good))).toEqual({
    code: 0,
    out: '3 households: 2 have a hub, 1 wait for one with room.\n',
    errors: '',
  })
  expect(await households()).toEqual([
    // One in difficulty comes first.
    { area: grid, people: 3, reason: 'difficulty', status: 'linked', by: null },
    { area: grid, people: 2, reason: 'neighbour', status: 'linked', by: null },
    { area: liuqiao, people: 5, reason: 'relative', status: 'orphaned', by: null },
  ])
  expect((await audited()).slice(before)).toEqual([
    {
      person_id: null,
      role: 'system',
      target: `households:${county}`,
      area_code: county,
      request_id: null,
      after: { added: 3, linked: 2, orphaned: 1 },
    },
  ])
  const told = await cloud.ask(chen.host, 'inbox.list', {})
  expect(told.rows).toMatchObject([{ kind: 'householdsLinked', facts: { count: 2 } }, { kind: 'roleGranted' }])
})

it('registers the same doors as the page does: what lies there is sealed under the same key and found again', async () => {
  await take(fileOf(good))
  const [first] = (await cloud.ask(gridWorker, 'hub.households', {})).rows
  const householdId = first?.householdId as number
  const task = { householdId, task: 'visit' as const }
  expect(await cloud.ask(gridWorker, 'hub.revealHousehold', task)).toMatchObject({ door: '1 幢 101 室' })
  const typed = householdOf({ areaCode: grid, door: '１幢101室' })
  expect((await cloud.send(gridWorker, 'hub.registerHousehold', typed)).body.result?.refusal).toEqual({
    reason: 'doorTaken',
  })
  const rows = JSON.stringify(await cloud.sql`select h::text from households h`)
  for (const plain of ['101 室', '南街', '13800138000', '138 0013 8000']) expect(rows).not.toContain(plain)
})

it.each<[string, (text: string) => Buffer]>([
  ['UTF-8 with its mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['GBK, as Excel in Chinese saves "CSV"', gb18030],
  ['UTF-16 with its mark, as Excel saves "Unicode text"', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
])('takes the same table in %s', async (_what, encode) => {
  expect(await take(fileOf(good, encode))).toMatchObject({ code: 0, errors: '' })
  expect(await households()).toHaveLength(3)
  const typed = householdOf({ areaCode: liuqiao, door: '南街7号,后院' })
  expect((await cloud.send(gridWorker, 'hub.registerHousehold', typed)).body.result?.refusal).toEqual({
    reason: 'doorTaken',
  })
})

it('names every bad cell with its line and column, and takes in nothing', async () => {
  const bad = [
    head,
    `${grid},1 幢 101 室,3,,邻居,,`,
    `${grid},,99,,邻居,,`,
    `${grid},1 幢 103 室,三,abc,同学,30.5,`,
    '',
    `"${grid}","2 幢`,
    `201 室",2,,邻居,91,120.5`,
    `${grid},3 幢 301 室,2,,邻居,,,多的`,
  ]
  const { code, out, errors } = await take(fileOf(bad))
  expect([code, out]).toEqual([1, ''])
  const lines = problemsOf(errors)
  expect(lines.slice(0, -1).map((line) => line.split(' · ').slice(0, 2).join(' '))).toEqual([
    'line 3 门牌',
    'line 4 人数',
    'line 4 联系原因',
    'line 4 纬度',
    'line 6 门牌',
    'line 6 纬度',
    'line 8 这一行的格子比标题多',
  ])
  expect(lines.at(-1)).toBe('7 problems; nothing was taken in.')
  expect(errors).not.toMatch(/^\s+at /m)
  expect(await households()).toEqual([])
})

it('names areas that are none, and doors that stand twice or are registered, with their lines', async () => {
  await take(fileOf(good))
  const before = (await audited()).length
  const again = [
    head,
    `${grid},5 幢 101 室,3,,邻居,,`,
    `${grid},5幢101室,2,,邻居,,`,
    `880101001001,5 幢 102 室,2,,邻居,,`,
    `${county},5 幢 103 室,2,,邻居,,`,
    `${grid},１幢101室,2,,邻居,,`,
  ]
  const { code, errors } = await take(fileOf(again))
  expect(code).toBe(1)
  expect(problemsOf(errors)).toEqual([
    'line 3 · 门牌 · 和第 2 行是同一户',
    'line 4 · 网格编码 · 没有这个网格，或不归您管',
    expect.stringMatching(/^line 5 · 网格编码 · /),
    'line 6 · 门牌 · 这一户已经登记过',
    '4 problems; nothing was taken in.',
  ])
  expect(await households()).toHaveLength(3)
  expect(await audited()).toHaveLength(before)
})

it('takes the same file in once: the second time every line is named as registered', async () => {
  const file = fileOf(good)
  expect((await take(file)).code).toBe(0)
  const { code, errors } = await take(file)
  expect(code).toBe(1)
  expect(problemsOf(errors)).toEqual([
    'line 2 · 门牌 · 这一户已经登记过',
    'line 3 · 门牌 · 这一户已经登记过',
    'line 4 · 门牌 · 这一户已经登记过',
    '3 problems; nothing was taken in.',
  ])
  expect(await households()).toHaveLength(3)
})

it('takes the same file in once when two consoles take it at the same moment, and says which one did not', async () => {
  const file = fileOf(good)
  const said = await Promise.all([take(file), take(file)])
  expect(said.map(({ code }) => code).sort()).toEqual([0, 1])
  expect(said.find(({ code }) => code === 1)?.errors).toMatch(/已经登记过\n3 problems; nothing was taken in/)
  expect(await households()).toHaveLength(3)
})

it('serves every area of the county, whoever works there', async () => {
  const lines = [head, `${shitang},1 号,2,,邻居,,`, `${yunling},1 号,2,,邻居,,`]
  expect(await take(fileOf(lines))).toMatchObject({ code: 0 })
  expect((await households()).map(({ area }) => area)).toEqual([shitang, yunling])
})

it.each<[string, () => string, RegExp]>([
  ['of another kind', () => fileOf(['x'], () => Buffer.from([0xff, 0xfe, 0x00, 0xd8])), /^line 1 · 读不出文字/],
  ['with nothing in it', () => fileOf(['']), /^line 1 · 文件里没有住户/],
  ['with headings alone', () => fileOf([head]), /^line 1 · 文件里没有住户/],
  ['without a heading that is needed', () => fileOf(['网格编码,门牌', `${grid},1`]), /少了「人数」这一列/],
  ['with a heading nobody knows', () => fileOf([`${head},颜色`, `${grid},1,2,,邻居,,,红`]), /颜色 · 不认识这一列/],
  ['that is not there', () => path.join(folder, 'nowhere.csv'), /nowhere\.csv/],
])('refuses a file %s in a sentence, with exit code 1', async (_what, file, sentence) => {
  const { code, out, errors } = await take(file())
  expect([code, out]).toEqual([1, ''])
  expect(errors).toMatch(sentence)
  expect(errors).not.toMatch(/^\s+at /m)
  expect(await households()).toEqual([])
})

it('asks for a file when none is named', async () => {
  const { code, errors } = await runConsole(['households', 'import'], cloud.address, secret)
  expect(code).toBe(1)
  expect(errors).toMatch(/missing required argument 'file'/)
})
