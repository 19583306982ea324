import type { Answers, CancelReason } from '../../../types/activity'
import type { Tx } from '../../platform/database'
import type { Applicant, OpenActivity } from './rules'

/** Statements that give and take seats. All of them want the activity locked first. */

/**
 * Locks people (by advisory lock: one person's overlapping sign-ups must not pass each other on two servers), then activities, each in
 * order of id, so that no two transactions can wait for one another.
 */
export async function lockForSignUp(
  tx: Tx,
  personIds: readonly number[],
  activityIds: readonly number[],
): Promise<void> {
  const people = tx`
    select pg_advisory_xact_lock(7001, (id % 2147483647)::int)
      from (select distinct id from unnest(${personIds as number[]}::bigint[]) as k (id) order by 1) ordered`
  await Promise.all([people, lockActivities(tx, activityIds)])
}

/**
 * For the rest of the transaction every statement runs by its kept plan. Those of the sign-up get arrays, for which PostgreSQL would plan
 * anew each time, and that is a third of a small batch's time.
 */
export async function keepPlans(tx: Tx): Promise<void> {
  await tx`set local plan_cache_mode = force_generic_plan`
}

/** Locks activities against every other change of seats, in order of id. */
export async function lockActivities(tx: Tx, activityIds: readonly number[]): Promise<void> {
  await tx`select from activities where id = any (${activityIds as number[]}::bigint[]) order by id for no key update`
}

export async function selectOpenActivities(tx: Tx, activityIds: readonly number[]): Promise<Map<number, OpenActivity>> {
  const rows = await tx<OpenActivity[]>`
    select a.id as "activityId", a.status, a.sign_up_opens_at as "signUpOpensAt", a.sign_up_closes_at as "signUpClosesAt",
           a.starts_at as "startsAt", a.join_rule as "join", a.max_party as "maxParty", a.questions, a.invite_code as "inviteCode",
           a.show_up_first as "showUpFirst", g.groups
      from activities a cross join lateral (
        select jsonb_agg(jsonb_build_object('groupId', g.id, 'name', g.name) order by g.id) as groups
          from activity_groups g where g.activity_id = a.id) g
     where a.id = any (${activityIds as number[]}::bigint[]) and a.approved_at is not null`
  return new Map(rows.map((row) => [row.activityId, row]))
}

export interface Ask {
  activityId: number
  personId: number
  by: number
}

/** What decides on each ask, in their order. Run after the locks are held. */
export async function selectApplicants(tx: Tx, asks: readonly Ask[], privacyVersion: string): Promise<Applicant[]> {
  return tx<Applicant[]>`
    select may_act_for(k.by, k.person_id) as "mayActFor",
           exists (select from privacy_consents v where v.person_id = k.by and v.version = ${privacyVersion} and v.withdrawn_at is null) as consented,
           starts_with(coalesce(p.community_code, p.enrolled_in, ''), a.area_code) as "livesHere",
           a.join_rule = 'volunteers' and has_role(k.person_id, '{volunteer}', a.area_code) as "isVolunteer",
           case when a.show_up_first then
             (select count(*)::int from sign_ups n where n.person_id = k.person_id and n.status = 'noShow' and n.ends_at > now() - interval '90 days')
             else 0 end as "noShows",
           (select jsonb_build_object('signUpId', s.id, 'status', s.status) from sign_ups s
             where s.activity_id = k.activity_id and s.person_id = k.person_id and s.status not in ('cancelled', 'rejected') limit 1) as live,
           (select jsonb_build_object('activityId', o.activity_id, 'title', oa.title)
              from sign_ups o join activities oa on oa.id = o.activity_id
             where o.person_id = k.person_id and o.activity_id <> k.activity_id and o.status in ('confirmed', 'checkedIn') and o.answer_by is null
               and o.starts_at < a.ends_at and o.ends_at > a.starts_at
             order by o.starts_at limit 1) as overlap
      from unnest(${asks.map((k) => k.activityId)}::bigint[], ${asks.map((k) => k.personId)}::bigint[], ${asks.map((k) => k.by)}::bigint[])
           with ordinality as k (activity_id, person_id, by, n)
      join activities a on a.id = k.activity_id
      left join people p on p.id = k.person_id and p.deleted_at is null
     order by k.n`
}

export interface Party extends Ask {
  groupId: number
  party: number
  answers: Answers
  requestId: string
  behind: boolean
}

export interface Seated {
  outcome: 'confirmed' | 'waitlisted' | 'requested' | 'full'
  signUpId: number | null
  place: number | null
}

/** Seats parties or puts them into line, in their order: the batched, set-based function. */
export async function takeSeats(tx: Tx, parties: readonly Party[]): Promise<Seated[]> {
  return tx<Seated[]>`
    select outcome, sign_up_id as "signUpId", place
      from take_seats(${parties.map((k) => k.activityId)}::bigint[], ${parties.map((k) => k.groupId)}::bigint[],
                      ${parties.map((k) => k.personId)}::bigint[], ${parties.map((k) => k.by)}::bigint[], ${parties.map((k) => k.party)}::int[],
                      ${parties.map((k) => JSON.stringify(k.answers))}::text[]::jsonb[], ${parties.map((k) => k.requestId)}::uuid[],
                      ${parties.map((k) => String(k.behind))}::text[]::boolean[])
     order by n`
}

export interface Promoted {
  signUpId: number
  personId: number
  signedUpBy: number
  answerBy: Date
}

/** Gives the free seats of these groups to the lines before them. */
export async function fillSeats(tx: Tx, groupIds: readonly number[]): Promise<Promoted[]> {
  return tx<Promoted[]>`
    select sign_up_id as "signUpId", person_id as "personId", signed_up_by as "signedUpBy", answer_by as "answerBy"
      from fill_seats(${groupIds as number[]}::bigint[])`
}

export interface Left {
  signUpId: number
  groupId: number
  was: 'requested' | 'confirmed' | 'waitlisted'
  party: number
}

/** Takes sign-ups out of their seats or lines. */
export async function leaveSeats(tx: Tx, signUpIds: readonly number[], reason: CancelReason): Promise<Left[]> {
  return tx<Left[]>`
    select sign_up_id as "signUpId", group_id as "groupId", was, party from leave_seats(${signUpIds as number[]}::bigint[], ${reason})`
}

export interface SignUpFacts {
  signUpId: number
  activityId: number
  groupId: number
  personId: number
  signedUpBy: number
  status: 'requested' | 'confirmed' | 'waitlisted' | 'checkedIn' | 'checkedOut' | 'cancelled' | 'noShow' | 'rejected'
  party: number
  answerBy: Date | null
  cancelUntil: Date
  startsAt: Date
  areaCode: string
  title: string
}

/** Finds a sign-up that the caller may act on: their own, one they made, or, for organisers, one of their activity. Locks nothing yet. */
export async function selectOptionalSignUp(
  tx: Tx,
  me: number,
  signUpId: number,
  as: 'self' | 'organiser',
): Promise<SignUpFacts | undefined> {
  const [row] = await tx<SignUpFacts[]>`
    select s.id as "signUpId", s.activity_id as "activityId", s.group_id as "groupId", s.person_id as "personId", s.signed_up_by as "signedUpBy",
           s.status, s.party, s.answer_by as "answerBy", a.cancel_until as "cancelUntil", a.starts_at as "startsAt", a.area_code as "areaCode", a.title
      from sign_ups s join activities a on a.id = s.activity_id
     where s.id = ${signUpId}
       and ${as === 'self' ? tx`(s.person_id = ${me} or s.signed_up_by = ${me})` : tx`manages_activity(${me}, a)`}`
  return row
}

/** Another confirmed sign-up of the person at the same time, if there is one. */
export async function selectOptionalOverlap(tx: Tx, signUpId: number) {
  const [row] = await tx<{ activityId: number; title: string }[]>`
    select o.activity_id as "activityId", a.title
      from sign_ups s
      join sign_ups o on o.person_id = s.person_id and o.id <> s.id and o.status in ('confirmed', 'checkedIn') and o.answer_by is null
                     and o.starts_at < s.ends_at and o.ends_at > s.starts_at
      join activities a on a.id = o.activity_id
     where s.id = ${signUpId} order by o.starts_at limit 1`
  return row
}

/** The promoted person comes: nothing left to answer. */
export async function acceptPromotion(tx: Tx, signUpId: number): Promise<void> {
  await tx`update sign_ups set answer_by = null where id = ${signUpId}`
}

/** Promotions whose time to answer has run out, with their activities. */
export async function selectLapsed(tx: Tx, limit: number) {
  return tx<
    {
      signUpId: number
      activityId: number
      areaCode: string
      personId: number
      signedUpBy: number
      title: string
      startsAt: Date
    }[]
  >`
    select s.id as "signUpId", s.activity_id as "activityId", a.area_code as "areaCode", s.person_id as "personId", s.signed_up_by as "signedUpBy",
           a.title, a.starts_at as "startsAt"
      from sign_ups s join activities a on a.id = s.activity_id
     where s.answer_by <= now() order by s.answer_by limit ${limit}`
}

/** A requested sign-up is turned down. */
export async function rejectSignUp(tx: Tx, signUpId: number): Promise<void> {
  await tx`update sign_ups set status = 'rejected' where id = ${signUpId} and status = 'requested'`
}

/** A requested sign-up is let in: a seat if it fits, else the line; null when there is neither. Keeps its ticket, so the order of asking counts. */
export async function admitSignUp(tx: Tx, signUpId: number): Promise<'confirmed' | 'waitlisted' | null> {
  const [row] = await tx<{ status: 'confirmed' | 'waitlisted' }[]>`
    with pool as (
      select s.id, s.group_id, s.party, s.party <= coalesce(g.capacity - g.taken, 2147483647) as fits, a.waitlist
        from sign_ups s join activity_groups g on g.id = s.group_id join activities a on a.id = s.activity_id
       where s.id = ${signUpId} and s.status = 'requested'
    ), admitted as (
      update sign_ups s set status = case when p.fits then 'confirmed' else 'waitlisted' end
        from pool p where s.id = p.id and (p.fits or p.waitlist) returning s.group_id, s.status, s.party
    ), counted as (
      update activity_groups g set taken = g.taken + case when d.status = 'confirmed' then d.party else 0 end,
                                   waiting = g.waiting + case when d.status = 'waitlisted' then 1 else 0 end
        from admitted d where g.id = d.group_id
    )
    select status from admitted`
  return row?.status ?? null
}
