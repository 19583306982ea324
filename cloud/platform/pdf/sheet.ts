import PDFDocument from 'pdfkit'
import { type Fonts, openFonts, printable } from './fonts'
import { breakLines, type Line } from './lines'

/** A4 paper under a pen that moves down and takes a new page when one is full. Lengths in points (1/72 inch). */

export const paper = { width: 595.28, height: 841.89, left: 76, right: 76, top: 76, bottom: 78 }
export const textWidth = paper.width - paper.left - paper.right
export const floor = paper.height - paper.bottom

export const colours = { ink: '#1c1a17', second: '#5c564e', line: '#cfc8bd', ground: '#f6f3ee', official: '#c8102e' }

export interface Style {
  size: number
  lineHeight: number
  bold?: boolean
  colour?: string
}

export interface Sheet {
  doc: PDFKit.PDFDocument
  fonts: Fonts
  /** Where the next line begins, from the top of the page. */
  y: number
  /** Characters that no font has, in the order found. */
  missing: string[]
}

/** Opens a sheet whose bytes depend on nothing but what is put on it. */
export function openSheet(about: { title: string; author: string; createdAt: Date }): Sheet {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    tagged: true,
    displayTitle: true,
    info: { Title: about.title, Author: about.author, CreationDate: about.createdAt, ModDate: about.createdAt },
    // The default Helvetica would be one more font in each letter.
    font: '',
  })
  const sheet = { doc, fonts: openFonts(), y: paper.top, missing: [] }
  newPage(sheet)
  return sheet
}

/** Ends the sheet and gives its bytes. */
export function closeSheet({ doc }: Sheet): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
    doc.on('error', reject)
    doc.end()
  })
}

export function newPage(sheet: Sheet): void {
  sheet.doc.addPage()
  sheet.y = paper.top
}

/** Takes a new page unless `height` is free above the bottom margin. */
export function need(sheet: Sheet, height: number): void {
  if (sheet.y + height > floor) newPage(sheet)
}

/** The text broken for a width, with what cannot be printed made visible and remembered. */
export function layOut(
  sheet: Sheet,
  text: string,
  style: Style,
  width = textWidth,
  indents = { first: 0, others: 0 },
): Line[] {
  const { text: printed, missing } = printable(sheet.fonts, text)
  sheet.missing.push(...missing)
  choose(sheet, style)
  return breakLines(printed, width, (part) => sheet.doc.widthOfString(part), indents)
}

// Wider gaps than this are holes, not an even edge.
const widestGapEm = 0.08

/** Draws one line with its line box's top at `y`. `align` other than 'even' leaves the letters as they are. */
export function drawLine(
  sheet: Sheet,
  line: Line,
  style: Style,
  at: { x: number; y: number; width: number; align?: 'left' | 'centre' | 'right' | 'even' },
): void {
  if (!line.text) return
  const { doc } = sheet
  choose(sheet, style)
  const slack = at.width - line.indent - doc.widthOfString(line.text)
  const gaps = [...line.text].length - 1
  const even = at.align === 'even' && !line.last && gaps > 0 && slack / gaps <= widestGapEm * style.size
  const shift = at.align === 'centre' ? slack / 2 : at.align === 'right' ? slack : 0
  const glyphHeight = doc.currentLineHeight()
  doc.text(line.text, at.x + line.indent + shift, at.y + (style.lineHeight - glyphHeight) / 2, {
    lineBreak: false,
    characterSpacing: even ? slack / gaps : 0,
  })
}

/** Writes a text as one element of the document's structure, over as many pages as it takes. */
export function write(
  sheet: Sheet,
  role: 'H1' | 'P',
  text: string,
  style: Style,
  form: { align?: 'left' | 'centre' | 'right' | 'even'; first?: number; others?: number } = {},
): void {
  const indents = { first: form.first ?? 0, others: form.others ?? 0 }
  const lines = layOut(sheet, text, style, textWidth, indents)
  const element = sheet.doc.struct(role)
  lines.forEach((line, i) => {
    // Neither the first line of a paragraph alone at the foot of a page nor its last alone at the head of one.
    const together = (i === 0 && lines.length > 1) || i === lines.length - 2 ? 2 : 1
    need(sheet, together * style.lineHeight)
    element.add(sheet.doc.markStructureContent(role))
    drawLine(sheet, line, style, { x: paper.left, y: sheet.y, width: textWidth, align: form.align })
    sheet.doc.endMarkedContent()
    sheet.y += style.lineHeight
  })
  element.end()
  sheet.doc.addStructure(element)
}

/** Draws what only decorates: lines, grounds, page numbers. Readers for the blind pass over it. */
export function decorate(sheet: Sheet, draw: () => void): void {
  sheet.doc.markContent('Artifact')
  draw()
  sheet.doc.endMarkedContent()
}

function choose({ doc, fonts }: Sheet, { size, bold, colour }: Style): void {
  // pdfkit takes an opened fontkit font; its types know only names and bytes.
  const font = (bold ? fonts.bold : fonts.regular) as unknown as PDFKit.Mixins.PDFFontSource
  doc.font(font, bold ? 'bold' : 'regular', size).fillColor(colour ?? colours.ink)
}
