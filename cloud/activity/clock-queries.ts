import type { Tx } from '../platform/database'

/** Statements that find what the clock has made due, and mark it done in the same breath. */

/** Activities that nobody can withdraw from any more and whose waiting have not been told. */
export async function closeWaitlists(tx: Tx, limit: number): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    update activities set waitlist_closed_at = now()
     where id in (select id from activities where status = 'published' and waitlist_closed_at is null and cancel_until <= now()
                   order by id limit ${limit} for no key update skip locked)
    returning id`
  return rows.map((row) => row.id)
}

interface ToTell {
  signUpId: number
  personId: number
  signedUpBy: number
  activityId: number
  title: string
  startsAt: Date
}

export async function selectWaiting(tx: Tx, activityIds: readonly number[]) {
  return tx<ToTell[]>`
    select s.id as "signUpId", s.person_id as "personId", s.signed_up_by as "signedUpBy", a.id as "activityId", a.title, a.starts_at as "startsAt"
      from sign_ups s join activities a on a.id = s.activity_id
     where a.id = any (${activityIds as number[]}::bigint[]) and s.status = 'waitlisted' order by s.id`
}

/** Activities that begin within 20 hours and were not announced yet. */
export async function markReminded(tx: Tx, limit: number): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    update activities set reminded_at = now()
     where id in (select id from activities where status = 'published' and reminded_at is null and starts_at < now() + interval '20 hours'
                     and starts_at > now() order by id limit ${limit} for no key update skip locked)
    returning id`
  return rows.map((row) => row.id)
}

export async function selectComing(tx: Tx, activityIds: readonly number[]) {
  return tx<(ToTell & { place: string })[]>`
    select s.id as "signUpId", s.person_id as "personId", s.signed_up_by as "signedUpBy", a.id as "activityId", a.title, a.starts_at as "startsAt",
           a.place_name as place
      from sign_ups s join activities a on a.id = s.activity_id
     where a.id = any (${activityIds as number[]}::bigint[]) and s.status = 'confirmed' and s.answer_by is null order by s.id`
}

/**
 * Closes the books two hours after the end: the activity is ended, and whoever was confirmed but not seen is a no-show, provided that
 * anybody was checked in at all (an organiser without a list proves nothing). Returns how many activities.
 */
export async function closeEnded(tx: Tx): Promise<number> {
  const ids = await tx<{ id: number }[]>`
    update activities set status = 'ended', closed_at = now()
     where id in (select id from activities where status = 'published' and ends_at < now() - interval '2 hours'
                   order by id limit 100 for no key update skip locked)
    returning id`
  await tx`
    update sign_ups s set status = 'noShow', answer_by = null
     where s.activity_id = any (${ids.map((row) => row.id)}::bigint[]) and s.status = 'confirmed'
       and exists (select from sign_ups o where o.activity_id = s.activity_id and o.checked_in_at is not null)`
  return ids.length
}
