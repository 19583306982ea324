import type { Row } from '../shapes'

/** What a row of the board is, and in which order: pure, so that list, map and table say the same. */

export const groups = ['lacking', 'waiting', 'taken'] as const
export type Group = (typeof groups)[number]

/** Under way, and how far. */
export function groupOf({ status, people, pairs }: Row): Group {
  if (status === 'assigned' || status === 'inService' || status === 'done') return 'taken'
  return status === 'offered' && pairs.length >= people ? 'waiting' : 'lacking'
}

export const comingTo = ({ pairs }: Row): number => pairs.filter(({ coming }) => coming !== null).length
/** Places for which nobody was even asked. */
export const missingIn = (row: Row): number => Math.max(0, row.people - row.pairs.length)

/** By when the first of those who were asked has to answer. */
export function answerBy({ pairs }: Row): Date | undefined {
  const times = pairs.filter(({ coming }) => coming === null).map((pair) => pair.answerBy.getTime())
  return times.length > 0 ? new Date(Math.min(...times)) : undefined
}

/** In the order of the board within each group. */
export function grouped(rows: readonly Row[]): Record<Group, Row[]> {
  const found: Record<Group, Row[]> = { lacking: [], waiting: [], taken: [] }
  for (const row of rows) found[groupOf(row)].push(row)
  return found
}

/** As they are walked through with the keys: as they stand. */
export const inOrder = (rows: readonly Row[]): Row[] => {
  const found = grouped(rows)
  return groups.flatMap((group) => found[group])
}

/** The numbers by which requests are told apart on list, map and table: in the order in which they were asked. */
export function numbersOf(rows: readonly Row[]): ReadonlyMap<number, number> {
  const ids = rows.map(({ helpRequestId }) => helpRequestId).sort((a, b) => a - b)
  return new Map(ids.map((id, n) => [id, n + 1]))
}

/** What is different when a request has moved: its status, its people, their answers. */
export const movedKey = (row: Row | undefined): string =>
  row ? `${row.status}/${row.ownerName}/${row.pairs.map((p) => `${p.offerId}${p.status}${p.coming}`).join()}` : ''
