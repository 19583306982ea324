import encodeQR from 'qr'
import {
  closeSheet,
  colours,
  decorate,
  drawLine,
  floor,
  layOut,
  need,
  openSheet,
  paper,
  type Sheet,
  type Style,
  textWidth,
  write,
} from './sheet'
import { drawTable, type Table } from './table'
import { wording } from './wording'

export type { Table } from './table'

/** What a letter says; the form of an official letter (GB/T 9704, 信函格式) is its own. */
export interface LetterDescription {
  /** The office that writes, as it heads and signs. */
  office: string
  /** 文号 or the application number. */
  number: string
  title: string
  /** Whom it addresses, without the colon. */
  to: string
  paragraphs: string[]
  table?: Table
  /** What comes after the table: how to appeal, where to ask. */
  closing?: string[]
  /** Names of what is enclosed, without their numbers. */
  attachments?: string[]
  /** As printed; see `check-code.ts`. */
  checkCode: string
  /** Where the code is checked; it is the QR code too. */
  checkUrl: string
  issuedAt: Date
  /** Stands small where a seal would be; there is no picture of one. */
  sealText?: string
}

export interface Letter {
  pdf: Uint8Array
  pages: number
  /** Characters printed as 〓(U+…) because no font has them: to be written in by hand. */
  missing: string[]
}

const body: Style = { size: 14, lineHeight: 25 }
const office: Style = { size: 26, lineHeight: 40, bold: true, colour: colours.official }
const reference: Style = { size: 11, lineHeight: 18, colour: colours.second }
const title: Style = { size: 20, lineHeight: 32, bold: true }
const small: Style = { size: 10, lineHeight: 15, colour: colours.second }
const code: Style = { size: 18, lineHeight: 28, bold: true }
const footer: Style = { size: 9, lineHeight: 14, colour: colours.second }
const em = body.size

/** Writes a letter as A4 PDF. The same description gives the same bytes. */
export async function letter(description: LetterDescription): Promise<Letter> {
  const sheet = openSheet({ title: description.title, author: description.office, createdAt: description.issuedAt })
  drawHead(sheet, description)
  write(sheet, 'P', wording.salutation(description.to), body)
  for (const paragraph of description.paragraphs) writeBody(sheet, paragraph)
  if (description.table) {
    sheet.y += 10
    drawTable(sheet, description.table)
    sheet.y += 12
  }
  for (const paragraph of description.closing ?? []) writeBody(sheet, paragraph)
  writeAttachments(sheet, description.attachments ?? [])
  signOff(sheet, description)
  drawCheck(sheet, description)
  const pages = drawFooters(sheet, description)
  return { pdf: await closeSheet(sheet), pages, missing: [...new Set(sheet.missing)] }
}

function writeBody(sheet: Sheet, text: string): void {
  write(sheet, 'P', text, body, { align: 'even', first: 2 * em })
}

function drawHead(sheet: Sheet, { office: name, number, title: heading }: LetterDescription): void {
  sheet.y = 64
  write(sheet, 'P', name, office, { align: 'centre' })
  const y = sheet.y + 6
  decorate(sheet, () => {
    sheet.doc.rect(paper.left, y, textWidth, 2.4).fill(colours.official)
    sheet.doc.rect(paper.left, y + 4.4, textWidth, 0.7).fill(colours.official)
  })
  sheet.y = y + 12
  write(sheet, 'P', number, reference, { align: 'right' })
  sheet.y += 18
  write(sheet, 'H1', heading, title, { align: 'centre' })
  sheet.y += 16
}

/** “附件：1. …”, each further number under the first. */
function writeAttachments(sheet: Sheet, names: string[]): void {
  if (names.length === 0) return
  sheet.y += body.lineHeight / 2
  names.forEach((name, i) => {
    const item = wording.attachmentItem(i + 1, name)
    const label = wording.attachment.length * em
    const [text, first] = i === 0 ? [wording.attachment + item, 2 * em] : [item, 2 * em + label]
    write(sheet, 'P', text, body, { first, others: 2 * em + label + 1.2 * em })
  })
}

/** Office and day at the right, one centred over the other, never torn apart. */
function signOff(sheet: Sheet, { office: name, issuedAt, sealText }: LetterDescription): void {
  const rows: [string, Style][] = [
    [name, body],
    [dateOf(issuedAt), body],
  ]
  if (sealText) rows.push([sealText, small])
  const width = textWidth * 0.62
  const laid = rows.map(([text, style]) => ({ style, lines: layOut(sheet, text, style, width) }))
  need(sheet, body.lineHeight + laid.reduce((sum, { style, lines }) => sum + lines.length * style.lineHeight, 0))
  sheet.y += body.lineHeight
  const x = paper.left + textWidth - width
  for (const { style, lines } of laid) {
    const content = sheet.doc.markStructureContent('P')
    for (const line of lines) {
      drawLine(sheet, line, style, { x, y: sheet.y, width, align: 'centre' })
      sheet.y += style.lineHeight
    }
    sheet.doc.endMarkedContent()
    sheet.doc.addStructure(sheet.doc.struct('P', {}, [content]))
  }
}

/** `2026年11月26日` in Asia/Shanghai. */
function dateOf(at: Date): string {
  const [year, month, day] = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10).split('-')
  return wording.date(year!, month!, day!)
}

const qrSize = 88

/** The check code at the foot of the last page: to scan, to type, and why. */
function drawCheck(sheet: Sheet, { checkCode, checkUrl }: LetterDescription): void {
  const x = paper.left + qrSize + 18
  const width = textWidth - qrSize - 18
  const words: { style: Style; lines: ReturnType<typeof layOut> }[] = [
    [wording.checkCode, small] as const,
    [checkCode, code] as const,
    [wording.howToCheck, small] as const,
    [checkUrl, small] as const,
  ].map(([text, style]) => ({ style, lines: layOut(sheet, text, style, width) }))
  const height = Math.max(
    qrSize,
    words.reduce((sum, { style, lines }) => sum + lines.length * style.lineHeight, 0),
  )
  need(sheet, height + 32)
  const top = floor - height
  decorate(sheet, () => sheet.doc.rect(paper.left, top - 16, textWidth, 0.6).fill(colours.line))
  const figure = sheet.doc.markStructureContent('Figure')
  drawQrCode(sheet, checkUrl, paper.left, top)
  sheet.doc.endMarkedContent()
  sheet.doc.addStructure(sheet.doc.struct('Figure', { alt: wording.qrCode }, [figure]))
  let y = top
  for (const { style, lines } of words) {
    const content = sheet.doc.markStructureContent('P')
    for (const line of lines) {
      drawLine(sheet, line, style, { x, y, width })
      y += style.lineHeight
    }
    sheet.doc.endMarkedContent()
    sheet.doc.addStructure(sheet.doc.struct('P', {}, [content]))
  }
}

function drawQrCode({ doc }: Sheet, text: string, x: number, y: number): void {
  // The paper around is the quiet zone; the encoder insists on one of its own.
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 1 })
    .slice(1, -1)
    .map((row) => row.slice(1, -1))
  const size = qrSize / modules.length
  for (const [row, cells] of modules.entries())
    for (const [column, dark] of cells.entries()) if (dark) doc.rect(x + column * size, y + row * size, size, size)
  doc.fill(colours.ink)
}

/** The same on every page, so that a single sheet of paper finds its letter again. */
function drawFooters(sheet: Sheet, { number, checkCode }: LetterDescription): number {
  const pages = sheet.doc.bufferedPageRange().count
  for (let page = 0; page < pages; page += 1) {
    sheet.doc.switchToPage(page)
    decorate(sheet, () => {
      const at = { x: paper.left, y: paper.height - 52, width: textWidth }
      sheet.doc.rect(paper.left, at.y - 8, textWidth, 0.7).fill(colours.official)
      const put = (text: string, align: 'left' | 'right') => {
        const [line] = layOut(sheet, text, footer)
        if (line) drawLine(sheet, line, footer, { ...at, align })
      }
      put(wording.footer(number, checkCode), 'left')
      put(wording.page(page + 1, pages), 'right')
    })
  }
  return pages
}
