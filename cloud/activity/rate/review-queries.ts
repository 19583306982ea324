import type { CommentState } from '../../../types/activity'
import type { Sql, Tx } from '../../platform/database'
import { ofActivities } from './of-activities-queries'

/** Statements of staff who look at comments. Whose comments they see is in the statements themselves; authors never are. */

export interface CommentRow {
  ratingId: number
  activityId: number
  title: string
  areaName: string
  stars: number
  comment: string
  state: CommentState
  why: 'doubtful' | 'unchecked' | 'writtenAnew' | null
  hiddenReason: string | null
  writtenAt: Date
}

/** Comments in one state, in the areas the caller administers (`areas`): the longest waiting first, or the newest of those decided; after a position (0: none). */
export async function selectComments(
  sql: Sql,
  areas: readonly string[],
  state: CommentState,
  after: number,
  limit: number,
): Promise<CommentRow[]> {
  const upwards = state === 'inReview'
  const order = upwards ? sql`order by id` : sql`order by id desc`
  const rest = upwards
    ? sql`r.id > ${after} order by r.id limit ${limit}`
    : sql`${after === 0 ? sql`true` : sql`r.id < ${after}`} order by r.id desc limit ${limit}`
  const shown = sql`r.comment_status = ${state} and r.comment <> ''`
  return sql<CommentRow[]>`
    select r.id as "ratingId", a.id as "activityId", a.title, area.name as "areaName", r.stars, r.comment, r.comment_status as state,
           case when r.comment_status <> 'inReview' then null
                when r.review_reason is not null then 'writtenAnew'
                when r.needs_person then 'doubtful' else 'unchecked' end as why,
           case when r.comment_status = 'hidden' then r.review_reason end as "hiddenReason", r.changed_at as "writtenAt"
      from (${ofActivities(sql, areas, (activity) => sql`select r.id from activity_ratings r ${activity('r')} where ${shown} and ${rest}`)} ${order} limit ${limit}) c
      join activity_ratings r on r.id = c.id join activities a on a.id = r.activity_id join areas area on area.code = a.area_code
     ${upwards ? sql`order by r.id` : sql`order by r.id desc`}`
}

export interface CommentToDecide {
  activityId: number
  title: string
  startsAt: Date
  areaCode: string
  author: number
  state: CommentState
  writtenAt: Date
}

/** Locks a comment in an area the caller administers; undefined for anybody else. */
export async function lockComment(tx: Tx, me: number, ratingId: number): Promise<CommentToDecide | undefined> {
  const [row] = await tx<CommentToDecide[]>`
    select a.id as "activityId", a.title, a.starts_at as "startsAt", a.area_code as "areaCode", r.person_id as author,
           r.comment_status as state, r.changed_at as "writtenAt"
      from activity_ratings r join activities a on a.id = r.activity_id
     where r.id = ${ratingId} and r.comment <> '' and has_role(${me}, '{communityAdmin}', a.area_code)
       for no key update of r`
  return row
}

/** Writes down what staff decided. A reason means hidden. */
export async function decideComment(tx: Tx, me: number, ratingId: number, reason: string | null): Promise<void> {
  await tx`
    update activity_ratings
       set comment_status = ${reason === null ? 'shown' : 'hidden'}, needs_person = ${reason !== null},
           reviewed_by = ${me}, reviewed_at = now(), review_reason = ${reason}
     where id = ${ratingId}`
}
