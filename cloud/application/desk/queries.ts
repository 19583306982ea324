import type { Status } from '../../../types/application'
import type { GuidanceAnswers } from '../../../types/catalogue'
import type { Sql, Tx } from '../../platform/database'

/** Statements of the desk's steps. */

export interface LastChange {
  by: string
  at: Date
  status: Status
  version: number
}

/** Who changed a case last, when, and how it stands now. */
export async function selectLastChange(tx: Tx, applicationId: number): Promise<LastChange> {
  const [row] = await tx<LastChange[]>`
    select coalesce(case when a.changed_by = a.applicant_id then a.applicant_name else p.nickname end, '') as by,
           a.changed_at as at, a.status, a.version
      from applications a left join people p on p.id = a.changed_by where a.id = ${applicationId}`
  if (!row) throw new Error(`application ${applicationId} is gone`)
  return row
}

export async function selectAnswers(sql: Sql, applicationId: number): Promise<GuidanceAnswers> {
  const [row] = await sql<{ answers: GuidanceAnswers }[]>`select answers from applications where id = ${applicationId}`
  return row?.answers ?? {}
}

/** Sets the verdict on the newest round of each document. */
export async function updateVerdicts(
  tx: Tx,
  applicationId: number,
  verdicts: readonly { key: string; verdict: 'ok' | 'notOk' | null }[],
  by: number,
): Promise<void> {
  if (verdicts.length === 0) return
  await tx`
    update application_documents d set verdict = v.verdict, verdict_by = case when v.verdict is null then null else ${by}::bigint end
      from unnest(${verdicts.map((v) => v.key)}::text[], ${verdicts.map((v) => v.verdict)}::text[]) as v (key, verdict)
     where d.application_id = ${applicationId} and d.key = v.key
       and d.round = (select max(o.round) from application_documents o where o.application_id = d.application_id and o.key = d.key)`
}

export async function updateNoticeDraft(tx: Tx, applicationId: number, lines: object[]): Promise<void> {
  await tx`update applications set notice_draft = ${JSON.stringify(lines)}::jsonb where id = ${applicationId}`
}

/** A write that is no step: the row's version and who changed it. */
export async function touch(tx: Tx, applicationId: number, by: number, now: Date): Promise<number> {
  const [row] = await tx<{ version: number }[]>`
    update applications set version = version + 1, changed_by = ${by}, changed_at = ${now} where id = ${applicationId} returning version`
  return row?.version ?? 0
}

export async function countNotices(sql: Sql, applicationId: number): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from correction_notices where application_id = ${applicationId}`
  return row?.n ?? 0
}

export interface NewNotice {
  applicationId: number
  nth: number
  by: number
  dueAt: Date
  lines: readonly { key: string; what: string; how: string; round: number }[]
}

/**
 * Writes a correction notice. What was never handed in could be seen to be missing from the first submission on, and is written down as such. The
 * database refuses a line about anything that could be seen before an earlier notice (`told_once`).
 */
export async function insertNotice(tx: Tx, notice: NewNotice, now: Date): Promise<void> {
  const { applicationId, nth, by, dueAt, lines } = notice
  const keys = lines.map((l) => l.key)
  await tx`
    insert into application_documents (application_id, key, round)
    select ${applicationId}::bigint, key, 1 from unnest(${keys}::text[]) as k (key)
     where not exists (select from application_documents d where d.application_id = ${applicationId} and d.key = k.key)`
  await tx`
    insert into correction_notices (application_id, nth, at, by, due_at) values (${applicationId}, ${nth}, ${now}, ${by}, ${dueAt})`
  await tx`
    insert into correction_lines (application_id, nth, key, document_round, what, how)
    select ${applicationId}::bigint, ${nth}::int, l.key, l.round, l.what, l.how
      from unnest(${keys}::text[], ${lines.map((l) => l.round)}::int[], ${lines.map((l) => l.what)}::text[], ${lines.map((l) => l.how)}::text[])
           as l (key, round, what, how)`
}

export async function insertPause(
  tx: Tx,
  applicationId: number,
  reason: string,
  why: string,
  now: Date,
): Promise<void> {
  await tx`
    insert into application_pauses (application_id, from_at, reason, why) values (${applicationId}, ${now}, ${reason}, ${why})`
}

export async function endPause(tx: Tx, applicationId: number, now: Date): Promise<void> {
  await tx`
    update application_pauses set until_at = greatest(${now}::timestamptz(3), from_at) where application_id = ${applicationId} and until_at is null`
}

/** Who asked for the extension that waits for an answer. */
export async function selectOptionalExtensionAsker(sql: Sql, applicationId: number): Promise<number | undefined> {
  const [row] = await sql<{ id: number }[]>`
    select person_id as id from application_events where application_id = ${applicationId} and kind = 'requestExtension' order by seq desc limit 1`
  return row?.id
}

/** The clerk who accepted a case, or looked at it first; undefined when it was the clock. */
export async function selectOptionalAccepter(tx: Tx, applicationId: number): Promise<number | undefined> {
  const [row] = await tx<{ id: number }[]>`
    select person_id as id from application_events
     where application_id = ${applicationId} and kind in ('accept', 'acceptConditionally', 'startReview') and actor = 'clerk'
     order by seq desc limit 1`
  return row?.id
}

/** Whether a person has decided this case before (it was opened again after an appeal). */
export async function selectHasDecided(sql: Sql, personId: number, applicationId: number): Promise<boolean> {
  const [row] = await sql`
    select from application_events
     where application_id = ${applicationId} and kind in ('approve', 'refuse') and person_id = ${personId} limit 1`
  return row !== undefined
}

/** The applicant's number: sealed, and with only its ends to be read; null where there is none. */
export async function selectPhone(
  sql: Sql,
  personId: number,
): Promise<{ sealed: Buffer | null; masked: string | null }> {
  const [row] = await sql<{ sealed: Buffer | null; masked: string | null }[]>`
    select phone_cipher as sealed, masked_phone as masked from people where id = ${personId}`
  return row ?? { sealed: null, masked: null }
}

export async function countVisits(tx: Tx, applicationId: number): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(*)::int as n from appointments where application_id = ${applicationId} and status = 'checkedIn'`
  return row?.n ?? 0
}

export async function insertAnswer(tx: Tx, applicationId: number, by: number, words: string, now: Date): Promise<void> {
  await tx`
    insert into application_messages (application_id, from_staff, person_id, words, at) values (${applicationId}, true, ${by}, ${words}, ${now})`
}

// ---- parallel review -----------------------------------------------------------------------------------------------

export interface Review {
  key: string
  department: string
  agrees: boolean | null
  opinion: string | null
  by: string | null
  at: Date | null
}

export async function selectReviews(sql: Sql, applicationId: number): Promise<Review[]> {
  return sql<Review[]>`
    select r.key, r.department, r.agrees, r.opinion, p.nickname as by, r.given_at as at
      from application_reviews r left join people p on p.id = r.given_by where r.application_id = ${applicationId} order by r.key`
}

export async function insertReviews(
  tx: Tx,
  applicationId: number,
  departments: readonly { key: string; department: string }[],
  now: Date,
): Promise<void> {
  await tx`
    insert into application_reviews (application_id, key, department, asked_at)
    select ${applicationId}::bigint, key, department, ${now}::timestamptz
      from unnest(${departments.map((d) => d.key)}::text[], ${departments.map((d) => d.department)}::text[]) as d (key, department)`
}

/** Gives a department's opinion, once. False when it was given before. */
export async function updateReview(
  tx: Tx,
  applicationId: number,
  review: { key: string; agrees: boolean; opinion: string; by: number },
  now: Date,
): Promise<boolean> {
  const rows = await tx`
    update application_reviews set agrees = ${review.agrees}, opinion = ${review.opinion}, given_by = ${review.by}, given_at = ${now}
     where application_id = ${applicationId} and key = ${review.key} and given_at is null`
  return rows.count > 0
}

/** Staff of the departments: clerks and approvers of the county itself. */
export async function selectDepartmentStaff(tx: Tx, areaCode: string): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    select distinct person_id as id from role_grants g
     where g.role in ('clerk', 'approver') and g.area_code = left(${areaCode}, 6) and g.revoked_at is null and g.valid_from <= now()
       and (g.valid_until is null or g.valid_until > now()) order by 1`
  return rows.map((row) => row.id)
}
