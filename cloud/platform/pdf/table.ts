import type { Line } from './lines'
import { colours, decorate, drawLine, floor, layOut, newPage, paper, type Sheet, type Style, textWidth } from './sheet'

export interface Table {
  /** `share` of the width. Without any heading there is no head row: the first column names what the others hold. */
  columns: { heading?: string; share: number }[]
  rows: string[][]
}

const cell: Style = { size: 11.5, lineHeight: 19 }
const headCell: Style = { ...cell, bold: true }
const padding = { x: 8, y: 6 }

interface Column {
  x: number
  width: number
  style: Style
}

/** Draws a table. Rows run over pages line by line, however long a cell is; the head row is drawn again on each page. */
export function drawTable(sheet: Sheet, table: Table): void {
  const headed = table.columns.some((column) => column.heading)
  const columns = place(table.columns, headed)
  const headColumns = columns.map((column) => ({ ...column, style: headCell }))
  const headings = table.columns.map((column) => column.heading ?? '')
  const head = headed ? cells(sheet, headings, headColumns) : undefined
  const structure = sheet.doc.struct('Table')
  const drawHead = (again: boolean) => {
    if (head) drawBand(sheet, again ? undefined : structure, headColumns, head)
  }
  if (sheet.y + bandHeight(head ?? []) + bandHeight([[]]) > floor) newPage(sheet)
  drawHead(false)
  for (const row of table.rows) {
    let left = cells(sheet, row, columns)
    // A row that would fit a page of its own stays whole.
    const whole = bandHeight(left)
    if (sheet.y + whole > floor && whole < (floor - paper.top) / 2) {
      newPage(sheet)
      drawHead(true)
    }
    while (left.some((lines) => lines.length > 0)) {
      const room = Math.floor((floor - sheet.y - 2 * padding.y) / cell.lineHeight)
      if (room < 1) {
        newPage(sheet)
        drawHead(true)
        continue
      }
      drawBand(
        sheet,
        structure,
        columns,
        left.map((lines) => lines.slice(0, room)),
      )
      left = left.map((lines) => lines.slice(room))
    }
  }
  structure.end()
  sheet.doc.addStructure(structure)
}

function place(columns: Table['columns'], headed: boolean): Column[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  let x = paper.left
  return columns.map(({ share }, i) => {
    const width = (textWidth * share) / total
    const column = { x, width, style: !headed && i === 0 ? headCell : cell }
    x += width
    return column
  })
}

function cells(sheet: Sheet, texts: string[], columns: Column[]): Line[][] {
  return columns.map(({ width, style }, i) => layOut(sheet, texts[i] ?? '', style, width - 2 * padding.x))
}

function bandHeight(row: Line[][]): number {
  return Math.max(1, ...row.map((lines) => lines.length)) * cell.lineHeight + 2 * padding.y
}

/** Draws as much of a row as fits the page: grounds and lines first, then the words. */
function drawBand(
  sheet: Sheet,
  structure: PDFKit.PDFStructureElement | undefined,
  columns: Column[],
  row: Line[][],
): void {
  const { doc } = sheet
  const height = bandHeight(row)
  const top = sheet.y
  decorate(sheet, () => {
    for (const { x, width, style } of columns) if (style.bold) doc.rect(x, top, width, height).fill(colours.ground)
    doc.lineWidth(0.6).strokeColor(colours.line)
    for (const { x, width } of columns) doc.rect(x, top, width, height).stroke()
  })
  // An element that is never put into the structure would keep the document from ending.
  const tr = structure && doc.struct('TR')
  for (const [i, { x, width, style }] of columns.entries()) {
    const role = style.bold ? 'TH' : 'TD'
    const drawWords = () => {
      for (const [n, line] of (row[i] ?? []).entries())
        drawLine(sheet, line, style, {
          x: x + padding.x,
          y: top + padding.y + n * style.lineHeight,
          width: width - 2 * padding.x,
        })
    }
    if (!tr) {
      decorate(sheet, drawWords)
      continue
    }
    const content = doc.markStructureContent(role)
    drawWords()
    doc.endMarkedContent()
    tr.add(doc.struct(role, {}, [content]))
  }
  if (tr) structure.add(tr)
  sheet.y += height
}
