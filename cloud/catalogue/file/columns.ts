import { wording } from '../wording'
import { type CellKind, choiceCell, choicesCell, jsonCell, linesCell, listCell, numberCell, textCell } from './cells'

/** The columns of the catalogue as a table: one row an item, simple parts as they are, nested parts as JSON. */

export interface Column {
  /** Where the value is in the item: `window.place`. */
  path: string
  /** Identifier, taken as a heading too. */
  id: string
  /** Heading that the export writes. */
  title: string
  cell: CellKind
}

const { columns: titles, kinds, lifeEvents, deliveries } = wording.file

const column = (id: keyof typeof titles, cell: CellKind, path: string = id): Column => ({
  path,
  id,
  title: titles[id],
  cell,
})

export const columns: readonly Column[] = [
  column('code', textCell),
  column('name', textCell),
  column('department', textCell),
  column('summary', textCell),
  column('kind', choiceCell(kinds)),
  column('statutoryLimit', numberCell),
  column('promisedLimit', numberCell),
  column('lifeEvents', choicesCell(lifeEvents)),
  column('aliases', listCell),
  column('conditions', linesCell),
  column('windowPlace', textCell, 'window.place'),
  column('windowHours', textCell, 'window.hours'),
  column('windowPhone', textCell, 'window.phone'),
  column('resultName', textCell, 'result.name'),
  column('resultDeliveries', choicesCell(deliveries), 'result.deliveries'),
  column('resultWords', textCell, 'result.words'),
  column('fees', jsonCell),
  column('visits', jsonCell),
  column('guidance', jsonCell),
  column('notEligible', jsonCell),
  column('documents', jsonCell),
  column('form', jsonCell),
  column('legalBasis', jsonCell),
  column('reviews', jsonCell),
  column('correctionDays', numberCell),
  column('deferDays', numberCell),
  column('retentionMonths', numberCell),
]

/** Columns no row can do without. */
export const neededColumns = columns.filter(({ id }) => id === 'code' || id === 'name' || id === 'department')

/** The column a heading means, by title or identifier; Excel leaves spaces around. */
export function columnOf(heading: string): Column | undefined {
  const plain = heading.normalize('NFKC').replace(/[\s*]/g, '')
  return columns.find(({ id, title }) => title === plain || id.toLowerCase() === plain.toLowerCase())
}

/** The heading under which a problem at a path of the item is shown: 承诺时限, 材料 0.name. */
export function headingOf(path: string): string {
  const owner = columns.find((c) => path === c.path || path.startsWith(`${c.path}.`))
  if (!owner) return path
  const rest = path.slice(owner.path.length + 1)
  return rest ? `${owner.title} ${rest}` : owner.title
}
