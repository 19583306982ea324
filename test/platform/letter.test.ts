import { type LetterDescription, letter } from '../../cloud/platform/pdf/letter'
import { footersOf, readPdf, withoutGaps, wordsOf } from './read-pdf'

const checkUrl = 'https://yunxi.example.gov.cn/check/8R1C-G2G0-3G02-J'
const acceptance: LetterDescription = {
  office: '云溪县市场监督管理局',
  number: '999001001-261117-0042-6',
  title: '小餐饮店登记受理通知书',
  to: '欧阳𬭊、张䶮',
  paragraphs: [
    '您提出的小餐饮店登记申请收悉。经审查，申请材料齐全，符合法定形式，根据《中华人民共和国行政许可法》第三十二条第一款第（五）项的规定，决定予以受理。',
    '最晚 2026年11月26日 17:00 给您结果。',
  ],
  table: {
    columns: [
      { heading: '材料', share: 3 },
      { heading: '收到', share: 1 },
    ],
    rows: [
      ['申请书', '11月11日'],
      ['健康证明', '11月12日'],
    ],
  },
  closing: ['如对本通知有异议，可以自收到之日起六十日内申请行政复议。'],
  attachments: ['材料接收清单', '办事指南'],
  checkCode: '8R1C-G2G0-3G02-J',
  checkUrl,
  issuedAt: new Date('2026-11-25T16:30:00Z'),
  sealText: '电子文书未加盖印章',
}

const everything = [
  '云溪县市场监督管理局',
  '999001001-261117-0042-6',
  '小餐饮店登记受理通知书',
  '欧阳𬭊、张䶮：',
  ...acceptance.paragraphs,
  '材料收到申请书11月11日健康证明11月12日',
  ...acceptance.closing!,
  '附件：1. 材料接收清单2. 办事指南',
  '云溪县市场监督管理局2026年11月26日电子文书未加盖印章',
]
const checkWords = `校验码8R1C-G2G0-3G02-J用手机扫左边的码，或打开下面的网址并输入校验码，可以核对这份文书是不是真的。${checkUrl}`

/** A paragraph of `count` different sentences. */
const sentences = (count: number) => Array.from({ length: count }, (_, n) => `这是第${n}句话，用来看分页；`).join('')

it('says all that was put in, in its order, on numbered A4 pages with the Shanghai day', async () => {
  const { pdf, pages, missing } = await letter(acceptance)
  const read = readPdf(pdf)
  expect(wordsOf(read)).toBe(withoutGaps(everything.join('') + checkWords))
  expect(footersOf(read)).toEqual(['999001001-261117-0042-6校验码8R1C-G2G0-3G02-J第1页，共1页'])
  expect(read.pages.map(({ size }) => size)).toEqual([[595.28, 841.89]])
  expect([pages, missing]).toEqual([1, []])
})

it('has a code that a phone reads', async () => {
  expect(readPdf((await letter(acceptance)).pdf).pages.at(-1)?.qr).toBe(checkUrl)
})

it('tells a screen reader its title, its language and its parts', async () => {
  const { title, language, pages } = readPdf((await letter(acceptance)).pdf)
  expect([title, language]).toEqual(['小餐饮店登记受理通知书', 'zh-CN'])
  expect(pages[0]?.roles).toEqual(expect.arrayContaining(['H1', 'P', 'Table', 'TR', 'TH', 'TD', 'Figure']))
})

it('is small: no more than the letters used, in two embedded subsets', async () => {
  const { pdf } = await letter({ ...acceptance, paragraphs: [sentences(200), ...acceptance.paragraphs] })
  expect(pdf.length).toBeLessThan(200_000)
  const names = [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/BaseFont \/(\S+)/g),
  ].map(([, name]) => name)
  expect(new Set(names.map((name) => name?.replace(/^[A-Z]{6}\+/, '')))).toEqual(
    new Set(['NotoSansSC-Regular', 'NotoSansSC-SemiBold']),
  )
  expect(names.every((name) => /^[A-Z]{6}\+/.test(name ?? ''))).toBe(true)
})

it('is the same, byte by byte, for the same description, and another for another', async () => {
  const [first, again] = [await letter(acceptance), await letter({ ...acceptance })]
  expect(Buffer.compare(first.pdf, again.pdf)).toBe(0)
  const other = await letter({ ...acceptance, issuedAt: new Date('2026-11-25T16:30:01Z') })
  expect(Buffer.compare(first.pdf, other.pdf)).not.toBe(0)
})

it('runs over pages without losing a word, leaving the margins or beginning a line with a comma', async () => {
  const paragraphs = [sentences(120), sentences(31), sentences(90)]
  const { pdf, pages } = await letter({ ...acceptance, paragraphs })
  const read = readPdf(pdf)
  expect(pages).toBeGreaterThan(3)
  expect(read.pages).toHaveLength(pages)
  expect(wordsOf(read)).toContain(withoutGaps(paragraphs.join('')))
  expect(wordsOf(read).endsWith(withoutGaps(checkWords))).toBe(true)
  const footers = Array.from({ length: pages }, (_, n) => `第${n + 1}页，共${pages}页`)
  expect(footersOf(read).map((footer) => footer.replace(/.*(?=第)/, ''))).toEqual(footers)
  for (const { text, x, y, width } of read.pages.flatMap(({ items }) => items)) {
    if (!text.trim()) continue
    expect(x).toBeGreaterThan(75.9)
    expect(x + width).toBeLessThan(519.4)
    expect(y > 76 || y < 50).toBe(true)
    expect(text).not.toMatch(/^[，。；：）》”]/)
  }
})

it('draws a table over pages, its head on each, and a cell longer than a page', async () => {
  const rows = [...Array.from({ length: 60 }, (_, n) => [`第${n}样材料`, '11月11日']), [sentences(150), '11月12日']]
  const read = readPdf((await letter({ ...acceptance, table: { ...acceptance.table!, rows } })).pdf)
  const words = wordsOf(read)
  for (const [name] of rows.slice(0, 60)) expect(words).toContain(`${name}11月11日`)
  // The head is between the pieces of the long cell, the day beside its first line.
  const cell = words.replaceAll('材料收到', '').replace('11月12日', '')
  expect(cell).toContain(sentences(150).slice(60))
  const heads = read.pages.map((page) => page.items.filter(({ text }) => text === '收到').length)
  expect(heads.slice(0, -1).every((count) => count === 1)).toBe(true)
  expect(heads.length).toBeGreaterThan(3)
})

it('names the rows of a table without a head by its first column', async () => {
  const table = { columns: [{ share: 1 }, { share: 3 }], rows: [['事由', '材料不齐']] }
  const read = readPdf((await letter({ ...acceptance, table })).pdf)
  expect(wordsOf(read)).toContain('事由材料不齐')
  expect(read.pages[0]?.roles.filter((role) => role === 'TH')).toHaveLength(1)
})

it('prints every character of GB 2312 so that it can be copied, and has the rare ones of Extension A', async () => {
  const gb2312 = Array.from({ length: 72 * 94 }, (_, n) => [0xb0 + Math.floor(n / 94), 0xa1 + (n % 94)])
    .map((bytes) => new TextDecoder('gb2312').decode(new Uint8Array(bytes)))
    .filter((character) => /^\p{Script=Han}$/u.test(character))
  expect(gb2312).toHaveLength(6763)
  const extensionA = Array.from({ length: 6582 }, (_, n) => String.fromCodePoint(0x3400 + n))
  const { pdf, missing } = await letter({ ...acceptance, paragraphs: [gb2312.join(''), extensionA.join('')] })
  expect(missing).toEqual([])
  // A comparison of two such texts in words would fill the screen.
  expect(wordsOf(readPdf(pdf)).includes(gb2312.join(''))).toBe(true)
})

it('shows that a character is missing, says which, and does not drop it', async () => {
  const { pdf, missing } = await letter({ ...acceptance, to: '赵𠮷', paragraphs: ['经办人赵𠮷 😀'] })
  const words = wordsOf(readPdf(pdf))
  expect(missing).toEqual(['𠮷', '😀'])
  expect(words).toContain('赵〓(U+20BB7)：')
  expect(words).toContain('经办人赵〓(U+20BB7)〓(U+1F600)')
})

it('is copied as it was written, whatever variants of its characters stood in other letters', async () => {
  // Two characters that one glyph draws: U+363D and U+39B3.
  for (const name of ['张㘽', '张㦳', '张㘽'])
    expect(wordsOf(readPdf((await letter({ ...acceptance, to: name })).pdf))).toContain(`${name}：`)
})

it('lets no invisible character turn the words around', async () => {
  const { pdf, missing } = await letter({
    ...acceptance,
    paragraphs: ['罚款\u202e001\u202c元\u200b整\u0007。\r\n第二行\t完'],
  })
  expect(missing).toEqual([])
  expect(wordsOf(readPdf(pdf))).toContain('罚款001元整。第二行完')
})
