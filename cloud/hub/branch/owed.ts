import { dayOf } from '../../deadlines/working-days'
import type { Sql } from '../../platform/database'
import { selectHeld } from './meeting-queries'
import { owedMeetings } from './rules'

/** What a branch owes now, with the day for which the next of each kind is planned. */
export async function selectOwed(
  sql: Sql,
  branch: { branchId: number; foundedOn: string; committee: boolean; groups: boolean },
  now: Date,
) {
  const held = await selectHeld(sql, branch.branchId, now)
  const last = Object.fromEntries(held.flatMap(({ kind, lastOn }) => (lastOn === null ? [] : [[kind, lastOn]])))
  return owedMeetings(branch, last, dayOf(now)).map((owed) => ({
    ...owed,
    plannedOn: held.find((one) => one.kind === owed.kind)?.plannedOn ?? null,
  }))
}
