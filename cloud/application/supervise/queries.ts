import { servesCounty } from '../../people/scope'
import { type Sql, type Statement, type Tx, verbatim } from '../../platform/database'
import { due, onDesk } from '../desk/queue-queries'
import type { Settings } from '../life/clock'

/** Overdue cases, visits opened by exception, and the settings. */

/** Overdue cases of the areas, the longest overdue first. Only what is on somebody's desk has a deadline. */
export async function selectOverdue(
  sql: Sql,
  areas: readonly string[],
  now: Date,
  after: readonly [string, number] | undefined,
  limit: number,
) {
  const codes = areas as string[]
  const part = (where: Statement<object[]>) => sql`
    select a.id, ${due} as at from applications a
     where ${where} and ${verbatim(onDesk('a'))} and ${due} < ${now}
       and ${after ? sql`(${due}, a.id) > (${after[0]}::timestamptz, ${after[1]}::bigint)` : sql`true`}
     order by ${due}, a.id limit ${limit}`
  const chosen = servesCounty(areas)
    ? part(sql`a.area_code ^@ any (${codes}::text[])`)
    : sql`select n.* from areas_under(${codes}::text[]) s (code) cross join lateral (${part(sql`a.area_code = s.code`)}) n order by n.at, n.id limit ${limit}`
  return sql<{ applicationId: number; at: string }[]>`
    select c.id as "applicationId", c.at::text as at from (${chosen}) c order by c.at, c.id`
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
     where ${before === 0 ? sql`true` : sql`x.id < ${before}`} and a.area_code ^@ any ((select served_areas(${me}::bigint, '{supervisor,communityAdmin}'))::text[])
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
