import type { ActivityDraft, JoinRule } from '../../../types/activity'
import { assigned, inserted, type Tx } from '../../platform/database'
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
  join: JoinRule
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
           a.version, a.join_rule as "join", a.starts_at as "startsAt", a.ends_at as "endsAt", a.sign_up_opens_at as "signUpOpensAt",
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

export async function setInviteCode(tx: Tx, activityId: number, inviteCode: string): Promise<void> {
  await tx`update activities set invite_code = ${inviteCode} where id = ${activityId}`
}
