import { countApplied, selectItemVersion } from '../../cloud/catalogue/item'
import { inTransaction } from '../../cloud/platform/database'
import { grantRole, startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { county, liuqiao } from '../factories/areas'
import { contentOf, publishItem } from '../factories/items'

let cloud: TestCloud
let admin: TestPerson
let neighbour: TestPerson
let supervisor: TestPerson

async function staff(openid: string, role: string, areaCode: string): Promise<TestPerson> {
  const person = await cloud.signIn(openid)
  await grantRole(cloud, person.personId, role, areaCode)
  return cloud.signIn(openid, { consent: false })
}

beforeAll(async () => {
  cloud = await startTestCloud({ COUNTY_CODE: county })
  admin = await staff('admin', 'communityAdmin', county)
  neighbour = await staff('neighbour', 'communityAdmin', liuqiao)
  supervisor = await staff('supervisor', 'supervisor', county)
})
afterAll(() => cloud.stop())

const refusal = async (as: TestPerson | null, name: string, input: object) =>
  (await cloud.send(as, name, input)).body.result?.refusal
const find = async (search: string) => (await cloud.ask(null, 'catalogue.list', { search })).rows.map((row) => row.name)

describe('who keeps the catalogue', () => {
  it('is the county’s administrator; others of a community only look where they may, supervisors only look', async () => {
    const draft = contentOf({ name: '谁能改' })
    expect(await refusal(neighbour, 'catalogue.saveItem', { code: 'WHO-1', draft })).toEqual({
      reason: 'outsideYourArea',
    })
    expect((await cloud.send(supervisor, 'catalogue.saveItem', { code: 'WHO-1', draft })).status).toBe(403)
    expect((await cloud.send(null, 'catalogue.staffList', {})).status).toBe(401)
    const { itemId } = await cloud.ask(admin, 'catalogue.saveItem', { code: 'WHO-1', draft })
    for (const name of ['saveItem', 'publishItem', 'withdrawItem']) {
      const input = name === 'saveItem' ? { itemId, code: 'WHO-1', draft } : { itemId }
      expect(await refusal(neighbour, `catalogue.${name}`, input)).toEqual({ reason: 'outsideYourArea' })
    }
    expect((await cloud.send(neighbour, 'catalogue.staffItem', { itemId })).status).toBe(404)
    expect((await cloud.ask(neighbour, 'catalogue.staffList', {})).rows).toEqual([])
    expect((await cloud.ask(supervisor, 'catalogue.staffItem', { itemId })).code).toBe('WHO-1')
    expect((await cloud.ask(supervisor, 'catalogue.staffList', { search: '谁能改' })).rows).toMatchObject([
      { code: 'WHO-1', status: 'draft', problems: 0 },
    ])
    await cloud.ask(admin, 'catalogue.withdrawItem', { itemId })
  })

  it('leaves a trail of every change', async () => {
    const { itemId } = await publishItem(cloud, admin, { name: '留痕' }, 'TRAIL-1')
    await cloud.ask(admin, 'catalogue.withdrawItem', { itemId })
    const rows = await cloud.sql<{ operation: string }[]>`
      select operation from audit_log where target = ${`serviceItem:${itemId}`} and area_code = ${county} and role = 'communityAdmin' order by id`
    expect(rows.map((row) => row.operation)).toEqual([
      'catalogue.saveItem',
      'catalogue.publishItem',
      'catalogue.withdrawItem',
    ])
  })
})

describe('an item', () => {
  it('is applied for in its published version until the next one is published', async () => {
    const { itemId, code, version } = await publishItem(cloud, admin, { name: '换版本', promisedLimit: 3 })
    await cloud.ask(admin, 'catalogue.saveItem', {
      itemId,
      code,
      draft: contentOf({ name: '换版本', promisedLimit: 2 }),
    })
    expect(await cloud.ask(null, 'catalogue.item', { code })).toMatchObject({ version, promisedLimit: 3 })
    expect(await cloud.ask(admin, 'catalogue.staffItem', { itemId })).toMatchObject({ changed: true, problems: [] })
    const next = await cloud.ask(admin, 'catalogue.publishItem', { itemId })
    expect(next.version).toBe(version + 1)
    const answers = { whom: 'me', hukou: 'here' }
    const now = await cloud.ask(null, 'catalogue.guide', { code, answers })
    const then = await cloud.ask(null, 'catalogue.guide', { code, answers, version })
    expect([now.version, now.outcome?.limit]).toEqual([2, 2])
    expect([then.version, then.outcome?.limit]).toEqual([1, 3])
    expect((await cloud.send(null, 'catalogue.guide', { code, version: 9 })).status).toBe(404)
    expect((await selectItemVersion(cloud.sql, code, 1))?.content.promisedLimit).toBe(3)
    expect(await selectItemVersion(cloud.sql, code)).toMatchObject({ version: 2, areaCode: county, published: true })
    expect((await cloud.ask(admin, 'catalogue.staffItem', { itemId })).versions).toMatchObject([
      { version: 2 },
      { version: 1 },
    ])
  })

  it('never changes a version that was published: the database refuses', async () => {
    const { itemId } = await publishItem(cloud, admin, { name: '不能改' })
    await expect(cloud.sql`update service_item_versions set content = '{}' where item_id = ${itemId}`).rejects.toThrow()
    await expect(cloud.sql`delete from service_item_versions where item_id = ${itemId}`).rejects.toThrow()
  })

  it('is not published incomplete, nor twice the same', async () => {
    const { name, department, summary } = contentOf({ name: '没写完' })
    const begun = await cloud.ask(admin, 'catalogue.saveItem', {
      code: 'HALF-1',
      draft: { name, department, summary },
    })
    expect(begun.problems.map((p) => p.path)).toContain('documents')
    expect(await refusal(admin, 'catalogue.publishItem', { itemId: begun.itemId })).toMatchObject({
      reason: 'incomplete',
      problems: begun.problems,
    })
    const done = await publishItem(cloud, admin, { name: '写完了' })
    expect(await refusal(admin, 'catalogue.publishItem', { itemId: done.itemId })).toEqual({ reason: 'nothingNew' })
  })

  it('keeps its code once published, and no two have the same', async () => {
    const { itemId, code } = await publishItem(cloud, admin, { name: '编码不变' })
    const draft = contentOf({ name: '编码不变' })
    expect(await refusal(admin, 'catalogue.saveItem', { itemId, code: 'OTHER-1', draft })).toEqual({
      reason: 'codeFixed',
    })
    expect(await refusal(admin, 'catalogue.saveItem', { code, draft })).toEqual({ reason: 'codeTaken' })
  })

  it('that is withdrawn is not found nor begun, its versions stay, and publishing brings it back', async () => {
    const { itemId, code } = await publishItem(cloud, admin, { name: '先停一停' })
    await cloud.ask(admin, 'catalogue.withdrawItem', { itemId })
    expect(await find('先停一停')).toEqual([])
    expect((await cloud.send(null, 'catalogue.item', { code })).status).toBe(404)
    expect(await refusal(null, 'catalogue.guide', { code })).toMatchObject({ reason: 'notOpen' })
    expect(await selectItemVersion(cloud.sql, code)).toMatchObject({ version: 1, published: false })
    expect(await cloud.ask(admin, 'catalogue.publishItem', { itemId })).toEqual({ version: 1 })
    expect(await find('先停一停')).toEqual(['先停一停'])
  })

  it('of which a list has only the name is found with whom to call, cannot be begun, and can be completed', async () => {
    const { name, department } = contentOf({ name: '只有名字的事项' })
    const { itemId } = await cloud.ask(admin, 'catalogue.saveItem', { code: 'STUB-1', draft: { name, department } })
    expect((await cloud.ask(null, 'catalogue.list', { search: '只有名字' })).rows).toMatchObject([
      { code: 'STUB-1', canApply: false, phone: '12345', promisedLimit: null },
    ])
    expect(await cloud.ask(null, 'catalogue.item', { code: 'STUB-1' })).toMatchObject({ canApply: false, window: null })
    expect(await refusal(null, 'catalogue.guide', { code: 'STUB-1' })).toEqual({ reason: 'notOpen', phone: '12345' })
    expect(await selectItemVersion(cloud.sql, 'STUB-1')).toBeUndefined()
    await cloud.ask(admin, 'catalogue.saveItem', { itemId, code: 'STUB-1', draft: contentOf({ name }) })
    await cloud.ask(admin, 'catalogue.publishItem', { itemId })
    expect((await cloud.ask(null, 'catalogue.list', { search: '只有名字' })).rows).toMatchObject([{ canApply: true }])
  })

  it('does not show residents what is only being worked on', async () => {
    const { itemId, code } = await publishItem(cloud, admin, { name: '公开的名字' })
    const draft = contentOf({ name: '秋水长天', lifeEvents: ['birth'] })
    await cloud.ask(admin, 'catalogue.saveItem', { itemId, code, draft })
    expect(await find('秋水长天')).toEqual([])
    expect((await cloud.ask(null, 'catalogue.list', { search: '公开的名字', lifeEvent: 'birth' })).rows).toEqual([])
    expect((await cloud.ask(admin, 'catalogue.staffList', { search: '公开的名字' })).rows).toMatchObject([
      { name: '秋水长天' },
    ])
  })

  it('keeps the order of its form', async () => {
    const properties = Object.fromEntries(
      ['zeta', 'alpha', 'mid', 'beta'].map((key) => [key, { type: 'string' as const, title: key }]),
    )
    const { code } = await publishItem(cloud, admin, {
      name: '表单顺序',
      guidance: [],
      notEligible: [],
      visits: [],
      documents: [],
      form: { type: 'object', properties, required: [] },
    })
    const { outcome } = await cloud.ask(null, 'catalogue.guide', { code })
    expect(Object.keys(outcome?.form.properties ?? {})).toEqual(['zeta', 'alpha', 'mid', 'beta'])
  })
})

describe('the guidance over the wire', () => {
  it('asks, answers, and refuses answers nobody offered', async () => {
    const { code } = await publishItem(cloud, admin, { name: '问一问' })
    const begun = await cloud.ask(null, 'catalogue.guide', { code })
    expect(begun.outcome).toBeNull()
    expect(begun.questions).toHaveLength(2)
    expect(await refusal(null, 'catalogue.guide', { code, answers: { whom: 'cousin' } })).toEqual({
      reason: 'answerUnknown',
      key: 'whom',
    })
    expect(await cloud.ask(null, 'catalogue.item', { code })).toMatchObject({
      asks: true,
      leastVisits: 0,
      kind: 'promised',
    })
  })

  it('shows staff a draft as residents would see it, or what it lacks', async () => {
    const answers = { whom: 'me', hukou: 'here' }
    const shown = await cloud.ask(admin, 'catalogue.preview', { draft: contentOf({ promisedLimit: 1 }), answers })
    expect(shown).toMatchObject({ problems: [], guide: { outcome: { limit: 1 } } })
    const { name, department } = contentOf()
    const lacking = await cloud.ask(admin, 'catalogue.preview', { draft: { name, department }, answers })
    expect(lacking.guide).toBeNull()
    expect(lacking.problems.length).toBeGreaterThan(5)
  })
})

describe('finding an item', () => {
  beforeAll(async () => {
    await publishItem(cloud, admin, { name: '居住证办理', aliases: ['暂住证'], lifeEvents: ['newcomer'] }, 'JZZ-1')
    await publishItem(cloud, admin, { name: '居住证签注', aliases: [], lifeEvents: ['newcomer'] }, 'JZZ-2')
    await publishItem(
      cloud,
      admin,
      { name: '银行长者卡', department: '县金融办', aliases: [], lifeEvents: ['other'] },
      'YH-1',
    )
  })

  it.each([
    ['its words', '居住证'],
    ['the middle of a word', '住证'],
    ['pinyin', 'juzhuzheng'],
    ['pinyin in syllables', 'ju zhu zheng'],
    ['pinyin in capitals', 'JuZhuZheng'],
    ['initials', 'jzz'],
    ['full-width letters', 'ｊｚｚ'],
    ['several words in any order', '签注 居住证'],
  ])('by %s', async (_how, search) => expect(await find(search)).toContain('居住证签注'))

  it('by another name, its department, its code, and either reading of a character', async () => {
    expect((await find('暂住证'))[0]).toBe('居住证办理')
    expect(await find('金融办')).toEqual(['银行长者卡'])
    expect(await find('yh-1')).toEqual(['银行长者卡'])
    for (const search of ['yinhangzhangzhe', 'yinhangchangzhe', 'yinxing', 'yhzzk', 'yhczk'])
      expect(await find(search)).toEqual(['银行长者卡'])
  })

  it('whole names first, then beginnings, then the rest', async () => {
    expect(await find('居住证签注')).toEqual(['居住证签注'])
    await publishItem(cloud, admin, { name: '补办居住证', aliases: [] }, 'JZZ-3')
    await inTransaction(cloud.sql, async (tx) => {
      const item = await selectItemVersion(tx, 'JZZ-2')
      await countApplied(tx, item?.itemId as number)
    })
    expect(await find('居住证')).toEqual(['居住证签注', '居住证办理', '补办居住证'])
  })

  it('by something similar when nothing fits', async () => {
    expect((await find('我想办居住证怎么弄'))[0]).toMatch('居住证')
    for (const search of ['juzuzen', 'juzhuzhnegqianzhu', 'juzhuzhenqinzhu'])
      expect((await find(search))[0]).toMatch('居住证')
    expect(await find('飞行执照考试')).toEqual([])
  })

  it('without a letter finds nothing, and % is no wildcard', async () => {
    expect(await find('？！')).toEqual([])
    expect(await find('%')).toEqual([])
  })

  it('by life event, page by page without a gap or a repeat', async () => {
    const drafts = Array.from({ length: 45 }, (_, n) => ({
      name: `分页事项${n}`,
      department: '县民政局',
      lifeEvents: ['schooling'],
    }))
    const content = JSON.stringify(drafts.map((draft, n) => ({ code: `PAGE-${n}`, ...draft })))
    await cloud.ask(admin, 'catalogue.importItems', {
      format: 'json',
      base64: Buffer.from(content).toString('base64'),
    })
    await cloud.sql`update service_items set applied = id % 3 where code like 'PAGE-%'`
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await cloud.ask(null, 'catalogue.list', { lifeEvent: 'schooling', ...(cursor ? { cursor } : {}) })
      seen.push(...page.rows.map((row) => row.code))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toHaveLength(45)
    expect(new Set(seen).size).toBe(45)
    expect(
      new Set((await cloud.ask(null, 'catalogue.list', { lifeEvent: 'newcomer' })).rows.map((r) => r.code)),
    ).toEqual(new Set(['JZZ-1', 'JZZ-2']))
    expect((await cloud.send(null, 'catalogue.list', { cursor: 'made-up' })).status).toBe(400)
  })
})
