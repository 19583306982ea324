import type { FeedbackState } from '../../types/feedback'
import type { Sql, Tx } from '../platform/database'
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

/** Feedback in one state that the caller may see: open ones by deadline after a position, others newest first before one. */
export async function selectDesk(
  sql: Sql,
  me: number,
  filter: { state: FeedbackState; areaCode: string | undefined },
  after: { answerBy: string; feedbackId: number } | undefined,
  limit: number,
): Promise<DeskRow[]> {
  const order =
    filter.state === 'open'
      ? sql`and (${after === undefined} or (f.answer_by, f.id) > (${after?.answerBy ?? null}::timestamptz, ${after?.feedbackId ?? 0}))
            order by f.answer_by, f.id`
      : sql`and (${after === undefined} or f.id < ${after?.feedbackId ?? 0}) order by f.id desc`
  return sql<DeskRow[]>`
    select ${columns(sql)}, f.owner_id = ${me} is true as mine,
           (f.owner_id = ${me} or has_role(${me}, '{communityAdmin}', ${scope(sql)})) is true as administers,
           case when not f.anonymous then jsonb_build_object('nickname', p.nickname, 'maskedPhone', p.masked_phone) end as "from"
      from feedback f join areas a on a.code = f.area_code join people p on p.id = f.person_id left join people o on o.id = f.owner_id
     where ${stateIs(sql, filter.state)} and starts_with(f.area_code, ${filter.areaCode ?? ''})
       and has_role(${me}, '{communityAdmin,supervisor}', f.area_code)
       and (f.owner_id = ${me} or has_role(${me}, '{communityAdmin,supervisor}', ${scope(sql)})) ${order}
     limit ${limit}`
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
