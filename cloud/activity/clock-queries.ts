import type { Tx } from '../platform/database'

/** Statements that find what the clock has made due, and mark it done in the same breath. */

/** An activity whose time has come for something. */
export interface Due {
  activityId: number
  areaCode: string
}

const idsOf = (due: readonly Due[]) => due.map((d) => d.activityId)

/** Activities that nobody can withdraw from any more and whose waiting have not been told. */
export async function closeWaitlists(tx: Tx, limit: number): Promise<Due[]> {
  return tx<Due[]>`
    update activities set waitlist_closed_at = now()
     where id in (select id from activities where status = 'published' and waitlist_closed_at is null and cancel_until <= now()
                   order by id limit ${limit} for no key update skip locked)
    returning id as "activityId", area_code as "areaCode"`
}

interface ToTell {
  signUpId: number
  personId: number
  signedUpBy: number
  activityId: number
  title: string
  startsAt: Date
}

export async function selectWaiting(tx: Tx, due: readonly Due[]) {
  return tx<ToTell[]>`
    select s.id as "signUpId", s.person_id as "personId", s.signed_up_by as "signedUpBy", a.id as "activityId", a.title, a.starts_at as "startsAt"
      from sign_ups s join activities a on a.id = s.activity_id
     where a.id = any (${idsOf(due)}::bigint[]) and s.status = 'waitlisted' order by s.id`
}

/** Activities that begin within 20 hours and were not announced yet. */
export async function markReminded(tx: Tx, limit: number): Promise<Due[]> {
  return tx<Due[]>`
    update activities set reminded_at = now()
     where id in (select id from activities where status = 'published' and reminded_at is null and starts_at < now() + interval '20 hours'
                     and starts_at > now() order by id limit ${limit} for no key update skip locked)
    returning id as "activityId", area_code as "areaCode"`
}

export async function selectComing(tx: Tx, due: readonly Due[]) {
  return tx<(ToTell & { place: string })[]>`
    select s.id as "signUpId", s.person_id as "personId", s.signed_up_by as "signedUpBy", a.id as "activityId", a.title, a.starts_at as "startsAt",
           a.place_name as place
      from sign_ups s join activities a on a.id = s.activity_id
     where a.id = any (${idsOf(due)}::bigint[]) and s.status = 'confirmed' and s.answer_by is null order by s.id`
}

/**
 * Closes the books two hours after the end: the activity is ended, and whoever was confirmed but not seen is a no-show, provided that
 * anybody was checked in at all (an organiser without a list proves nothing). Names the no-shows' sign-ups.
 */
export async function closeEnded(tx: Tx, limit: number): Promise<(Due & { noShows: number[] })[]> {
  const ended = await tx<Due[]>`
    update activities set status = 'ended', closed_at = now()
     where id in (select id from activities where status = 'published' and ends_at < now() - interval '2 hours'
                   order by id limit ${limit} for no key update skip locked)
    returning id as "activityId", area_code as "areaCode"`
  const missing = await tx<{ signUpId: number; activityId: number }[]>`
    update sign_ups s set status = 'noShow', answer_by = null
     where s.activity_id = any (${idsOf(ended)}::bigint[]) and s.status = 'confirmed'
       and exists (select from sign_ups o where o.activity_id = s.activity_id and o.checked_in_at is not null)
    returning s.id as "signUpId", s.activity_id as "activityId"`
  return ended.map((activity) => ({
    ...activity,
    noShows: missing.filter((m) => m.activityId === activity.activityId).map((m) => m.signUpId),
  }))
}
