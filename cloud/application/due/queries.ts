import { type Sql, type Tx, verbatim } from '../../platform/database'
import { onDesk } from '../desk/queue-queries'

/**
 * What the clock has made due, under lock. Rows that somebody is working on are passed over (`skip locked`) and met again a minute later; `except` are
 * those that failed in this round.
 */

/** Neither accepted nor told what is missing, within the limit. */
export const lockUnanswered = (tx: Tx, now: Date, limit: number, except: readonly number[]) =>
  ids(tx<{ id: number }[]>`
    select id from applications where status = 'submitted' and deadline_kind = 'notice' and deadline_at < ${now} and id <> all (${except as number[]}::bigint[])
     order by deadline_at, id limit ${limit} for update skip locked`)

/** Told what is missing, and not corrected in time. */
export const lockUncorrected = (tx: Tx, now: Date, limit: number, except: readonly number[]) =>
  ids(tx<{ id: number }[]>`
    select id from applications where status = 'correctionRequested' and deadline_at < ${now} and id <> all (${except as number[]}::bigint[])
     order by deadline_at, id limit ${limit} for update skip locked`)

/** Accepted with documents to follow, which did not. */
export const lockUnsupplied = (tx: Tx, now: Date, limit: number, except: readonly number[]) =>
  ids(tx<{ id: number }[]>`
    select id from applications
     where defer_until < ${now} and status in ('conditionallyAccepted', 'inReview', 'suspended') and id <> all (${except as number[]}::bigint[])
     order by defer_until, id limit ${limit} for update skip locked`)

/** Overdue, and not yet said to the next person up. */
export const lockToEscalate = (tx: Tx, now: Date, limit: number, except: readonly number[]) =>
  ids(tx<{ id: number }[]>`
    select id from applications where escalate_at < ${now} and escalation < 2 and id <> all (${except as number[]}::bigint[])
     order by escalate_at, id limit ${limit} for update skip locked`)

/** What the applicant owes by `until`, and was not reminded of. */
export const lockToRemind = (tx: Tx, now: Date, until: Date, limit: number, except: readonly number[]) =>
  ids(tx<{ id: number }[]>`
    select id from applications
     where ((status = 'correctionRequested' and deadline_at between ${now} and ${until} and reminded_of is distinct from deadline_at)
         or (status in ('conditionallyAccepted', 'inReview', 'suspended') and defer_until between ${now} and ${until} and reminded_of is distinct from defer_until))
       and id <> all (${except as number[]}::bigint[])
     order by id limit ${limit} for update skip locked`)

export async function markReminded(tx: Tx, applicationIds: readonly number[]): Promise<void> {
  await tx`
    update applications set reminded_of = case when status = 'correctionRequested' then deadline_at else defer_until end
     where id = any (${applicationIds as number[]}::bigint[])`
}

/** Delivered before `before`; whoever wanted to rate has had the time. */
export const lockToClose = (tx: Tx, before: Date, limit: number, except: readonly number[]) =>
  ids(tx<{ id: number }[]>`
    select id from applications where status in ('delivered', 'rated') and delivered_at < ${before} and id <> all (${except as number[]}::bigint[])
     order by delivered_at, id limit ${limit} for update skip locked`)

/** Ended so long ago that documents and what was typed have to go. */
export const lockToPurge = (tx: Tx, now: Date, limit: number, except: readonly number[]) =>
  ids(tx<{ id: number }[]>`
    select id from applications
     where keep_until < ${now} and purged_at is null and status in ('closed', 'withdrawn', 'lapsed') and id <> all (${except as number[]}::bigint[])
     order by keep_until, id limit ${limit} for update skip locked`)

/** Number, decision and history stay, what was typed goes. The files are dropped by the caller; their tombstones stay. */
export async function purge(tx: Tx, applicationId: number, now: Date): Promise<void> {
  await tx`delete from application_messages where application_id = ${applicationId}`
  await tx`
    update applications set form_cipher = null, post_to_cipher = null, answers = '{}', notice_draft = '[]', purged_at = ${now} where id = ${applicationId}`
}

/** Consents to help that have run out, or whose application is over; ended in the same breath. */
export async function endConsents(
  tx: Tx,
  now: Date,
  limit: number,
): Promise<{ applicationId: number; helperId: number }[]> {
  return tx<{ applicationId: number; helperId: number }[]>`
    with over as (
      select h.application_id, h.helper_id, h.consent_at
        from application_helpers h join applications a on a.id = h.application_id
       where h.ended_at is null and (h.until_at <= ${now} or a.status in ('closed', 'withdrawn', 'lapsed'))
       order by h.application_id limit ${limit} for update of h, a skip locked)
    update application_helpers h set ended_at = ${now} from over o
     where h.application_id = o.application_id and h.helper_id = o.helper_id and h.consent_at = o.consent_at
    returning h.application_id as "applicationId", h.helper_id as "helperId"`
}

export interface Misplaced {
  applicationId: number
  /** Who covers for the owner. */
  coverId: number | null
}

/** Cases whose owner is away on a day, or serves their area no longer: after an id, in the order of ids. */
export async function lockMisplaced(tx: Tx, day: string, after: number, limit: number): Promise<Misplaced[]> {
  return tx<Misplaced[]>`
    with held as materialized (
      select a.owner_id, a.area_code from applications a where ${verbatim(onDesk('a'))} and a.owner_id is not null group by 1, 2
    ), gone as materialized (
      select h.owner_id, h.area_code from held h
       where is_away(h.owner_id, ${day}::date) or cardinality(roles_for(h.owner_id, h.area_code)) = 0
    )
    select a.id as "applicationId",
           (select s.cover_id from staff_absences s
             where s.person_id = a.owner_id and s.ended_at is null and s.days @> ${day}::date) as "coverId"
      from gone g join applications a on a.owner_id = g.owner_id and a.area_code = g.area_code
     where ${verbatim(onDesk('a'))} and a.status <> 'underAppeal' and a.id > ${after}
     order by a.id limit ${limit} for update of a skip locked`
}

/** Absences that have begun: their cases have gone over. */
export async function markMoved(sql: Sql, day: string, now: Date): Promise<void> {
  await sql`
    update staff_absences set moved_at = ${now} where moved_at is null and ended_at is null and lower(days) <= ${day}::date`
}

const ids = async (statement: PromiseLike<{ id: number }[]>): Promise<number[]> =>
  (await statement).map((row) => row.id)
