import fc from 'fast-check'
import { completeContent, problemsInContent } from '../../cloud/catalogue/check/rules'
import { readCountyServices } from '../../cloud/catalogue/county-services'
import { readCsv } from '../../cloud/catalogue/file/read-csv'
import { readJson } from '../../cloud/catalogue/file/read-json'
import { writeCsv, writeJson } from '../../cloud/catalogue/file/write'
import { guideFor, mostEnds, walkGuidance } from '../../cloud/catalogue/rules'
import { textOf } from '../../cloud/platform/text-of'
import type { ItemDraft } from '../../types/catalogue'
import { contentOf } from '../factories/items'

const head = '事项编码,事项名称,部门'
const places = (csv: string) => readCsv(csv).problems.map((p) => [p.line, p.path])

describe('a table', () => {
  it('needs no more than code, name and department a row', () => {
    expect(readCsv(`${head}\nA-1,高龄津贴,县民政局\n`)).toMatchObject({
      problems: [],
      items: [{ code: 'A-1', draft: { name: '高龄津贴', department: '县民政局' } }],
    })
  })

  it('is read however Excel in Chinese left it', () => {
    const expected = [{ code: 'A-1', draft: { name: '高龄津贴', department: '县民政局', statutoryLimit: 20 } }]
    const heads = `${head},法定时限`
    for (const csv of [
      `\ufeff${heads}\r\nA-1,高龄津贴,县民政局,20\r\n`,
      `sep=;\r\n${heads.replaceAll(',', ';')}\r\nA-1;高龄津贴;县民政局;20\r\n`,
      `${heads.replaceAll(',', '\t')}\nA-1\t高龄津贴\t县民政局\t２０`,
      `${heads},,\n,,,,,\n A-1 ,高龄津贴,县民政局,20个工作日,,\n,,,,,\n`,
      `code,name,department,statutoryLimit\n"A-1","高龄津贴","县民政局","20.0"`,
    ])
      expect(readCsv(csv)).toMatchObject({ items: expected, problems: [] })
  })

  it('is read in UTF-8, UTF-16 and GB18030', () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('津贴', 'utf16le')])
    expect(textOf(Buffer.from('\ufeff津贴'))).toBe('津贴')
    expect(textOf(utf16)).toBe('津贴')
    expect(textOf(Buffer.from([0xbd, 0xf2, 0xcc, 0xf9]))).toBe('津贴')
  })

  it('reports every problem with its line: bad headings, bad cells, bad rows', () => {
    const csv = [
      `${head},法定时限,承诺时限,人生事件,材料,颜色`,
      'a-1,高龄津贴,县民政局,20,3,养老,,',
      'A-2,津,县民政局,二十天,3,养老,,',
      '',
      'A-3,"两行的',
      '名字",县民政局,20,3,退休,{oops,',
      'A-4,低保,,5,9,,,',
      'A-4,低保,县民政局,5,5,,,',
      'A-5,低保,县民政局,5,5,,,,,多',
    ].join('\n')
    expect(places(csv)).toEqual([
      [1, '颜色'],
      [2, '事项编码'],
      [3, '法定时限'],
      [3, '事项名称'],
      [5, '人生事件'],
      [5, '材料'],
      [5, '事项名称'],
      [7, '部门'],
      [8, '事项编码'],
      [9, ''],
    ])
  })

  it('reports what contradicts itself, by its heading', () => {
    expect(places(`${head},法定时限,承诺时限\nA-1,高龄津贴,县民政局,5,9`)).toEqual([[2, '承诺时限']])
    const documents = JSON.stringify([
      { key: 'a', name: '材料', form: 'lookup', when: [{ answer: 'gone', oneOf: ['x'] }] },
    ])
    const csv = `${head},材料\nA-1,高龄津贴,县民政局,"${documents.replaceAll('"', '""')}"`
    expect(places(csv)).toEqual([
      [2, '材料 0.when.0.answer'],
      [2, '材料 0.lookupFrom'],
    ])
  })

  it.each([
    ['nothing', '', 1],
    ['only a heading', head, 1],
    ['no code', '事项名称,部门\n高龄津贴,县民政局', 1],
    ['a quote that never ends', `${head}\nA-1,"高龄津贴,县民政局\nA-2,低保,县民政局`, 2],
  ])('of %s is refused', (_what, csv, line) => {
    const { items, problems } = readCsv(csv)
    expect(problems.length).toBeGreaterThan(0)
    expect(items).toHaveLength(_what === 'no code' ? 0 : items.length)
    expect(problems[0]?.line).toBeGreaterThanOrEqual(line)
  })
})

describe('JSON', () => {
  it('reports every problem with the line its item begins on', () => {
    const json =
      '[\n  {"code": "A-1", "name": "高龄 [津贴]", "department": "县民政局"},\n  {\n    "code": "A-1", "name": "低保", "department": "县民政局"\n  },\n  7, {"code": "A-2",\n "name": "x", "department": "县民政局", "colour": 1}\n]'
    expect(readJson(json).problems.map((p) => [p.line, p.path])).toEqual([
      [3, 'code'],
      [6, ''],
      [6, 'name'],
      [6, 'colour'],
    ])
  })

  it.each(['{"code":"A-1"}', '[]', '[{"code":', ''])('that is no list of items is refused: %s', (json) => {
    expect(readJson(json).problems).toHaveLength(1)
  })
})

/** Texts that tempt tables: formulas, quotes, separators, apostrophes, line ends in lists. */
const tricky = fc
  .array(
    fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '、', '无', '[', ']', '津', '贴', 'a', '1', '\\', ' '),
    {
      minLength: 2,
      maxLength: 12,
    },
  )
  .map((parts) => parts.join('').trim())
  .filter((text) => text.length >= 2)
const anyDraft = fc.record(
  {
    name: tricky,
    department: tricky,
    summary: tricky,
    aliases: fc.array(tricky, { maxLength: 3 }),
    conditions: fc.array(tricky, { maxLength: 3 }),
    lifeEvents: fc.uniqueArray(fc.constantFrom('birth' as const, 'work' as const, 'other' as const), { minLength: 1 }),
    kind: fc.constantFrom('onSpot' as const, 'promised' as const),
    statutoryLimit: fc.nat(180),
    window: fc.record({ place: tricky, hours: tricky, phone: tricky }),
    legalBasis: fc.array(fc.record({ title: tricky }), { minLength: 1, maxLength: 2 }),
    correctionDays: fc.nat(60),
  },
  { requiredKeys: ['name', 'department'] },
) as fc.Arbitrary<ItemDraft>

describe('what is written', () => {
  it('is read back as it was, whatever is in it', () => {
    const items = fc
      .array(anyDraft, { minLength: 1, maxLength: 4 })
      .map((drafts) => drafts.map((draft, n) => ({ code: `A-${n}`, draft })))
    fc.assert(
      fc.property(items, (all) => {
        expect(readCsv(writeCsv(all))).toMatchObject({ items: all, problems: [] })
        expect(readJson(writeJson(all))).toMatchObject({ items: all, problems: [] })
      }),
    )
  })

  it('is read back as it was for complete items, and holds no formula', () => {
    const items = [{ code: 'A-1', draft: contentOf({ name: '=1+1', summary: '@SUM(A1)' }) }]
    const csv = writeCsv(items)
    expect(csv).not.toMatch(/(^|,|")[=@]/m)
    expect(readCsv(csv).items).toEqual(items)
    expect(writeCsv(readCsv(csv).items)).toBe(csv)
  })
})

describe('the services that come with the product', () => {
  const { items, problems } = readCountyServices()

  it('are about thirty, complete and without contradiction', () => {
    expect(problems).toEqual([])
    expect(items.length).toBeGreaterThanOrEqual(30)
    expect(new Set(items.map((i) => i.code)).size).toBe(items.length)
    expect(items.flatMap(({ code, draft }) => problemsInContent(draft).map((p) => [code, p]))).toEqual([])
  })

  it.each(items.map(({ draft }) => [draft.name, draft] as const))(
    '%s: every way through the guidance ends',
    (_name, draft) => {
      const content = completeContent(draft)
      if (!content) throw new Error('not complete')
      const outcomes = new Set<string>()
      let ends = 0
      const whole = walkGuidance(content, (answers, { outcome }) => {
        ends++
        expect(outcome).not.toBeNull()
        expect(guideFor(content, answers).outcome).toEqual(outcome)
        outcomes.add(
          JSON.stringify([outcome?.eligible, outcome?.why, outcome?.visits, outcome?.documents.map((d) => d.key)]),
        )
        return true
      })
      expect(whole).toBe(true)
      expect(ends).toBeLessThan(mostEnds)
      // The questions are worth asking: the answers change what it takes.
      expect(outcomes.size).toBeGreaterThan(1)
    },
  )

  it('mostly need no visit at all', () => {
    const none = items.filter(({ draft }) => (draft.visits ?? []).length === 0)
    expect(none.length / items.length).toBeGreaterThan(0.6)
  })
})
