import type { Sql, Tx } from '../platform/database'

/** What is left of a volunteer who deletes the account (PIPL art. 47). */

/** Tasks accepted and not begun, in the order of their requests. */
export async function selectAhead(sql: Sql, personId: number) {
  return sql<{ assignmentId: number; offerId: number; helpRequestId: number }[]>`
    select id as "assignmentId", offer_id as "offerId", request_id as "helpRequestId" from assignments
     where person_id = ${personId} and status = 'assigned' order by request_id`
}

/** The row stays, because service records point at it; name, home, body and everything that was free to say go. Where he lived becomes the community. */
export async function blankVolunteer(tx: Tx, personId: number, name: string, now: Date): Promise<void> {
  await tx`delete from volunteer_skills where person_id = ${personId}`
  await tx`delete from volunteer_dialects where person_id = ${personId}`
  await tx`delete from availability_weekly where person_id = ${personId}`
  await tx`delete from availability_exceptions where person_id = ${personId}`
  await tx`delete from person_blocks where by_id = ${personId} or other_id = ${personId}`
  await tx`delete from acquaintances where person_id = ${personId} or other_id = ${personId}`
  await tx`delete from team_members where person_id = ${personId}`
  await tx`
    update volunteers v
       set status = 'left', status_reason = null, name = ${name}, area_code = c.code, home_area_code = null, sex = null, age_band = null, about = '',
           base_lat = coalesce(c.lat, 0), base_lng = coalesce(c.lng, 0), insured_until = null, automatic = false, changed_at = ${now}
      from areas c where v.person_id = ${personId} and c.code = left(v.area_code, 12)`
}

/** Shifts that are not over end; no surname stays on any, and no words that were written to or from the person. */
export async function blankDuty(tx: Tx, personId: number, surname: string, words: string, now: Date): Promise<void> {
  await tx`
    update duty_shifts set surname = ${surname}, cancelled_at = case when upper(span) > ${now} then coalesce(cancelled_at, ${now}) else cancelled_at end
     where person_id = ${personId}`
  await tx`update duty_calls set words = ${words} where person_id = ${personId}`
  await tx`
    update duty_calls c set answer = ${words} from duty_shifts s
     where s.id = c.shift_id and s.person_id = ${personId} and c.answer is not null`
}

/** Open teams that a person leads, locked. */
export async function lockLedTeams(tx: Tx, personId: number) {
  return tx<{ teamId: number; name: string; areaCode: string; areaName: string }[]>`
    select t.id as "teamId", t.name, t.area_code as "areaCode", a.name as "areaName" from teams t join areas a on a.code = t.area_code
     where t.leader_id = ${personId} and t.closed_at is null order by t.id for no key update of t`
}

/** What was asked for stays as a bare fact: without name, door and words. */
export async function blankRequests(tx: Tx, personId: number, name: string): Promise<void> {
  await tx`
    update help_requests set requester_name = ${name}, words = '', address_cipher = null, home_area_code = null, sex = null, comment = null
     where requester_id = ${personId}`
  await tx`update help_messages set words = '—' where from_id = ${personId} and kind = 'words'`
}
