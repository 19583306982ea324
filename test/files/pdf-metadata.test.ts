import { type PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { prepare } from '../../cloud/files/content/prepare'
import { letter } from '../../cloud/platform/pdf/letter'
import { readPdf, wordsOf } from '../platform/read-pdf'
import { flat, pdf } from './pictures'

/** What a document says about whoever made it stays with them. */

const xmp =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>30,0.75N</exif:GPSLatitude><by>王秀兰</by></x:xmpmeta>'

/** As an office program and a phone's scanner write it: with everything about the author that there is room for. */
async function talkative(useObjectStreams: boolean): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.setAuthor('王秀兰')
  document.setTitle('SECRET-TITLE')
  document.setProducer('SECRET-TOOL')
  const { context } = document
  const about = context.register(context.flateStream(xmp, { Type: 'Metadata', Subtype: 'XML' }))
  const page = document.addPage([300, 200])
  const picture = await document.embedPng(await flat(20, 10, '#c00'))
  page.drawImage(picture, { x: 10, y: 10 })
  page.node.set(PDFName.of('PieceInfo'), context.obj({ Scanner: { Private: PDFString.of('SECRET-SCANNER') } }))
  await document.flush()
  for (const holder of [
    document.catalog,
    page.node,
    (context.lookup(picture.ref) as unknown as { dict: PDFDict }).dict,
  ])
    holder.set(PDFName.of('Metadata'), about)
  // An earlier version of the information dictionary that nothing refers to.
  context.register(context.obj({ Author: PDFString.of('SECRET-FORMER-AUTHOR') }))
  return Buffer.from(await document.save({ useObjectStreams }))
}
/** Everything in it, unpacked. */
async function allOf(bytes: Uint8Array): Promise<string> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false })
  const { decodePDFRawStream, PDFRawStream } = await import('@cantoo/pdf-lib')
  return context
    .enumerateIndirectObjects()
    .map(([, object]) =>
      object instanceof PDFRawStream
        ? `${object.dict} ${Buffer.from(decodePDFRawStream(object).decode()).toString('utf8')}`
        : String(object),
    )
    .join('\n')
}
const said = /SECRET|GPSLatitude|王秀兰|\/Metadata|\/PieceInfo/

it.each([[true], [false]])(
  'author, tools and places are gone, what is shown stays (packed away: %s)',
  async (packed) => {
    const before = await talkative(packed)
    expect(await allOf(before)).toMatch(said)
    const { bytes, mimeType } = await prepare(before)
    expect(mimeType).toBe('application/pdf')
    expect(await allOf(bytes)).not.toMatch(said)
    expect(bytes.toString('latin1')).not.toMatch(said)
    const after = await PDFDocument.load(bytes, { updateMetadata: false })
    expect([after.getAuthor(), after.getTitle(), after.getProducer()]).toEqual([undefined, undefined, undefined])
    expect(after.getPages().map((page) => page.getSize())).toEqual([{ width: 300, height: 200 }])
    expect(await allOf(bytes)).toMatch(/\/Subtype \/Image/)
  },
)

it('a letter can be read as before', async () => {
  const { pdf: written } = await letter({
    office: '云溪县市场监督管理局',
    number: '999001001-261117-0042-6',
    title: '受理通知书',
    to: '欧阳修远',
    paragraphs: ['申请材料齐全，决定予以受理。'],
    checkCode: '8R1C-G2G0-3G02-J',
    checkUrl: 'https://yunxi.example.gov.cn/check/8R1C-G2G0-3G02-J',
    issuedAt: new Date('2026-11-25T16:30:00Z'),
  })
  const { bytes } = await prepare(Buffer.from(written))
  expect(wordsOf(readPdf(bytes))).toBe(wordsOf(readPdf(written)))
})

it('what runs by itself is found where it was packed away', async () => {
  const document = await PDFDocument.create()
  document.addPage()
  const action = document.context.register(document.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') }))
  document.catalog.set(PDFName.of('OpenAction'), action)
  const packed = Buffer.from(await document.save({ useObjectStreams: true }))
  expect(packed.includes('JavaScript')).toBe(false)
  await expect(prepare(packed)).rejects.toMatchObject({ problem: 'activePdf' })
})

it('one with a password is refused as such, one that cannot be read as damaged', async () => {
  const document = await PDFDocument.create()
  document.addPage()
  document.encrypt({ userPassword: 'a', ownerPassword: 'b' })
  await expect(prepare(Buffer.from(await document.save()))).rejects.toMatchObject({ problem: 'encrypted' })
  const headless = Buffer.from(
    pdf().toString('latin1').replace('/Root 1 0 R', '/Root 9 0 R').replace('/Catalog', '/Nothing'),
    'latin1',
  )
  await expect(prepare(headless)).rejects.toMatchObject({ problem: 'damaged' })
})

it('one with a digital signature is taken byte for byte', async () => {
  const signed = pdf('/Perms << /DocMDP << /Type /Sig /ByteRange [0 10 20 30] /Contents <00> >> >>')
  expect((await prepare(signed)).bytes).toEqual(signed)
})
