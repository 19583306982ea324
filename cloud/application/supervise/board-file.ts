import writeXlsxFile from 'write-excel-file/node'
import type { Rates } from './rate-queries'
import { boardWording as words } from './wording'

interface Board {
  total: Rates
  byDepartment: (Rates & { department: string })[]
  byCommunity: (Rates & { name: string })[]
  byMonth: (Rates & { month: string })[]
}

const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The board as an Excel workbook: a sheet each for departments, communities and months. Rates are numbers, shown as percentages. */
export async function boardFile(board: Board, day: string) {
  const head = [words.name, ...words.columns].map((value) => ({ value, type: String, fontWeight: 'bold' as const }))
  const number = (value: number | null, format: string) =>
    value === null ? { type: String, value: '' } : { type: Number, value, format }
  const line = (name: string, r: Rates) => [
    { type: String, value: name },
    number(r.decided, '0'),
    number(r.zeroVisitRate, '0.0%'),
    number(r.oneVisitRate, '0.0%'),
    number(r.exceptions, '0'),
    number(r.onTimeRate, '0.0%'),
    number(r.ratings, '0'),
    number(r.satisfiedRate, '0.0%'),
    number(r.averageDays, '0.0'),
  ]
  const total = line(words.all, board.total)
  const sheets = [
    { name: words.sheets.departments, rows: board.byDepartment.map((r) => line(r.department, r)) },
    { name: words.sheets.communities, rows: board.byCommunity.map((r) => line(r.name, r)) },
    { name: words.sheets.months, rows: board.byMonth.map((r) => line(r.month, r)) },
  ]
  const bytes = await writeXlsxFile(
    sheets.map(({ name, rows }) => ({
      data: [head, ...rows, total],
      sheet: name,
      columns: head.map((_, n) => ({ width: n === 0 ? 24 : 12 })),
      stickyRowsCount: 1,
    })),
  ).toBuffer()
  return { fileName: words.fileName(day), mimeType, base64: bytes.toString('base64') }
}
