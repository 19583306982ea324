import { wording } from '../wording'

/** How one cell of a table becomes a value of an item and back. Reading throws a CellProblem. */

const words = wording.file

export class CellProblem extends Error {}

export interface CellKind {
  read(cell: string): unknown
  write(value: unknown): string
}

export const textCell: CellKind = { read: (cell) => cell, write: (value) => String(value) }

/** Digits, full width too, with or without 个工作日, 天, 个月 behind them. */
export const numberCell: CellKind = {
  read(cell) {
    const digits = /^(\d{1,6})(?:\.0+)?\s*(?:个?工作日|天|日|个?月)?$/.exec(cell.normalize('NFKC'))?.[1]
    if (digits === undefined) throw new CellProblem(words.problems.notANumber)
    return Number(digits)
  },
  write: (value) => String(value),
}

/** One of a few, by its Chinese name or its identifier. */
export function choiceCell(names: Readonly<Record<string, string>>): CellKind {
  return {
    read: (cell) => choiceOf(names, cell),
    write: (value) => names[String(value)] ?? String(value),
  }
}

/** Several of a few, with 、 between them. */
export function choicesCell(names: Readonly<Record<string, string>>): CellKind {
  return {
    read: (cell) => split(cell).map((part) => choiceOf(names, part)),
    write: (value) => (value as string[]).map((v) => names[v] ?? v).join('、'),
  }
}

/** Short words with 、 between them; 无: an empty list. Lists that hold a separator themselves are written as JSON. */
export const listCell: CellKind = {
  read: (cell) => (cell === words.none ? [] : cell.startsWith('[') ? jsonCell.read(cell) : split(cell)),
  write(value) {
    const list = value as string[]
    if (list.length === 0) return words.none
    const plain = list.join('、')
    return readsBack(listCell, plain, list) ? plain : JSON.stringify(list)
  },
}

/** Sentences, one a line of the cell; 无: an empty list. */
export const linesCell: CellKind = {
  read(cell) {
    if (cell === words.none) return []
    if (cell.startsWith('[')) return jsonCell.read(cell)
    return cell
      .split(/\r\n|[\r\n]/)
      .map((line) => line.trim())
      .filter(Boolean)
  },
  write(value) {
    const list = value as string[]
    if (list.length === 0) return words.none
    const plain = list.join('\n')
    return readsBack(linesCell, plain, list) ? plain : JSON.stringify(list)
  },
}

export const jsonCell: CellKind = {
  read(cell) {
    try {
      return JSON.parse(cell) as unknown
    } catch {
      throw new CellProblem(words.problems.notJson)
    }
  },
  write: (value) => JSON.stringify(value),
}

/** Whether a list can be written plainly: nothing in it looks like a separator, like 无 or like JSON. */
const readsBack = (kind: CellKind, plain: string, list: readonly string[]) =>
  !plain.startsWith('[') && JSON.stringify(kind.read(plain)) === JSON.stringify(list)

const split = (cell: string) =>
  cell
    .split(/[、,，;；|\n]/)
    .map((part) => part.trim())
    .filter(Boolean)

function choiceOf(names: Readonly<Record<string, string>>, cell: string): string {
  const found = Object.entries(names).find(([value, name]) => value === cell || name === cell)
  if (!found) throw new CellProblem(words.problems.notOneOf(Object.values(names)))
  return found[0]
}
