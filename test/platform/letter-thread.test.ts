import { drawLetter } from '../../cloud/platform/pdf/draw'
import { type LetterDescription, letter } from '../../cloud/platform/pdf/letter'

const description: LetterDescription = {
  office: '云溪县市场监督管理局',
  number: '999001001-261117-0042-6',
  title: '受理通知书',
  to: '欧阳修远',
  paragraphs: ['您提出的小餐饮店登记申请收悉。经审查，申请材料齐全，符合法定形式，决定予以受理。'],
  checkCode: '8R1C-G2G0-3G02-J',
  checkUrl: 'https://yunxi.example.gov.cn/check/8R1C-G2G0-3G02-J',
  issuedAt: new Date('2026-11-25T16:30:00Z'),
}

/** How often everything else had its turn while this was being done. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0
  let over = false
  const turn = () => {
    turns++
    if (!over) setImmediate(turn)
  }
  setImmediate(turn)
  await work()
  over = true
  return turns
}

it('a letter drawn beside the server is the same, byte by byte', async () => {
  const [beside, here] = [await drawLetter(description), await letter(description)]
  expect(Buffer.compare(beside.pdf, here.pdf)).toBe(0)
  expect(beside).toMatchObject({ pages: here.pages, missing: here.missing })
})

it('everybody else goes on being served while letters are drawn', async () => {
  const here = await turnsDuring(() => letter(description))
  const beside = await turnsDuring(() => drawLetter(description))
  expect(beside).toBeGreaterThan(10 * here)
})

it('many at once come each to whoever asked', async () => {
  const names = Array.from({ length: 6 }, (_, n) => `张${'一二三四五六'[n]}`)
  const drawn = await Promise.all(names.map((to) => drawLetter({ ...description, to })))
  for (const [n, to] of names.entries())
    expect(Buffer.compare((drawn[n] as { pdf: Uint8Array }).pdf, (await letter({ ...description, to })).pdf)).toBe(0)
})

it('one that cannot be drawn is a fault of its own, and the next is drawn', async () => {
  const broken = { ...description, issuedAt: new Date(Number.NaN) }
  await expect(drawLetter(broken)).rejects.toThrow(/Invalid/)
  expect((await drawLetter(description)).pages).toBe(1)
})
