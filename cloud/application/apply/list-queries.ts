import type { Sql } from '../../platform/database'

/** Which applications a list shows; what it shows of them is read by `selectApplicationsByIds`. */

/** Mine, those of people I may act for, and those I help with: as ids, so that the list itself stays one index scan each. */
const reach = (sql: Sql, me: number) => sql`
  select a.id from applications a where a.applicant_id = ${me}
  union
  select a.id from applications a where a.made_by = ${me} and a.made_by <> a.applicant_id and on_applicants_side(${me}::bigint, a)
  union
  select h.application_id from application_helpers h where h.helper_id = ${me} and h.ended_at is null and h.until_at > now()
  union
  select a.id from family_members f join applications a on a.applicant_id = f.person_id where f.helper_id = ${me} and f.ended_at is null`

export interface Mine {
  applicationId: number
  savedAt: Date | null
  asHelper: boolean
  /** Position in the list. */
  at: string
}

/** Under way by the nearest deadline, drafts by when they were saved, ended ones newest first. */
export async function selectMine(
  sql: Sql,
  me: number,
  when: 'underWay' | 'drafts' | 'ended',
  after: readonly [string, number] | undefined,
  limit: number,
): Promise<Mine[]> {
  const order =
    when === 'underWay'
      ? sql`coalesce(a.deadline_at, 'infinity')`
      : when === 'drafts'
        ? sql`to_timestamp(-extract(epoch from a.saved_at))`
        : sql`to_timestamp(-extract(epoch from a.changed_at))`
  const status =
    when === 'drafts'
      ? sql`a.status = 'draft'`
      : when === 'ended'
        ? sql`a.status in ('closed', 'withdrawn', 'lapsed', 'rated')`
        : sql`a.status not in ('draft', 'closed', 'withdrawn', 'lapsed', 'rated')`
  return sql<Mine[]>`
    select * from (
      select a.id as "applicationId", a.saved_at as "savedAt", a.applicant_id <> ${me} as "asHelper", ${order}::timestamptz::text as at
        from applications a where a.id in (${reach(sql, me)}) and ${status}) m
     where ${after ? sql`(m.at::timestamptz, m."applicationId") > (${after[0]}::timestamptz, ${after[1]}::bigint)` : sql`true`}
     order by m.at::timestamptz, m."applicationId" limit ${limit}`
}

export interface Task {
  applicationId: number
  kind: 'correct' | 'supply' | 'visit' | 'rate' | 'underWay'
  dueAt: Date | null
}

/** What needs me: what waits for my side first, then the nearest result. */
export async function selectTasks(sql: Sql, me: number, now: Date): Promise<Task[]> {
  return sql<Task[]>`
    with mine as materialized (select a.* from applications a where a.id in (${reach(sql, me)}) and a.status not in ('draft', 'withdrawn', 'lapsed', 'closed', 'rated'))
    select m.id as "applicationId", t.kind, t.due as "dueAt"
      from mine m cross join lateral (
        select 1 as rank, 'correct' as kind, m.deadline_at as due where m.status = 'correctionRequested'
        union all
        select 2, 'supply', m.defer_until where m.defer_until is not null
        union all
        select 3, 'visit', p.starts_at from appointments p
         where p.application_id = m.id and p.status = 'booked' and p.starts_at < ${now}::timestamptz + interval '36 hours'
        union all
        select 4, 'rate', null where m.status = 'delivered'
        union all
        select 5, 'underWay', m.deadline_at where m.status in ('submitted', 'accepted', 'conditionallyAccepted', 'deemedAccepted', 'inReview', 'suspended', 'approved', 'refused', 'underAppeal')
      ) t
     order by t.rank, t.due nulls last, m.id limit 20`
}

/** Cases of mine as staff that are due today or overdue. */
export async function countDueCases(sql: Sql, me: number, until: Date): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from applications
     where owner_id = ${me} and status not in ('closed', 'withdrawn', 'lapsed', 'correctionRequested') and deadline_at <= ${until}`
  return row?.n ?? 0
}
