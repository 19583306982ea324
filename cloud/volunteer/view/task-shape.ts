import type { MatchReason, OfferCard, TaskDetail } from '../../../types/volunteer'
import { type Keys, open } from '../../platform/crypto'
import type { Sql } from '../../platform/database'
import { selectMessages } from './queries'
import { actionsOfVolunteer } from './rules'
import * as queries from './task-queries'

/** Offers and tasks as the contract gives them out. */

const walkMinutes = (reasons: readonly MatchReason[]): number | null => {
  const near = reasons.find((one) => one.kind === 'near')
  return near ? near.walkMinutes : null
}

export const cardOf = ({ from, until, ...row }: queries.OfferCardRow): OfferCard => ({
  ...row,
  span: { from, until },
  walkMinutes: walkMinutes(row.reasons),
})

/** One task of mine; undefined when it is not, or not any more. */
export async function readTask(
  sql: Sql,
  me: number,
  assignmentId: number,
  keys: Keys,
  now: Date,
): Promise<TaskDetail | undefined> {
  const row = await queries.selectOptionalTask(sql, me, assignmentId, now)
  if (!row) return undefined
  const messages = await selectMessages(sql, me, row.helpRequestId, true)
  const { from, until, addressCipher, areaCode: _, past: __, ...rest } = row
  return {
    ...rest,
    span: { from, until },
    address: addressCipher ? open(keys.field, addressCipher) : null,
    messages,
    allowedActions: actionsOfVolunteer(row, row.requestStatus, now),
  }
}
