import type { Tx } from '../../platform/database'
import type { CommentBefore, CommentFate, WaitsFor } from './rules'

/** Statements behind ratings and albums. */

export async function selectOptionalAttendance(tx: Tx, me: number, activityId: number) {
  const [row] = await tx<{ endsAt: Date; attended: boolean; areaCode: string }[]>`
    select a.ends_at as "endsAt", a.area_code as "areaCode",
           exists (select from sign_ups s where s.activity_id = a.id and s.person_id = ${me} and s.status in ('checkedIn', 'checkedOut')) as attended
      from activities a where a.id = ${activityId} and a.status in ('published', 'ended')`
  return row
}

/** The caller's rating of an activity, locked against a decision of staff. */
export async function lockOptionalRating(tx: Tx, me: number, activityId: number): Promise<CommentBefore | undefined> {
  const [row] = await tx<CommentBefore[]>`
    select comment, comment_status as state, needs_person as "needsPerson", review_reason is not null as "hiddenBefore"
      from activity_ratings where activity_id = ${activityId} and person_id = ${me} for no key update`
  return row
}

export async function upsertRating(
  tx: Tx,
  rating: { activityId: number; personId: number; stars: number; comment: string } & CommentFate,
): Promise<void> {
  await tx`
    insert into activity_ratings (activity_id, person_id, stars, comment, comment_status, needs_person)
    values (${rating.activityId}, ${rating.personId}, ${rating.stars}, ${rating.comment}, ${rating.state}, ${rating.needsPerson})
    on conflict (activity_id, person_id) do update
      set stars = excluded.stars, comment = excluded.comment, comment_status = excluded.comment_status,
          needs_person = excluded.needs_person, changed_at = now()`
}

/** Adds a picture unless the album is full; undefined then. The activity's row is locked so that two phones count right. A new cover replaces the old. */
export async function insertPhoto(
  tx: Tx,
  photo: {
    activityId: number
    mimeType: string
    bytes: Buffer
    caption: string
    cover: boolean
    addedBy: number
    waitsFor: WaitsFor
    most: number
  },
): Promise<number | undefined> {
  await tx`select from activities where id = ${photo.activityId} for no key update`
  if (photo.cover)
    await tx`update activity_photos set removed_at = now() where activity_id = ${photo.activityId} and cover and removed_at is null`
  const [row] = await tx<{ id: number }[]>`
    insert into activity_photos (activity_id, mime_type, bytes, caption, cover, added_by, state, waits_for)
    select ${photo.activityId}, ${photo.mimeType}, ${photo.bytes}, ${photo.caption}, ${photo.cover}, ${photo.addedBy}, 'inReview', ${photo.waitsFor}
     where ${photo.cover} or (select count(*) from activity_photos where activity_id = ${photo.activityId} and not cover and removed_at is null and state <> 'hidden') < ${photo.most}
    returning id`
  return row?.id
}

/** Takes a picture out of an album the caller runs. */
export async function removePhoto(tx: Tx, me: number, photoId: number): Promise<number | undefined> {
  const [row] = await tx<{ activityId: number }[]>`
    update activity_photos p set removed_at = now() from activities a
     where p.id = ${photoId} and p.removed_at is null and a.id = p.activity_id and manages_activity(${me}, a)
    returning a.id as "activityId"`
  return row?.activityId
}

/** Comments whose check was not possible at the time, with their authors and what they are about. */
export async function selectUnchecked(tx: Tx, limit: number) {
  return tx<
    {
      ratingId: number
      openid: string
      comment: string
      author: number
      activityId: number
      areaCode: string
      title: string
      startsAt: Date
    }[]
  >`
    select r.id as "ratingId", p.openid, r.comment, p.id as author, a.id as "activityId", a.area_code as "areaCode", a.title,
           a.starts_at as "startsAt"
      from activity_ratings r join people p on p.id = r.person_id join activities a on a.id = r.activity_id
     where r.comment_status = 'inReview' and not r.needs_person and p.openid is not null and r.changed_at > now() - interval '2 days'
     order by r.id limit ${limit} for update of r skip locked`
}

export async function showComment(tx: Tx, ratingId: number): Promise<void> {
  await tx`update activity_ratings set comment_status = 'shown' where id = ${ratingId}`
}

export async function leaveToPerson(tx: Tx, ratingId: number): Promise<void> {
  await tx`update activity_ratings set needs_person = true where id = ${ratingId}`
}

export async function hideComment(tx: Tx, ratingId: number, reason: string): Promise<void> {
  await tx`update activity_ratings set comment_status = 'hidden', review_reason = ${reason} where id = ${ratingId}`
}
