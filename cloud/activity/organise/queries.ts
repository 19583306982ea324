import type { ActivityDraft, Answers, SignUpStatus } from '../../../types/activity'
import { assigned, inserted, type Sql, type Tx } from '../../platform/database'
import {
  type ActivityRecord,
  activityColumns,
  activityJoins,
  type SignUpRecord,
  signUpColumns,
  signUpJoins,
} from '../view/queries'
import type { PoolNow, PoolPlan, Schedule } from './rules'

/** Statements of those who organise and approve. Who may is in the statement itself. */

export async function insertSeries(tx: Tx, every: 'week' | 'month', createdBy: number): Promise<number> {
  const [row] = await tx<
    { id: number }[]
  >`insert into activity_series (every, created_by) values (${every}, ${createdBy}) returning id`
  return row?.id ?? 0
}

/** What a draft says besides its times and pools, as columns. */
const words = (draft: ActivityDraft) => ({
  area_code: draft.areaCode,
  kind: draft.kind,
  title: draft.title,
  body: draft.body,
  place_name: draft.placeName,
  address: draft.address,
  access_note: draft.accessNote ?? '',
  lat: draft.lat ?? null,
  lng: draft.lng ?? null,
  waitlist: draft.waitlist,
  join_rule: draft.join,
  max_party: draft.maxParty,
  needs_approval: draft.needsApproval,
  show_up_first: draft.showUpFirst,
  promotion_answer_minutes: draft.promotionAnswerMinutes,
  host: draft.host,
  contact_name: draft.contactName,
  contact_phone: draft.contactPhone ?? null,
})

const times = (schedule: Schedule) => ({
  starts_at: schedule.startsAt,
  ends_at: schedule.endsAt,
  sign_up_opens_at: schedule.signUpOpensAt,
  sign_up_closes_at: schedule.signUpClosesAt,
  cancel_until: schedule.cancelUntil,
})

export async function insertActivity(
  tx: Tx,
  draft: ActivityDraft,
  schedule: Schedule,
  made: {
    createdBy: number
    inviteCode: string
    seriesId: number | null
    pools: readonly { name: string; capacity: number | null }[]
  },
): Promise<number> {
  const { createdBy, inviteCode, seriesId, pools } = made
  const row = {
    ...words(draft),
    ...times(schedule),
    created_by: createdBy,
    invite_code: inviteCode,
    series_id: seriesId,
  }
  const [{ id } = { id: 0 }] = await tx<{ id: number }[]>`insert into activities ${inserted(row)} returning id`
  await tx`update activities set questions = ${JSON.stringify(draft.questions)}::text::jsonb where id = ${id}`
  await insertPools(tx, id, pools)
  return id
}

async function insertPools(
  tx: Tx,
  activityId: number,
  pools: readonly { name: string; capacity: number | null }[],
): Promise<void> {
  await tx`
    insert into activity_groups (activity_id, name, capacity)
    select ${activityId}, * from unnest(${pools.map((p) => p.name)}::text[], ${pools.map((p) => p.capacity)}::int[])`
}

export interface ManagedActivity extends Schedule {
  activityId: number
  status: 'draft' | 'submitted' | 'published' | 'ended' | 'cancelled'
  areaCode: string
  title: string
  placeName: string
  address: string
  createdBy: number
  seriesId: number | null
  version: number
  approves: boolean
}

/** Locks an activity that the caller runs or approves, and, when `following`, the later ones of its series; in order of id. */
export async function lockManaged(
  tx: Tx,
  me: number,
  activityId: number,
  following: boolean,
): Promise<ManagedActivity[]> {
  return tx<ManagedActivity[]>`
    select a.id as "activityId", case when a.status = 'published' and a.ends_at <= now() then 'ended' else a.status end as status,
           a.area_code as "areaCode", a.title, a.place_name as "placeName", a.address, a.created_by as "createdBy", a.series_id as "seriesId",
           a.version, a.starts_at as "startsAt", a.ends_at as "endsAt", a.sign_up_opens_at as "signUpOpensAt",
           a.sign_up_closes_at as "signUpClosesAt", a.cancel_until as "cancelUntil", has_role(${me}, '{communityAdmin}', a.area_code) as approves
      from activities a
     where manages_activity(${me}, a)
       and (a.id = ${activityId}
            or (${following} and a.series_id = (select series_id from activities where id = ${activityId})
                and a.starts_at > (select starts_at from activities where id = ${activityId})))
     order by a.id for no key update of a`
}

/** Drafts or submissions of the same series, locked: they are handed in and approved together. */
export async function lockSeries(tx: Tx, activityId: number, status: 'draft' | 'submitted'): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    select id from activities
     where status = ${status} and (id = ${activityId} or series_id = (select series_id from activities where id = ${activityId}))
     order by id for no key update`
  return rows.map((row) => row.id)
}

export async function updateWords(tx: Tx, activityId: number, draft: ActivityDraft, schedule: Schedule): Promise<void> {
  await tx`
    update activities set ${assigned({ ...words(draft), ...times(schedule) })}, questions = ${JSON.stringify(draft.questions)}::text::jsonb,
           version = version + 1, sent_back_reason = null,
           reminded_at = case when starts_at is distinct from ${schedule.startsAt} then null else reminded_at end,
           waitlist_closed_at = case when cancel_until is distinct from ${schedule.cancelUntil} then null else waitlist_closed_at end
     where id = ${activityId}`
  await tx`
    update sign_ups set starts_at = ${schedule.startsAt}, ends_at = ${schedule.endsAt}
     where activity_id = ${activityId} and (starts_at, ends_at) is distinct from (${schedule.startsAt}::timestamptz, ${schedule.endsAt}::timestamptz)`
}

export async function selectPools(tx: Tx, activityId: number): Promise<PoolNow[]> {
  return tx<PoolNow[]>`
    select g.id as "groupId", g.name, g.capacity, g.taken, exists (select from sign_ups s where s.group_id = g.id) as used
      from activity_groups g where g.activity_id = ${activityId} order by g.id`
}

export async function updatePools(tx: Tx, activityId: number, plan: PoolPlan): Promise<void> {
  await tx`
    update activity_groups g set capacity = k.capacity
      from unnest(${plan.resize.map((r) => r.groupId)}::bigint[], ${plan.resize.map((r) => r.capacity)}::int[]) as k (id, capacity)
     where g.id = k.id`
  await tx`delete from activity_groups where id = any (${plan.remove}::bigint[])`
  await insertPools(tx, activityId, plan.add)
}

export async function setSubmitted(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx`update activities set status = 'submitted', submitted_at = now(), sent_back_reason = null where id = any (${ids as number[]}::bigint[])`
}

export async function setDraft(tx: Tx, ids: readonly number[], reason: string | null): Promise<void> {
  await tx`
    update activities set status = 'draft', submitted_at = null, sent_back_reason = ${reason}
     where id = any (${ids as number[]}::bigint[])`
}

/** Publishes; those that have begun meanwhile stay behind as drafts. */
export async function setPublished(tx: Tx, ids: readonly number[], approvedBy: number): Promise<void> {
  await tx`
    update activities set status = 'published', approved_by = ${approvedBy}, approved_at = now(), submitted_at = coalesce(submitted_at, now()),
           sent_back_reason = null
     where id = any (${ids as number[]}::bigint[])`
}

export async function setCancelled(tx: Tx, activityId: number, reason: string): Promise<void> {
  await tx`update activities set status = 'cancelled', cancelled_at = now(), cancel_reason = ${reason} where id = ${activityId}`
}

/** Everybody with a living sign-up, to be told of a change or a cancellation. */
export async function selectSignedUp(tx: Tx, activityId: number) {
  return tx<{ signUpId: number; personId: number; signedUpBy: number }[]>`
    select id as "signUpId", person_id as "personId", signed_up_by as "signedUpBy" from sign_ups
     where activity_id = ${activityId} and status in ('requested', 'confirmed', 'waitlisted') order by id`
}

/** Who may approve in an area: those whose grant is nearest to it. */
export async function selectApprovers(tx: Tx, areaCode: string): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    with live as (
      select person_id, length(area_code) as near from role_grants
       where role = 'communityAdmin' and revoked_at is null and valid_from <= now() and (valid_until is null or valid_until > now())
         and starts_with(${areaCode}, area_code))
    select distinct person_id as id from live where near = (select max(near) from live)`
  return rows.map((row) => row.id)
}

export async function selectManaged(
  sql: Sql,
  me: number,
  status: string | undefined,
  after: { startsAt: string; id: number } | undefined,
  limit: number,
) {
  return sql<ActivityRecord[]>`
    select ${activityColumns(sql, me)} from activities a ${activityJoins(sql)}
     where manages_activity(${me}, a)
       and ${status === undefined ? sql`true` : status === 'ended' ? sql`(a.status = 'ended' or (a.status = 'published' and a.ends_at <= now()))` : sql`a.status = ${status}`}
       ${after ? sql`and (a.starts_at, a.id) < (${after.startsAt}::timestamptz, ${after.id})` : sql``}
     order by a.starts_at desc, a.id desc limit ${limit}`
}

/** Submissions in areas the caller administers, oldest first; one row for a series. */
export async function selectSubmissions(
  sql: Sql,
  me: number,
  areaCode: string | undefined,
  after: { submittedAt: string; id: number } | undefined,
  limit: number,
) {
  return sql<(ActivityRecord & { submittedAt: Date; submittedBy: string; occurrences: number })[]>`
    select ${activityColumns(sql, me)}, maker.nickname as "submittedBy",
           (select count(*)::int from activities o where o.id = a.id or (o.series_id = a.series_id and o.status = 'submitted')) as occurrences
      from activities a ${activityJoins(sql)} join people maker on maker.id = a.created_by
     where a.status = 'submitted' and has_role(${me}, '{communityAdmin}', a.area_code) and starts_with(a.area_code, ${areaCode ?? ''})
       and not exists (select from activities e where e.series_id = a.series_id and e.status = 'submitted' and e.id < a.id)
       ${after ? sql`and (a.submitted_at, a.id) > (${after.submittedAt}::timestamptz, ${after.id})` : sql``}
     order by a.submitted_at, a.id limit ${limit}`
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
