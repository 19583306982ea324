import { InvalidInput } from './fault'

/** Keyset pages: a cursor names the last row seen, so a page costs the same however deep it is and never repeats a row. */

export const pageSize = 20

/** Encodes the sort values of the last row. */
export function toCursor(values: readonly (string | number | boolean)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** Decodes a cursor of `length` values; undefined for the first page. A cursor that we did not make is InvalidInput. */
export function fromCursor(
  cursor: string | undefined,
  kinds: readonly ('string' | 'number' | 'boolean')[],
): (string | number | boolean)[] | undefined {
  if (cursor === undefined) return undefined
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(values) && values.length === kinds.length && values.every((value, i) => sound(value, kinds[i])))
      return values
  } catch {
    // falls through: not one of ours
  }
  throw new InvalidInput([{ path: 'cursor', problem: '翻页位置不对' }])
}

const sound = (value: unknown, kind: string | undefined) => {
  if (kind === 'string') return typeof value === 'string' && !value.includes('\u0000')
  return kind === 'number' ? Number.isSafeInteger(value) : typeof value === 'boolean'
}

/** The id in a one-column cursor, 0 before the first page. */
export function idAfter(cursor: string | undefined): number {
  return (fromCursor(cursor, ['number'])?.[0] as number | undefined) ?? 0
}

/** Cuts `pageSize + 1` rows to a page and its cursor. */
export function toPage<Row>(
  rows: readonly Row[],
  key: (row: Row) => readonly (string | number | boolean)[],
): { rows: Row[]; nextCursor?: string } {
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return rows.length > pageSize && last ? { rows: page, nextCursor: toCursor(key(last)) } : { rows: page }
}
