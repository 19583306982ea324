import type { FeedbackState } from '../../types/feedback'
import { servesCounty } from '../people/scope'
import type { Sql, Statement, Tx } from '../platform/database'
import { columns, type FeedbackRow } from './queries'

export { updateOwner } from './queries'

/** Statements of staff. Which feedback they see is in the statements themselves; who wrote it only where it is not anonymous. */

export interface DeskRow extends FeedbackRow {
  from: { nickname: string; maskedPhone: string | null } | null
  mine: boolean
  administers: boolean
}

/** Where one must have the role: for what is about people who work there, above their community. */
const scope = (sql: Sql) => sql`case when f.about = 'people' then left(f.area_code, 9) else f.area_code end`

const stateIs = (sql: Sql, state: FeedbackState) =>
  state === 'open'
    ? sql`f.answered_at is null and f.withdrawn_at is null`
    : state === 'answered'
      ? sql`f.answered_at is not null`
      : sql`f.withdrawn_at is not null`

/**
 * Feedback in one state of the areas the caller serves (`areas`), as far as they may see it: open ones by deadline after a position, others newest
 * first before one. What is about people who work there is for whoever serves the area above, and for its owner.
 */
export async function selectDesk(
  sql: Sql,
  me: number,
  areas: readonly string[],
  state: FeedbackState,
  after: { answerBy: string; feedbackId: number } | undefined,
  limit: number,
): Promise<DeskRow[]> {
  const codes = areas as string[]
  const open = state === 'open'
  const further = !after
    ? sql``
    : open
      ? sql`and (f.answer_by, f.id) > (${after.answerBy}::timestamptz, ${after.feedbackId})`
      : sql`and f.id < ${after.feedbackId}`
  const order = open ? sql`order by answer_by, id` : sql`order by id desc`
  const part = (where: Statement<object[]>) => sql`
    select f.id, f.answer_by from feedback f
     where ${where} and ${stateIs(sql, state)} and (f.owner_id = ${me} or f.about <> 'people' or left(f.area_code, 9) ^@ any ((select served_areas(${me}, '{communityAdmin,supervisor}'))::text[]))
       ${further} ${open ? sql`order by f.answer_by, f.id` : sql`order by f.id desc`} limit ${limit}`
  // Of each area the first by its own index, then of all; a whole county in one go.
  const chosen = servesCounty(areas)
    ? part(sql`f.area_code ^@ any (${codes}::text[])`)
    : sql`select n.* from areas_under(${codes}::text[]) s (code) cross join lateral (${part(sql`f.area_code = s.code`)}) n ${order} limit ${limit}`
  return sql<DeskRow[]>`
    select ${columns(sql)}, f.owner_id = ${me} is true as mine,
           (f.owner_id = ${me} or ${scope(sql)} ^@ any ((select served_areas(${me}, '{communityAdmin}'))::text[])) is true as administers,
           case when not f.anonymous then jsonb_build_object('nickname', p.nickname, 'maskedPhone', p.masked_phone) end as "from"
      from (${chosen}) c join feedback f on f.id = c.id join areas a on a.code = f.area_code join people p on p.id = f.person_id
      left join people o on o.id = f.owner_id
     ${open ? sql`order by f.answer_by, f.id` : sql`order by f.id desc`}`
}

export interface DeskFeedback {
  number: string
  areaCode: string
  author: number
  ownerId: number | null
  answeredAt: Date | null
  withdrawnAt: Date | null
}

/** Locks one that the caller may answer; undefined for anybody else. */
export async function lockForStaff(tx: Tx, me: number, feedbackId: number): Promise<DeskFeedback | undefined> {
  const [row] = await tx<DeskFeedback[]>`
    select f.number, f.area_code as "areaCode", f.person_id as author, f.owner_id as "ownerId", f.answered_at as "answeredAt",
           f.withdrawn_at as "withdrawnAt"
      from feedback f
     where f.id = ${feedbackId} and has_role(${me}, '{communityAdmin}', f.area_code)
       and (f.owner_id = ${me} or has_role(${me}, '{communityAdmin}', ${scope(tx)}))
       for no key update of f`
  return row
}

/** Whoever answers has answered for it. */
export async function insertAnswer(tx: Tx, me: number, feedbackId: number, answer: string, at: Date): Promise<void> {
  await tx`
    update feedback set answer = ${answer}, answered_by = ${me}, answered_at = ${at}, owner_id = ${me} where id = ${feedbackId}`
}
