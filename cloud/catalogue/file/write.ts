import { stringify } from 'csv-stringify/sync'
import type { FileItem } from '../take-in'
import { columns } from './columns'

/** Writes the catalogue as files that the import takes back as they are. */

/** A table for Excel: UTF-8 with its mark, lines ending as RFC 4180 says, nothing that Excel would run as a formula. */
export function writeCsv(items: readonly FileItem[]): string {
  const rows = items.map((item) => columns.map(({ path, cell }) => cellOf(get(item, path), cell.write)))
  return stringify([columns.map(({ title }) => title), ...rows], { bom: true, record_delimiter: 'windows' })
}

/** JSON for other systems, readable by people. */
export function writeJson(items: readonly FileItem[]): string {
  return `${JSON.stringify(
    items.map(({ code, draft }) => ({ code, ...draft })),
    null,
    2,
  )}\n`
}

function cellOf(value: unknown, write: (value: unknown) => string): string {
  if (value === undefined || value === null) return ''
  return write(value).replace(/^(?='*[=+\-@\t\r])/, "'")
}

function get({ code, draft }: FileItem, path: string): unknown {
  return path.split('.').reduce<unknown>((inside, part) => (inside as Record<string, unknown> | undefined)?.[part], {
    code,
    ...draft,
  })
}
