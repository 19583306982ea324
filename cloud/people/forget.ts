import { dropUnattachedFilesOf } from '../files/drop'
import type { Tx } from '../platform/database'
import { peopleWording } from './wording'

/** Deleting an account (PIPL art. 47): what identifies a person goes, what the law keeps stays under a bare number. */

/** Published activities of this person that have not ended: somebody must take them over, or they must be cancelled first. */
export async function responsibleFor(tx: Tx, personId: number): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(*)::int as n from activities where created_by = ${personId} and status = 'published' and ends_at > now()`
  return row?.n ?? 0
}

/**
 * Blanks the person, and the family members that only this person vouched for; ends sessions, roles and consent; deletes what
 * nobody else needs. Audit rows, check-ins and service records stay, as law requires, and point at a row without identity.
 */
export async function forgetPerson(tx: Tx, personId: number): Promise<void> {
  const [{ ids } = { ids: [] }] = await tx<{ ids: number[] }[]>`
    select array_agg(id) as ids from (
      select ${personId}::bigint as id
      union all
      select f.person_id from family_members f join people p on p.id = f.person_id
       where f.helper_id = ${personId} and f.ended_at is null and p.openid is null and p.enrolled_in is null
         and not exists (select from family_members o where o.person_id = f.person_id and o.helper_id <> ${personId} and o.ended_at is null)
    ) them`
  await tx`update sessions set revoked_at = now(), client = '' where person_id = ${personId} and revoked_at is null`
  await tx`
    update role_grants set revoked_at = now(), revoked_by = case when member_id is null then ${personId}::bigint end
     where (person_id = ${personId} or member_id = member_of(${personId})) and revoked_at is null`
  await tx`update privacy_consents set withdrawn_at = now() where person_id = ${personId} and withdrawn_at is null`
  await tx`update family_members set ended_at = now() where (helper_id = ${personId} or person_id = any (${ids}::bigint[])) and ended_at is null`
  await dropUnattachedFilesOf(tx, personId)
  await tx`delete from desk_passwords where person_id = ${personId}`
  await tx`delete from message_deliveries d using notices n where n.id = d.notice_id and n.person_id = ${personId}`
  await tx`delete from message_acceptances where person_id = ${personId}`
  await tx`delete from notices where person_id = ${personId}`
  // WeChat can no longer be asked in this person's name: somebody else looks.
  await tx`update activity_photos set waits_for = 'unchecked' where added_by = ${personId} and waits_for = 'verdict'`
  await tx`delete from media_checks where person_id = ${personId}`
  await tx`
    update feedback set words = ${peopleWording.forgottenWords}, anonymous = true,
           withdrawn_at = case when answered_at is null then coalesce(withdrawn_at, now()) end
     where person_id = ${personId}`
  await tx`delete from request_answers where person_id = ${personId}`
  await tx`update sign_ups set answers = '{}' where person_id = any (${ids}::bigint[]) and answers <> '{}'`
  await tx`
    update activity_ratings set comment = '', comment_status = 'none' where person_id = ${personId} and comment_status in ('inReview', 'hidden')`
  await tx`
    update people
       set nickname = '已注销', openid = null, unionid = null, phone_cipher = null, phone_hash = null, masked_phone = null,
           community_code = null, home_area_code = null, deleted_at = now()
     where id = any (${ids}::bigint[])`
}
