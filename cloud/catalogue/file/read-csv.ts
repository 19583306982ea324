import { type CsvError, type Info, parse } from 'csv-parse/sync'
import { wording } from '../wording'
import { CellProblem } from './cells'
import { type Column, columnOf, headingOf, neededColumns } from './columns'
import { type FileRead, nothingRead, readItem } from './read-row'

const words = wording.file.problems

/**
 * Reads the catalogue from a table (RFC 4180), row by row, and reports every problem with its line. What Excel leaves in files is understood: a
 * mark at the beginning, `sep=`, semicolons or tabs for commas, empty rows and columns, an apostrophe before what looks like a formula.
 */
export function readCsv(text: string): FileRead {
  const read = nothingRead()
  const [head, ...rows] = parseRows(text, read)
  if (!head) {
    if (read.problems.length === 0) read.problems.push({ line: 1, code: null, path: '', problem: words.empty })
    return read
  }
  const columns = readHead(head, read)
  for (const row of rows) readRow(row, columns, head.cells.length, read)
  if (rows.length === 0) read.problems.push({ line: head.line, code: null, path: '', problem: words.empty })
  return read
}

interface Row {
  line: number
  cells: string[]
}

function parseRows(text: string, into: FileRead): Row[] {
  // The line that tells Excel the separator stays as an empty one, so that lines keep their numbers.
  const body = text.replace(/^\ufeff/, '').replace(/^"?sep=.?"?(?=\r?\n)/i, '')
  const noteError = (error: CsvError): undefined => {
    const line = Number((error as { lines?: number }).lines ?? 1)
    into.problems.push({ line, code: null, path: '', problem: words.quotes })
  }
  try {
    const records = parse(body, {
      delimiter: delimiterOf(body),
      info: true,
      relax_column_count: true,
      skip_records_with_error: true,
      on_skip: (error) => (error ? noteError(error) : undefined),
    }) as unknown as { record: string[]; info: Info }[]
    return records
      .map(({ record, info }) => ({
        // The parser counts the line a record ends on.
        line: info.lines - record.join('').split('\n').length + 1,
        cells: record.map(withoutApostrophe),
      }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
  } catch (error) {
    noteError(error as CsvError)
    return []
  }
}

/** The separator that the heading uses most. */
function delimiterOf(body: string): string {
  const heading = body.trimStart().split(/\r?\n/, 1)[0] ?? ''
  const times = (separator: string) => heading.split(separator).length
  return [',', '\t', ';'].reduce((best, next) => (times(next) > times(best) ? next : best))
}

const withoutApostrophe = (cell: string) => cell.trim().replace(/^'(?='*[=+\-@\t\r])/, '')

function readHead({ line, cells }: Row, into: FileRead): (Column | undefined)[] {
  const found = cells.map(columnOf)
  const note = (path: string, problem: string) => into.problems.push({ line, code: null, path, problem })
  cells.forEach((cell, at) => {
    if (cell !== '' && !found[at]) note(cell, words.unknownColumn)
    if (found[at] && found.indexOf(found[at]) < at) note(cell, words.columnTwice)
  })
  for (const needed of neededColumns) if (!found.includes(needed)) note(needed.title, words.missingColumn(needed.title))
  return found
}

function readRow({ line, cells }: Row, columns: readonly (Column | undefined)[], width: number, into: FileRead): void {
  const raw: Record<string, unknown> = {}
  const code = cells[columns.findIndex((column) => column?.id === 'code')] ?? null
  const note = (path: string, problem: string) => into.problems.push({ line, code, path, problem })
  const broken = new Set<string>()
  cells.forEach((cell, at) => {
    const column = columns[at]
    if (cell === '') return
    if (at >= width) note('', words.tooManyCells)
    if (!column) return
    try {
      put(raw, column.path, column.cell.read(cell))
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error
      note(column.title, error.message)
      broken.add(column.title)
    }
  })
  const before = into.problems.length
  readItem(into, line, raw, headingOf)
  // A cell that could not be read is not also missing.
  into.problems.splice(
    before,
    Number.POSITIVE_INFINITY,
    ...into.problems.slice(before).filter((p) => !broken.has(p.path)),
  )
}

function put(raw: Record<string, unknown>, path: string, value: unknown): void {
  const [outer = '', inner] = path.split('.')
  if (inner === undefined) raw[outer] = value
  else raw[outer] = { ...(raw[outer] as object | undefined), [inner]: value }
}
