import type { PhotoState } from '../../../types/activity'
import type { Sql, Tx } from '../../platform/database'
import { ofActivities } from './of-activities-queries'
import type { PhotoFate } from './rules'

/** Statements about album pictures on their way to be seen. Who may decide on which is in the statements themselves. */

export async function selectOptionalPicture(sql: Sql, photoId: number) {
  const [row] = await sql<{ mimeType: string; bytes: Buffer }[]>`
    select mime_type as "mimeType", bytes from activity_photos where id = ${photoId} and removed_at is null`
  return row
}

export interface WaitingPhoto {
  activityId: number
  title: string
  startsAt: Date
  areaCode: string
  addedBy: number
}

/** Locks a picture that still waits for WeChat's verdict; undefined when it does not, or was taken away. */
export async function lockWaiting(tx: Tx, photoId: number): Promise<WaitingPhoto | undefined> {
  const [row] = await tx<WaitingPhoto[]>`
    select a.id as "activityId", a.title, a.starts_at as "startsAt", p.added_by as "addedBy", a.area_code as "areaCode"
      from activity_photos p join activities a on a.id = p.activity_id
     where p.id = ${photoId} and p.waits_for = 'verdict' and p.removed_at is null for no key update of p`
  return row
}

export async function updateFate(tx: Tx, photoId: number, fate: PhotoFate): Promise<void> {
  await tx`
    update activity_photos set state = ${fate.state}, waits_for = ${fate.waitsFor}, hidden_reason = ${fate.hiddenReason} where id = ${photoId}`
}

export interface PhotoRow {
  photoId: number
  activityId: number
  title: string
  areaName: string
  caption: string
  state: PhotoState
  why: 'doubtful' | 'unchecked' | null
  hiddenReason: string | null
  addedAt: Date
}

/**
 * Pictures in one state, in the areas the caller administers (`areas`): those that wait for a person, the longest waiting first, or the newest
 * of those decided; after a position (0: none).
 */
export async function selectPhotosToReview(
  sql: Sql,
  areas: readonly string[],
  state: PhotoState,
  after: number,
  limit: number,
): Promise<PhotoRow[]> {
  const upwards = state === 'inReview'
  const part = upwards
    ? sql`p.waits_for in ('doubtful', 'unchecked') and p.id > ${after} order by p.id limit ${limit}`
    : sql`p.state = ${state} and p.state <> 'inReview' and ${after === 0 ? sql`true` : sql`p.id < ${after}`} order by p.id desc limit ${limit}`
  return sql<PhotoRow[]>`
    select p.id as "photoId", a.id as "activityId", a.title, area.name as "areaName", p.caption, p.state, p.waits_for as why,
           p.hidden_reason as "hiddenReason", p.added_at as "addedAt"
      from (${ofActivities(sql, areas, (activity) => sql`select p.id from activity_photos p ${activity('p')} where p.removed_at is null and ${part}`)}
             ${upwards ? sql`order by id` : sql`order by id desc`} limit ${limit}) c
      join activity_photos p on p.id = c.id join activities a on a.id = p.activity_id join areas area on area.code = a.area_code
     ${upwards ? sql`order by p.id` : sql`order by p.id desc`}`
}

export interface PhotoToDecide extends WaitingPhoto {
  state: PhotoState
}

/** Locks a picture in an area the caller administers; undefined for anybody else. */
export async function lockPhoto(tx: Tx, me: number, photoId: number): Promise<PhotoToDecide | undefined> {
  const [row] = await tx<PhotoToDecide[]>`
    select a.id as "activityId", a.title, a.starts_at as "startsAt", p.added_by as "addedBy", a.area_code as "areaCode", p.state
      from activity_photos p join activities a on a.id = p.activity_id
     where p.id = ${photoId} and p.removed_at is null and has_role(${me}, '{communityAdmin}', a.area_code)
       for no key update of p`
  return row
}

/** Writes down what staff decided. A reason means hidden. */
export async function decidePhotoByPerson(tx: Tx, me: number, photoId: number, reason: string | null): Promise<void> {
  await tx`
    update activity_photos
       set state = ${reason === null ? 'shown' : 'hidden'}, waits_for = null, hidden_reason = ${reason}, reviewed_by = ${me}, reviewed_at = now()
     where id = ${photoId}`
}
