import type { FeedbackKind, FeedbackSubject } from '../../types/feedback'
import type { Sql, Tx } from '../platform/database'
import type { Candidate } from './rules'

/** Statements of those who send feedback, and of the clock. Those of staff are in desk-queries.ts. */

export interface FeedbackRow {
  feedbackId: number
  number: string
  kind: FeedbackKind
  about: FeedbackSubject
  areaName: string
  words: string
  anonymous: boolean
  sentAt: Date
  answerBy: Date
  ownerName: string | null
  answer: string | null
  answeredAt: Date | null
  withdrawnAt: Date | null
}

/** The columns of a row; `f`, `a` and `o` are feedback, its area and its owner. */
export const columns = (sql: Sql) => sql`
  f.id as "feedbackId", f.number, f.kind, f.about, a.name as "areaName", f.words, f.anonymous, f.sent_at as "sentAt",
  f.answer_by as "answerBy", o.nickname as "ownerName", f.answer, f.answered_at as "answeredAt", f.withdrawn_at as "withdrawnAt"`

/** What one person sent, newest first, before a position (0: from the newest). */
export async function selectMine(sql: Sql, me: number, before: number, limit: number) {
  return sql<FeedbackRow[]>`
    select ${columns(sql)} from feedback f join areas a on a.code = f.area_code left join people o on o.id = f.owner_id
     where f.person_id = ${me} and (${before} = 0 or f.id < ${before}) order by f.id desc limit ${limit}`
}

/** One that this person sent. */
export async function selectOptionalMine(sql: Sql, me: number, feedbackId: number): Promise<FeedbackRow | undefined> {
  const [row] = await sql<FeedbackRow[]>`
    select ${columns(sql)} from feedback f join areas a on a.code = f.area_code left join people o on o.id = f.owner_id
     where f.person_id = ${me} and f.id = ${feedbackId}`
  return row
}

/** The community a person lives in, null before they have chosen one. Locks the person, so that two taps count right. */
export async function lockAuthor(tx: Tx, me: number) {
  // A statement of its own: the count must see what the other tap has committed while this one waited.
  await tx`select from people where id = ${me} for no key update`
  const [row] = await tx<{ community: string | null; today: number }[]>`
    select community_code as community,
           (select count(*)::int from feedback f where f.person_id = p.id and f.sent_at::date = now()::date) as today
      from people p where id = ${me}`
  if (!row) throw new Error(`person ${me} vanished`)
  return row
}

export async function isCommunity(tx: Tx, areaCode: string): Promise<boolean> {
  const [row] = await tx`select from areas where code = ${areaCode} and level = 'community'`
  return row !== undefined
}

/** Everybody who administers an area now, with what they have to answer already. */
export async function selectCandidates(tx: Tx, areaCode: string) {
  return tx<Candidate[]>`
    select g.person_id as "personId", g.area_code as "areaCode",
           (select count(*)::int from feedback f
             where f.owner_id = g.person_id and f.answered_at is null and f.withdrawn_at is null) as open
      from role_grants g
     where g.role = 'communityAdmin' and g.revoked_at is null and g.valid_from <= now()
       and (g.valid_until is null or g.valid_until > now()) and starts_with(${areaCode}, g.area_code)`
}

export interface NewFeedback {
  kind: FeedbackKind
  about: FeedbackSubject
  areaCode: string
  personId: number
  anonymous: boolean
  words: string
  sentAt: Date
  answerBy: Date
  ownerId: number | undefined
}

/** Stores it under the next number of its day. */
export async function insertFeedback(tx: Tx, f: NewFeedback) {
  const [row] = await tx<{ feedbackId: number; number: string }[]>`
    with counted as (
      insert into feedback_days (day, last) values (${f.sentAt}::timestamptz::date, 1)
      on conflict (day) do update set last = feedback_days.last + 1 returning day, last
    )
    insert into feedback (number, kind, about, area_code, person_id, anonymous, words, sent_at, answer_by, owner_id)
    select to_char(day, 'YYYYMMDD') || '-' || lpad(last::text, greatest(3, length(last::text)), '0'), ${f.kind}, ${f.about}, ${f.areaCode},
           ${f.personId}, ${f.anonymous}, ${f.words}, ${f.sentAt}, ${f.answerBy}, ${f.ownerId ?? null}
      from counted
    returning id as "feedbackId", number`
  if (!row) throw new Error('feedback was not stored')
  return row
}

/** Locks one that this person sent. */
export async function lockMine(tx: Tx, me: number, feedbackId: number) {
  const [row] = await tx<{ areaCode: string; answeredAt: Date | null; withdrawnAt: Date | null }[]>`
    select area_code as "areaCode", answered_at as "answeredAt", withdrawn_at as "withdrawnAt" from feedback
     where id = ${feedbackId} and person_id = ${me} for no key update`
  return row
}

export async function withdraw(tx: Tx, feedbackId: number): Promise<void> {
  await tx`update feedback set withdrawn_at = now() where id = ${feedbackId}`
}

// ---- the clock -----------------------------------------------------------------------------------------------------

export interface Ownerless {
  feedbackId: number
  number: string
  about: FeedbackSubject
  areaCode: string
  author: number
  ownerId: number | null
  answerBy: Date
}

/** Open ones that nobody answers for, or whose owner no longer administers the area while somebody else does. */
export async function selectOwnerless(tx: Tx, limit: number) {
  return tx<Ownerless[]>`
    select f.id as "feedbackId", f.number, f.about, f.area_code as "areaCode", f.person_id as author,
           f.owner_id as "ownerId", f.answer_by as "answerBy"
      from feedback f
     where f.answered_at is null and f.withdrawn_at is null
       and (f.owner_id is null or not has_role(f.owner_id, '{communityAdmin}', f.area_code))
       and exists (select from role_grants g
                    where g.role = 'communityAdmin' and g.revoked_at is null and g.valid_from <= now()
                      and (g.valid_until is null or g.valid_until > now()) and starts_with(f.area_code, g.area_code)
                      and g.person_id <> f.person_id)
     order by f.id limit ${limit} for no key update of f skip locked`
}

export async function updateOwner(tx: Tx, feedbackId: number, ownerId: number): Promise<void> {
  await tx`update feedback set owner_id = ${ownerId} where id = ${feedbackId}`
}

export interface Overdue {
  feedbackId: number
  number: string
  areaCode: string
  answerBy: Date
  /** The owner, and everybody who supervises the area. */
  tell: number[]
}

/** Marks open ones whose time is over, each once, and names whom to tell. */
export async function markOverdue(tx: Tx, now: Date, limit: number) {
  return tx<Overdue[]>`
    update feedback f set overdue_told_at = ${now}
     where f.id in (select id from feedback
                     where answered_at is null and withdrawn_at is null and overdue_told_at is null and answer_by < ${now}
                     order by answer_by limit ${limit} for update skip locked)
    returning f.id as "feedbackId", f.number, f.area_code as "areaCode", f.answer_by as "answerBy",
      (select coalesce(array_agg(distinct person_id), '{}') from (
         select f.owner_id as person_id where f.owner_id is not null
         union all
         select g.person_id from role_grants g
          where g.role = 'supervisor' and g.revoked_at is null and g.valid_from <= now()
            and (g.valid_until is null or g.valid_until > now()) and starts_with(f.area_code, g.area_code)) them) as tell`
}
