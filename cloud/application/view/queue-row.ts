import type { PauseReason } from '../../../types/application'
import type { Sql } from '../../platform/database'
import { type Application, selectApplicationsByIds } from '../life/queries'
import { selectHelperKinds, selectOpenPauses, selectVisits } from './queries'
import { toRow } from './shape'

/** Rows of the staff's lists by id: what the applicant's list shows, and what has to be done next. */
export async function readQueueRows(sql: Sql, me: number, ids: readonly number[], now: Date) {
  const [applications, visits, pauses, helpers] = await Promise.all([
    selectApplicationsByIds(sql, ids),
    selectVisits(sql, ids),
    selectOpenPauses(sql, ids),
    selectHelperKinds(sql, ids),
  ])
  const row = (a: Application) => ({
    ...toRow(
      a,
      visits.get(a.applicationId) ?? 0,
      (pauses.get(a.applicationId) as PauseReason | undefined) ?? null,
      now,
    ),
    version: a.version,
    mine: a.ownerId === me,
    next: nextOf(a),
    escalation: a.escalation,
    helperKind: helpers.get(a.applicationId) ?? null,
  })
  return new Map(applications.map((a) => [a.applicationId, row(a)]))
}

type Next = 'firstLook' | 'corrected' | 'review' | 'decide' | 'deliver' | 'appeal' | 'wait'

/** What the staff has to do next, in one word for the list. */
export function nextOf({ status, round }: Pick<Application, 'status' | 'round'>): Next {
  switch (status) {
    case 'submitted':
      return round > 1 ? 'corrected' : 'firstLook'
    case 'accepted':
    case 'conditionallyAccepted':
    case 'deemedAccepted':
      return 'review'
    case 'inReview':
      return 'decide'
    case 'approved':
    case 'refused':
      return 'deliver'
    case 'underAppeal':
      return 'appeal'
    default:
      return 'wait'
  }
}
