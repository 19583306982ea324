import type { ActivityKind, ActivityStatus, JoinRule, Question, SignUpStatus } from '../../../types/activity'
import type { Sql } from '../../platform/database'

/** What every page of 邻里活动 reads: activities with their seats, and sign-ups with their place in the line. */

export interface ActivityRecord {
  activityId: number
  kind: ActivityKind
  status: ActivityStatus
  title: string
  body: string
  areaCode: string
  areaName: string
  placeName: string
  address: string
  accessNote: string
  lat: number | null
  lng: number | null
  startsAt: Date
  endsAt: Date
  signUpOpensAt: Date
  signUpClosesAt: Date
  cancelUntil: Date
  waitlist: boolean
  join: JoinRule
  maxParty: number
  questions: Question[]
  needsApproval: boolean
  showUpFirst: boolean
  promotionAnswerMinutes: number
  host: string
  contactName: string
  contactPhone: string | null
  seriesId: number | null
  createdBy: number
  sentBackReason: string | null
  inviteCode: string
  version: number
  submittedAt: Date | null
  capacity: number | null
  taken: number
  waiting: number
  /** Whether the caller runs it, or approves in its area. */
  manages: boolean
  approves: boolean
}

/** Columns of an ActivityRecord from `activities a`, for the caller `me` (0: a stranger). An activity past its end reads `ended`. */
export const activityColumns = (sql: Sql, me: number) => sql`
  a.id as "activityId", a.kind, case when a.status = 'published' and a.ends_at <= now() then 'ended' else a.status end as status,
  a.title, a.body, a.area_code as "areaCode", area.name as "areaName", a.place_name as "placeName", a.address,
  a.access_note as "accessNote", a.lat, a.lng, a.starts_at as "startsAt", a.ends_at as "endsAt",
  a.sign_up_opens_at as "signUpOpensAt", a.sign_up_closes_at as "signUpClosesAt", a.cancel_until as "cancelUntil",
  a.waitlist, a.join_rule as "join", a.max_party as "maxParty", a.questions, a.needs_approval as "needsApproval",
  a.show_up_first as "showUpFirst", a.promotion_answer_minutes as "promotionAnswerMinutes", a.host,
  a.contact_name as "contactName", a.contact_phone as "contactPhone", a.series_id as "seriesId", a.created_by as "createdBy",
  a.sent_back_reason as "sentBackReason", a.invite_code as "inviteCode", a.version, a.submitted_at as "submittedAt",
  seats.capacity, seats.taken, seats.waiting,
  ${me === 0 ? sql`false` : sql`(a.created_by = ${me} or a.area_code ^@ any (${administered(sql, me)}))`} as manages,
  ${me === 0 ? sql`false` : sql`a.area_code ^@ any (${administered(sql, me)})`} as approves`

/** Prefixes of the areas the caller administers: asked once a statement, not once a row as `has_role` would be. */
const administered = (sql: Sql, me: number) => sql`(select served_areas(${me}, '{communityAdmin}'))::text[]`

/** The joins those columns need. One unlimited pool makes the whole unlimited. */
export const activityJoins = (sql: Sql) => sql`
  join areas area on area.code = a.area_code
  cross join lateral (
    select case when bool_or(g.capacity is null) then null else sum(g.capacity)::int end as capacity,
           sum(g.taken)::int as taken, sum(g.waiting)::int as waiting
      from activity_groups g where g.activity_id = a.id) seats`

/** One activity as the caller may see it: everybody what was published, its makers and approvers also drafts. */
export async function selectOptionalActivity(
  sql: Sql,
  me: number,
  activityId: number,
): Promise<ActivityRecord | undefined> {
  const [row] = await sql<ActivityRecord[]>`
    select ${activityColumns(sql, me)} from activities a ${activityJoins(sql)}
     where a.id = ${activityId}
       and (a.status in ('published', 'ended') or (a.status = 'cancelled' and a.approved_at is not null)
            ${me === 0 ? sql`` : sql`or manages_activity(${me}, a)`})`
  return row
}

export interface GroupRow {
  groupId: number
  name: string
  capacity: number | null
  taken: number
  waiting: number
}

export async function selectGroups(sql: Sql, activityId: number) {
  return sql<GroupRow[]>`
    select id as "groupId", name, capacity, taken, waiting from activity_groups where activity_id = ${activityId} order by id`
}

export interface SignUpRecord {
  signUpId: number
  activityId: number
  personId: number
  personName: string
  signedUpBy: number
  status: SignUpStatus
  cancelReason: 'withdrawn' | 'declined' | 'noAnswer' | 'activityCancelled' | 'accountDeleted' | null
  party: number
  groupName: string
  partiesAhead: number
  peopleAhead: number
  answerBy: Date | null
  checkedInAt: Date | null
  checkedOutAt: Date | null
  stars: number | null
}

/** Columns of a SignUpRecord from `sign_ups s`. */
export const signUpColumns = (sql: Sql) => sql`
  s.id as "signUpId", s.activity_id as "activityId", s.person_id as "personId", p.nickname as "personName",
  s.signed_up_by as "signedUpBy", s.status, s.cancel_reason as "cancelReason", s.party, g.name as "groupName",
  coalesce(ahead.parties, 0) as "partiesAhead", coalesce(ahead.people, 0) as "peopleAhead", s.answer_by as "answerBy",
  s.checked_in_at as "checkedInAt", s.checked_out_at as "checkedOutAt", r.stars`

export const signUpJoins = (sql: Sql) => sql`
  join people p on p.id = s.person_id
  join activity_groups g on g.id = s.group_id
  left join activity_ratings r on r.activity_id = s.activity_id and r.person_id = s.person_id
  left join lateral (
    select count(*)::int as parties, sum(w.party)::int as people from sign_ups w
     where s.status = 'waitlisted' and w.group_id = s.group_id and w.status = 'waitlisted'
       and (w.behind, w.ticket) < (s.behind, s.ticket)) ahead on true`

/** The caller's sign-ups (own and for others) on these activities; the living one first, else the last. */
export async function selectSignUpsOn(sql: Sql, me: number, activityIds: readonly number[]) {
  if (me === 0 || activityIds.length === 0) return []
  return sql<SignUpRecord[]>`
    with mine as materialized (
      select s.id from sign_ups s where s.person_id = ${me} and s.activity_id = any (${activityIds as number[]}::bigint[])
      union all
      select s.id from sign_ups s
       where s.signed_up_by = ${me} and s.signed_up_by <> s.person_id and s.activity_id = any (${activityIds as number[]}::bigint[])
    )
    select ${signUpColumns(sql)} from mine join sign_ups s on s.id = mine.id ${signUpJoins(sql)}
     order by s.status in ('cancelled', 'rejected'), s.person_id = ${me} desc, s.id desc`
}
