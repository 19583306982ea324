import type { ActivityKind, PhotoState } from '../../../types/activity'
import type { Sql, Statement } from '../../platform/database'
import {
  type ActivityRecord,
  activityColumns,
  activityJoins,
  type SignUpRecord,
  signUpColumns,
  signUpJoins,
} from '../view/queries'

/** Statements behind lists, the calendar and what needs me today. */

export interface ListFilter {
  me: number
  /** The area that counts as "here": the one asked for, else where I live; empty in a strange county. */
  here: string
  onlyHere: boolean
  kind?: ActivityKind
  /** Only this day in Asia/Shanghai, and not before `from`. */
  day?: string
  from?: string
}

type Position = { elsewhere: boolean; startsAt: string; id: number }

/** Published activities that have not ended: here first, then around, by start and id, after a position. */
export async function selectList(sql: Sql, filter: ListFilter, after: Position | undefined, limit: number) {
  const { me, here, kind, day, from } = filter
  const part = (elsewhere: boolean, where: Statement<object[]>) => sql`
    select a.id, a.starts_at from activities a
     where a.status = 'published' and a.ends_at > now() and ${where}
       ${kind === undefined ? sql`` : sql`and a.kind = ${kind}`}
       ${day === undefined ? sql`` : sql`and a.starts_at >= ${day}::date and a.starts_at < ${day}::date + 1`}
       ${from === undefined ? sql`` : sql`and a.starts_at >= ${from}::date`}
       ${after && after.elsewhere === elsewhere ? sql`and (a.starts_at, a.id) > (${after.startsAt}::timestamptz, ${after.id})` : sql``}
     order by a.starts_at, a.id limit ${limit}`
  // Index scans, each cut at the limit, instead of a sort of the whole county: of every area under `here`, and of all that lies elsewhere.
  // Under the county's own code there is nothing elsewhere, which the areas know without reading its activities.
  const outside = sql`exists (select from areas o where o.code < ${here} or o.code >= ${here} || ':') and not starts_with(a.area_code, ${here})`
  const around = sql`(${part(true, outside)})`
  const near =
    here.length <= 6
      ? part(false, sql`starts_with(a.area_code, ${here})`)
      : sql`select n.* from areas_under(array[${here}]) s (code) cross join lateral (${part(false, sql`a.area_code = s.code`)}) n
             order by n.starts_at, n.id limit ${limit}`
  const skipHere = after?.elsewhere === true
  const skipElsewhere = filter.onlyHere || here === ''
  const chosen = skipHere
    ? sql`(select e.*, true as elsewhere from ${around} e)`
    : skipElsewhere
      ? sql`(select h.*, false as elsewhere from (${near}) h)`
      : sql`(select h.*, false as elsewhere from (${near}) h union all select e.*, true from ${around} e)`
  return sql<(ActivityRecord & { elsewhere: boolean })[]>`
    with chosen as materialized (${chosen} order by elsewhere, starts_at, id limit ${limit})
    select ${activityColumns(sql, me)}, c.elsewhere
      from chosen c join activities a on a.id = c.id ${activityJoins(sql)}
     order by c.elsewhere, a.starts_at, a.id`
}

/** How many activities each day of the month holds. */
export async function selectCalendar(sql: Sql, month: string, here: string, kind: ActivityKind | undefined) {
  return sql<{ day: string; activities: number }[]>`
    select to_char(starts_at, 'YYYY-MM-DD') as day, count(*)::int as activities from activities
     where status = 'published' and starts_with(area_code, ${here}) ${kind === undefined ? sql`` : sql`and kind = ${kind}`}
       and starts_at >= date_trunc('month', ${month}::date) and starts_at < date_trunc('month', ${month}::date) + interval '1 month'
     group by 1 order by 1`
}

/** Where a person lives, as an area code; empty when unknown. */
export async function selectHome(sql: Sql, personId: number): Promise<string> {
  const [row] = await sql<{ code: string | null }[]>`select community_code as code from people where id = ${personId}`
  return row?.code ?? ''
}

/** Pairs of activity and sign-up, for 我的活动. `coming`: not over and alive; `past`: the rest. */
export async function selectMine(
  sql: Sql,
  me: number,
  when: 'coming' | 'past',
  after: { startsAt: string; id: number } | undefined,
  limit: number,
) {
  const coming = when === 'coming'
  const order = coming ? sql`starts_at, id` : sql`starts_at desc, id desc`
  const alive = sql`(s.ends_at > now() and s.status not in ('cancelled', 'rejected', 'checkedOut') and a.status = 'published')`
  const beyond = after
    ? coming
      ? sql`and (s.starts_at, s.id) > (${after.startsAt}::timestamptz, ${after.id})`
      : sql`and (s.starts_at, s.id) < (${after.startsAt}::timestamptz, ${after.id})`
    : sql``
  // Own ones and those made for others each have their index in this order.
  const part = (whose: Statement<object[]>) => sql`
    (select s.id, s.activity_id, s.starts_at from sign_ups s join activities a on a.id = s.activity_id
      where ${whose} and ${coming ? alive : sql`not ${alive}`} ${beyond}
      order by ${coming ? sql`s.starts_at, s.id` : sql`s.starts_at desc, s.id desc`} limit ${limit})`
  return sql<{ signUpId: number; activityId: number }[]>`
    select m.id as "signUpId", m.activity_id as "activityId"
      from (${part(sql`s.person_id = ${me}`)} union all ${part(sql`s.signed_up_by = ${me} and s.signed_up_by <> s.person_id`)}) m
     order by ${order} limit ${limit}`
}

export async function selectActivitiesByIds(sql: Sql, me: number, ids: readonly number[]) {
  return sql<ActivityRecord[]>`
    select ${activityColumns(sql, me)} from activities a ${activityJoins(sql)} where a.id = any (${ids as number[]}::bigint[])`
}

export async function selectSignUpsByIds(sql: Sql, ids: readonly number[]) {
  return sql<
    SignUpRecord[]
  >`select ${signUpColumns(sql)} from sign_ups s ${signUpJoins(sql)} where s.id = any (${ids as number[]}::bigint[])`
}

/** Sign-ups that want something of me: promotions to answer, what is on until tomorrow night, what I wait for, what I may rate. */
export async function selectSignUpTasks(sql: Sql, me: number) {
  return sql<
    {
      kind: 'answerPromotion' | 'attend' | 'waiting' | 'rate'
      signUpId: number
      activityId: number
      dueAt: Date | null
    }[]
  >`
    select case when s.answer_by > now() then 'answerPromotion'
                when s.status in ('confirmed', 'checkedIn') and a.ends_at > now() then 'attend'
                when s.status = 'waitlisted' then 'waiting' else 'rate' end as kind,
           s.id as "signUpId", a.id as "activityId",
           case when s.answer_by > now() then s.answer_by when a.ends_at > now() then a.starts_at end as "dueAt"
      from sign_ups s join activities a on a.id = s.activity_id
     where (s.person_id = ${me} or (s.signed_up_by = ${me} and s.signed_up_by <> s.person_id))
       and (s.answer_by > now()
            or (s.status in ('confirmed', 'checkedIn') and s.answer_by is null and a.status = 'published' and a.ends_at > now()
                and a.starts_at < date_trunc('day', now()) + interval '2 days')
            or (s.status = 'waitlisted' and a.status = 'published' and a.starts_at > now())
            or (s.status in ('checkedIn', 'checkedOut') and s.person_id = ${me} and a.ends_at < now() and a.ends_at > now() - interval '2 days'
                and not exists (select from activity_ratings r where r.activity_id = a.id and r.person_id = ${me})))
     order by s.answer_by nulls last, a.starts_at limit 20`
}

/** Activities that want something of me: my drafts that were sent back, submissions I may approve. */
export async function selectActivityTasks(sql: Sql, me: number, approver: boolean) {
  return sql<{ kind: 'sentBack' | 'approve'; activityId: number; dueAt: Date | null }[]>`
    select 'sentBack' as kind, a.id as "activityId", a.starts_at as "dueAt" from activities a
     where a.created_by = ${me} and a.status = 'draft' and a.sent_back_reason is not null and a.starts_at > now()
    ${
      approver
        ? sql`union all (
            select 'approve', a.id, a.starts_at from activities a
             where a.status = 'submitted' and a.area_code ^@ any ((select served_areas(${me}, '{communityAdmin}'))::text[])
               and not exists (select from activities e where e.series_id = a.series_id and e.status = 'submitted' and e.id < a.id)
             order by a.submitted_at limit 10)`
        : sql``
    }
    limit 20`
}

export async function countThisWeek(sql: Sql, here: string): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from activities
     where status = 'published' and ends_at > now() and starts_at < now() + interval '7 days' and starts_with(area_code, ${here})`
  return row?.n ?? 0
}

/** Other open activities of the same kind with free seats, soonest first, the same community before others. */
export async function selectAlternatives(sql: Sql, me: number, activityId: number, limit: number) {
  return sql<ActivityRecord[]>`
    select ${activityColumns(sql, me)}
      from activities t
      join activities a on a.kind = t.kind and a.id <> t.id and a.status = 'published' and a.starts_at > now()
                       and a.sign_up_opens_at <= now() and a.sign_up_closes_at > now() and a.join_rule = 'everyone'
      ${activityJoins(sql)}
     where t.id = ${activityId} and (seats.capacity is null or seats.taken < seats.capacity)
     order by a.area_code = t.area_code desc, a.starts_at, a.id limit ${limit}`
}

/** Pictures of an album and the cover: those everybody sees, and for whoever runs the activity the others too. */
export async function selectPhotos(sql: Sql, me: number, activityId: number) {
  return sql<{ photoId: number; caption: string; state: PhotoState; hiddenReason: string | null; cover: boolean }[]>`
    select p.id as "photoId", p.caption, p.cover, p.state, p.hidden_reason as "hiddenReason"
      from activity_photos p join activities a on a.id = p.activity_id
     where p.activity_id = ${activityId} and p.removed_at is null and (p.state = 'shown' or manages_activity(${me}, a)) order by p.id`
}

export async function selectOptionalPhoto(sql: Sql, me: number, photoId: number) {
  const [row] = await sql<{ activityId: number; mimeType: string; bytes: Buffer }[]>`
    select p.activity_id as "activityId", p.mime_type as "mimeType", p.bytes from activity_photos p join activities a on a.id = p.activity_id
     where p.id = ${photoId} and p.removed_at is null and (p.state = 'shown' or manages_activity(${me}, a))`
  return row
}
