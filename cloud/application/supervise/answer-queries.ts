import type { Sql, Tx } from '../../platform/database'

/** What a supervisor answers: call-backs after a poor rating, and appeals. */

export interface CallBackRow {
  callBackId: number
  applicationId: number
  number: string
  itemName: string
  department: string
  level: number
  words: string
  dueAt: Date
  ownerId: number
  ownerName: string
  phoneCipher: Buffer | null
  doneAt: Date | null
  answer: string | null
}

const callBacks = (sql: Sql) => sql`
  select b.id as "callBackId", a.id as "applicationId", a.number, a.item_name as "itemName", a.department, r.level, r.words, b.due_at as "dueAt",
         b.owner_id as "ownerId", o.nickname as "ownerName", p.phone_cipher as "phoneCipher", b.done_at as "doneAt", b.answer
    from rating_call_backs b
    join applications a on a.id = b.application_id
    join application_ratings r on r.application_id = b.application_id
    join people o on o.id = b.owner_id
    join people p on p.id = a.applicant_id`

/** Call-backs of the caller's areas, never to whoever was rated: the decider and the owner of the case do not see their own. */
export async function selectCallBacks(
  sql: Sql,
  me: number,
  open: boolean,
  after: number,
  limit: number,
): Promise<CallBackRow[]> {
  // Which ones first, in their order, then the rest of them: not everybody's names for the sake of one page.
  return sql<CallBackRow[]>`
    ${callBacks(sql)}
     where b.id in (
       select b.id from rating_call_backs b
        cross join lateral (select a.area_code, a.decided_by, a.owner_id from applications a where a.id = b.application_id limit 1) a
     where b.id > ${after} and ${open ? sql`b.done_at is null` : sql`b.done_at is not null`}
       and (b.owner_id = ${me} or (a.area_code ^@ any ((select served_areas(${me}::bigint, '{supervisor,communityAdmin,approver}'))::text[])
                                   and a.decided_by is distinct from ${me} and a.owner_id is distinct from ${me}))
     order by b.id limit ${limit})
     order by b.id`
}

export async function lockCallBack(tx: Tx, callBackId: number): Promise<CallBackRow | undefined> {
  const [row] = await tx<CallBackRow[]>`${callBacks(tx)} where b.id = ${callBackId} for update of b`
  return row
}

export async function closeCallBack(tx: Tx, callBackId: number, answer: string, now: Date): Promise<void> {
  await tx`update rating_call_backs set done_at = ${now}, answer = ${answer} where id = ${callBackId}`
}

export interface AppealRow {
  appealId: number
  applicationId: number
  number: string
  itemName: string
  department: string
  words: string
  at: Date
  dueAt: Date
  outcome: string | null
  answer: string | null
}

const appeals = (sql: Sql) => sql`
  select p.id as "appealId", a.id as "applicationId", a.number, a.item_name as "itemName", a.department, p.words, p.at, p.due_at as "dueAt",
         p.outcome, p.answer
    from application_appeals p join applications a on a.id = p.application_id`

export async function selectAppeals(
  sql: Sql,
  me: number,
  open: boolean,
  after: number,
  limit: number,
): Promise<AppealRow[]> {
  return sql<AppealRow[]>`
    ${appeals(sql)} where p.id > ${after} and ${open ? sql`p.answered_at is null` : sql`p.answered_at is not null`}
       and a.area_code ^@ any ((select served_areas(${me}::bigint, '{supervisor}'))::text[])
     order by p.id limit ${limit}`
}

export async function lockAppeal(tx: Tx, me: number, appealId: number): Promise<AppealRow | undefined> {
  const [row] = await tx<AppealRow[]>`
    ${appeals(tx)} where p.id = ${appealId} and has_role(${me}::bigint, '{supervisor}', a.area_code) for update of p`
  return row
}

export async function answerAppeal(
  tx: Tx,
  appealId: number,
  outcome: 'upheld' | 'reopened',
  answer: string,
  by: number,
  now: Date,
): Promise<void> {
  await tx`
    update application_appeals set outcome = ${outcome}, answer = ${answer}, answered_by = ${by}, answered_at = ${now} where id = ${appealId}`
}
