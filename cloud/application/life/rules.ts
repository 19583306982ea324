import { type Actor, type EventKind, type Status, transitions } from '../../../types/application'

/** The table of the contract, asked. Pure. */

interface Row {
  from: readonly Status[]
  to?: Status
  by: readonly Actor[]
}
const rowOf = (kind: EventKind): Row => transitions[kind]

/** Where an event leads from `from`; undefined where the table has no such step. */
export function statusAfter(kind: EventKind, from: Status): Status | undefined {
  const row = rowOf(kind)
  return row.from.includes(from) ? (row.to ?? from) : undefined
}

/** Whether an event can happen in `status`. */
export const isLawful = (kind: EventKind, status: Status): boolean => statusAfter(kind, status) !== undefined

/** Whether somebody acting as `actor` may bring an event about. */
export const mayBring = (kind: EventKind, actor: Actor): boolean => rowOf(kind).by.includes(actor)
