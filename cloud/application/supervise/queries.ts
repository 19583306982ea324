import type { Sql, Tx } from '../../platform/database'
import type { Settings } from '../life/clock'

/** Overdue cases, visits opened by exception, and the settings. */

/** Overdue cases of the caller's areas, the longest overdue first. */
export async function selectOverdue(
  sql: Sql,
  me: number,
  now: Date,
  after: readonly [string, number] | undefined,
  limit: number,
) {
  return sql<{ applicationId: number; at: string; escalation: 0 | 1 | 2 }[]>`
    select a.id as "applicationId", a.deadline_at::text as at, a.escalation from applications a
     where a.deadline_at < ${now} and a.status not in ('draft', 'closed', 'withdrawn', 'lapsed')
       and has_role(${me}::bigint, '{supervisor,communityAdmin,approver}', a.area_code)
       and ${after ? sql`(a.deadline_at, a.id) > (${after[0]}::timestamptz, ${after[1]}::bigint)` : sql`true`}
     order by a.deadline_at, a.id limit ${limit}`
}

export interface ExceptionRow {
  exceptionId: number
  applicationId: number
  number: string
  itemName: string
  department: string
  reason: string
  apology: string
  by: string
  at: Date
}

export async function selectExceptions(sql: Sql, me: number, before: number, limit: number): Promise<ExceptionRow[]> {
  return sql<ExceptionRow[]>`
    select x.id as "exceptionId", a.id as "applicationId", a.number, a.item_name as "itemName", a.department, x.reason, x.apology, p.nickname as by, x.at
      from visit_exceptions x join applications a on a.id = x.application_id join people p on p.id = x.by
     where (${before} = 0 or x.id < ${before}) and has_role(${me}::bigint, '{supervisor,communityAdmin}', a.area_code)
     order by x.id desc limit ${limit}`
}

/** Opens one more visit; false when it is open already. */
export async function insertException(
  tx: Tx,
  x: { applicationId: number; visit: number; reason: string; apology: string; by: number; at: Date },
): Promise<boolean> {
  const rows = await tx`
    insert into visit_exceptions (application_id, opens_visit, reason, apology, by, at)
    values (${x.applicationId}, ${x.visit}, ${x.reason}, ${x.apology}, ${x.by}, ${x.at}) on conflict (application_id, opens_visit) do nothing returning 1`
  return rows.length > 0
}

export async function updateSettings(tx: Tx, s: Settings): Promise<void> {
  await tx`
    update application_settings
       set notice_days = ${s.noticeDays}, delivery_days = ${s.deliveryDays}, call_back_days = ${s.callBackDays}, appeal_days = ${s.appealDays},
           appeal_answer_days = ${s.appealAnswerDays}, close_days = ${s.closeDays}, escalate_days = ${s.escalateDays}`
}
