import type { PauseReason } from '../../../types/application'
import { dayOf, explainDeadline, lightOf, workingDaysLeft } from '../../deadlines/working-days'
import type { ApplicationPause } from '../life/clock'
import type { Application } from '../life/queries'

/** From rows to what the contract shows. Pure. */

/** The clock of a case: its light, what is waited for, and how many working days are left. */
export function clockOf(
  a: Pick<Application, 'status' | 'deadlineKind' | 'deadlineAt'>,
  pausedFor: PauseReason | null,
  now: Date,
) {
  const { deadlineAt, deadlineKind } = a
  return {
    light: lightOf(now, deadlineAt, a.status === 'suspended'),
    kind: deadlineKind,
    deadlineAt,
    daysLeft: deadlineAt && workingDaysLeft(now, deadlineAt),
    pausedFor: a.status === 'suspended' ? pausedFor : null,
  }
}

/** One row of a list of applications. */
export function toRow(a: Application, visits: number, pausedFor: PauseReason | null, now: Date) {
  return {
    applicationId: a.applicationId,
    number: a.number,
    itemCode: a.itemCode,
    itemName: a.itemName,
    status: a.status,
    applicantName: a.applicantName,
    ownerName: a.ownerName,
    department: a.department,
    clock: clockOf(a, pausedFor, now),
    submittedAt: a.submittedAt,
    changedAt: a.changedAt,
    visits,
  }
}

/** "Why is my deadline 11-26?", day by day. Null where no clock of working days runs. */
export function explain(a: Application, pauses: readonly ApplicationPause[], now: Date) {
  if (!a.clockStartedAt || !a.clockLimit) return null
  if (!a.deadlineKind && a.status !== 'suspended') return null
  const held = pauses.map(({ from, until, why }) => ({ from, until, reason: why }))
  const { deadline, rows, restsOnUnpublished } = explainDeadline(a.clockStartedAt, a.clockLimit, held, now)
  return {
    limit: a.clockLimit,
    startedOn: dayOf(a.clockStartedAt),
    deadlineAt: deadline,
    rows: rows.map((row) => ({ ...row, nth: row.nth ?? null })),
    published: !restsOnUnpublished,
  }
}
