import { type CsvError, type Info, parse } from 'csv-parse/sync'
import * as v from 'valibot'
import { door, householdPhone, type LinkReason, linkReasons, peopleCount } from '../../../types/hub'
import { areaCode, latitude, longitude } from '../../../types/operation'
import { textOf } from '../../platform/text-of'
import { hubWording } from '../wording'

const words = hubWording.problems
const titles = hubWording.columns
type ColumnId = keyof typeof titles
const ids = Object.keys(titles) as ColumnId[]
const needed: readonly ColumnId[] = ['areaCode', 'door', 'people', 'reason']

export interface FileProblem {
  line: number
  /** Heading of the column, empty for the whole line. */
  path: string
  problem: string
}

export interface FileHousehold {
  line: number
  areaCode: string
  door: string
  people: number
  phone?: string | undefined
  reason: LinkReason
  lat?: number | undefined
  lng?: number | undefined
}

const shape = v.object({
  areaCode,
  door,
  people: peopleCount,
  phone: v.optional(householdPhone),
  reason: v.picklist(linkReasons),
  lat: v.optional(latitude),
  lng: v.optional(longitude),
})

/**
 * Reads households from a table (RFC 4180) as Excel saves it, row by row, and reports every problem with its line; households are given only when there is
 * none.
 */
export function readHouseholds(bytes: Uint8Array): { rows: FileHousehold[]; problems: FileProblem[] } {
  const problems: FileProblem[] = []
  const text = textOf(bytes)
  if (text === undefined) return { rows: [], problems: [{ line: 1, path: '', problem: words.notText }] }
  // The parser counts a break inside quotes twice when it is two characters.
  const [head, ...body] = parseRows(text.replaceAll('\r\n', '\n'), problems)
  if (!head) {
    problems.push({ line: 1, path: '', problem: words.empty })
    return { rows: [], problems }
  }
  const columns = readHead(head, problems)
  if (problems.length > 0) return { rows: [], problems }
  if (body.length === 0) problems.push({ line: head.line, path: '', problem: words.empty })
  const rows = body.flatMap((row) => readRow(row, columns, problems) ?? [])
  return { rows, problems: problems.sort((a, b) => a.line - b.line) }
}

interface Row {
  line: number
  cells: string[]
}

function parseRows(text: string, problems: FileProblem[]): Row[] {
  const note = (error: CsvError) =>
    problems.push({ line: Number((error as { lines?: number }).lines ?? 1), path: '', problem: words.quotes })
  const first = text.trimStart().split(/\r?\n/, 1)[0] ?? ''
  const times = (separator: string) => first.split(separator).length
  const delimiter = [',', '\t', ';'].reduce((best, next) => (times(next) > times(best) ? next : best))
  try {
    const records = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_records_with_error: true,
      on_skip: (error) => (error ? void note(error) : undefined),
    }) as unknown as { record: string[]; info: Info }[]
    return records
      .map(({ record, info }) => ({
        // The parser counts the line a record ends on.
        line: info.lines - record.join('').split('\n').length + 1,
        // Excel puts an apostrophe before digits that shall stay text.
        cells: record.map((cell) => cell.trim().replace(/^'/, '')),
      }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
  } catch (error) {
    note(error as CsvError)
    return []
  }
}

function readHead({ line, cells }: Row, problems: FileProblem[]): (ColumnId | undefined)[] {
  const found = cells.map((cell) => {
    const plain = cell.normalize('NFKC').replace(/[\s*]/g, '')
    return ids.find((id) => titles[id] === plain || id.toLowerCase() === plain.toLowerCase())
  })
  cells.forEach((cell, at) => {
    const column = found[at]
    if (cell !== '' && !column) problems.push({ line, path: cell, problem: words.unknownColumn })
    if (column && found.indexOf(column) < at) problems.push({ line, path: cell, problem: words.columnTwice })
  })
  for (const id of needed)
    if (!found.includes(id)) problems.push({ line, path: titles[id], problem: words.missingColumn(titles[id]) })
  return found
}

function readRow({ line, cells }: Row, columns: readonly (ColumnId | undefined)[], problems: FileProblem[]) {
  const before = problems.length
  const note = (path: string, problem: string) => void problems.push({ line, path, problem })
  const raw: Record<string, unknown> = {}
  cells.forEach((cell, at) => {
    if (cell === '') return
    const column = columns[at]
    if (column) raw[column] = cellValue(column, cell, note)
    else note('', words.tooManyCells)
  })
  for (const id of needed) if (!(id in raw)) note(titles[id], words.missing)
  if ('lat' in raw !== 'lng' in raw) note(titles.lat, words.latWithoutLng)
  if (problems.length > before) return undefined
  const read = v.safeParse(shape, raw)
  if (read.success) return [{ line, ...read.output }]
  for (const issue of read.issues) {
    const column = issue.path?.[0]?.key as ColumnId | undefined
    note(column ? titles[column] : '', issue.message)
  }
  return undefined
}

function cellValue(column: ColumnId, cell: string, note: (path: string, problem: string) => void): unknown {
  if (column === 'people' || column === 'lat' || column === 'lng') {
    const digits = /^(-?\d{1,4}(?:\.\d{1,12})?)\s*人?$/.exec(cell.normalize('NFKC'))?.[1]
    if (digits === undefined) note(titles[column], words.notANumber)
    return Number(digits)
  }
  if (column !== 'reason') return cell.normalize('NFKC')
  const found = linkReasons.find((reason) => reason === cell || hubWording.reasons[reason] === cell)
  if (!found) note(titles.reason, words.notOneOf(Object.values(hubWording.reasons)))
  return found
}
