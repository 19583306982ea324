import type { Answers, SignUpStatus } from '../../../types/activity'
import { servesCounty } from '../../people/scope'
import type { Sql, Statement } from '../../platform/database'
import {
  type ActivityRecord,
  activityColumns,
  activityJoins,
  type SignUpRecord,
  signUpColumns,
  signUpJoins,
} from '../view/queries'

/** What organisers and approvers look at. Who may is in the statement itself. */

/** Activities the caller made, and those of the areas the caller administers (`areas`), latest start first. */
export async function selectManaged(
  sql: Sql,
  me: number,
  areas: readonly string[],
  status: string | undefined,
  after: { startsAt: string; id: number } | undefined,
  limit: number,
) {
  const part = (where: Statement<object[]>) => sql`
    select a.id, a.starts_at from activities a
     where ${where}
       and ${status === undefined ? sql`true` : status === 'ended' ? sql`(a.status = 'ended' or (a.status = 'published' and a.ends_at <= now()))` : sql`a.status = ${status}`}
       ${after ? sql`and (a.starts_at, a.id) < (${after.startsAt}::timestamptz, ${after.id})` : sql``}
     order by a.starts_at desc, a.id desc limit ${limit}`
  return sql<ActivityRecord[]>`
    with chosen as materialized (
      (${part(sql`a.created_by = ${me}`)}) union (${inAreas(sql, areas, part, sql`starts_at desc, id desc`, limit)})
      order by starts_at desc, id desc limit ${limit})
    select ${activityColumns(sql, me)} from chosen c join activities a on a.id = c.id ${activityJoins(sql)}
     order by a.starts_at desc, a.id desc`
}

/** The first rows under the areas: of each area by its own index, then of all; for a whole county in one go. */
function inAreas(
  sql: Sql,
  areas: readonly string[],
  part: (where: Statement<object[]>) => Statement<object[]>,
  order: Statement<object[]>,
  limit: number,
) {
  const codes = areas as string[]
  return servesCounty(areas)
    ? part(sql`a.area_code ^@ any (${codes}::text[])`)
    : sql`select n.* from areas_under(${codes}::text[]) s (code) cross join lateral (${part(sql`a.area_code = s.code`)}) n order by ${order} limit ${limit}`
}

/** Submissions in areas the caller administers (`areas`), oldest first; one row for a series. */
export async function selectSubmissions(
  sql: Sql,
  me: number,
  areas: readonly string[],
  after: { submittedAt: string; id: number } | undefined,
  limit: number,
) {
  const part = (where: Statement<object[]>) => sql`
    select a.id, a.submitted_at from activities a
     where a.status = 'submitted' and ${where}
       and not exists (select from activities e where e.series_id = a.series_id and e.status = 'submitted' and e.id < a.id)
       ${after ? sql`and (a.submitted_at, a.id) > (${after.submittedAt}::timestamptz, ${after.id})` : sql``}
     order by a.submitted_at, a.id limit ${limit}`
  return sql<(ActivityRecord & { submittedAt: Date; submittedBy: string; occurrences: number })[]>`
    with chosen as materialized (${inAreas(sql, areas, part, sql`submitted_at, id`, limit)})
    select ${activityColumns(sql, me)}, maker.nickname as "submittedBy",
           greatest(1, (select count(*)::int from activities o where o.series_id = a.series_id and o.status = 'submitted')) as occurrences
      from chosen c join activities a on a.id = c.id ${activityJoins(sql)} join people maker on maker.id = a.created_by
     order by a.submitted_at, a.id`
}

export interface RosterRow extends SignUpRecord {
  maskedPhone: string | null
  answers: Answers
  signedUpAt: Date
}

/** The roster of an activity the caller runs. */
export async function selectRoster(
  sql: Sql,
  activityId: number,
  status: SignUpStatus | undefined,
  after: number,
  limit: number,
) {
  return sql<RosterRow[]>`
    select ${signUpColumns(sql)}, p.masked_phone as "maskedPhone", s.answers, s.signed_up_at as "signedUpAt"
      from sign_ups s ${signUpJoins(sql)}
     where s.activity_id = ${activityId} and s.id > ${after} ${status === undefined ? sql`` : sql`and s.status = ${status}`}
     order by s.id limit ${limit}`
}

export async function selectTotals(sql: Sql, activityId: number) {
  const [row] = await sql<{ confirmed: number; waiting: number; requested: number; checkedIn: number }[]>`
    select coalesce(sum(party) filter (where status in ('confirmed', 'checkedIn', 'checkedOut', 'noShow')), 0)::int as confirmed,
           coalesce(sum(party) filter (where status = 'waitlisted'), 0)::int as waiting,
           coalesce(sum(party) filter (where status = 'requested'), 0)::int as requested,
           coalesce(sum(party) filter (where status in ('checkedIn', 'checkedOut')), 0)::int as "checkedIn"
      from sign_ups where activity_id = ${activityId}`
  return row ?? { confirmed: 0, waiting: 0, requested: 0, checkedIn: 0 }
}
