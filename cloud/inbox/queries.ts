import type { NoticeKind } from '../../types/inbox'
import type { Sql, Tx } from '../platform/database'

export interface NoticeRow {
  noticeId: number
  kind: NoticeKind
  facts: Record<string, unknown>
  createdAt: Date
  readAt: Date | null
}

/** My notices, newest first, before `before` (0: from the newest). */
export async function selectNotices(sql: Sql, personId: number, before: number, limit: number) {
  return sql<NoticeRow[]>`
    select id as "noticeId", kind, facts, created_at as "createdAt", read_at as "readAt" from notices
     where person_id = ${personId} and (${before} = 0 or id < ${before}) order by id desc limit ${limit}`
}

/** Marks one notice read, or it and all older ones. False when it is not this person's. */
export async function markRead(tx: Tx, personId: number, noticeId: number, andOlder: boolean): Promise<boolean> {
  const [mine] = await tx`select from notices where id = ${noticeId} and person_id = ${personId}`
  if (!mine) return false
  await tx`
    update notices set read_at = now()
     where person_id = ${personId} and read_at is null and (id = ${noticeId} or (${andOlder} and id < ${noticeId}))`
  return true
}

export async function countUnread(sql: Sql, personId: number): Promise<number> {
  const [row] = await sql<
    { n: number }[]
  >`select count(*)::int as n from notices where person_id = ${personId} and read_at is null`
  return row?.n ?? 0
}

export async function insertAcceptances(tx: Tx, personId: number, kinds: readonly NoticeKind[]): Promise<void> {
  await tx`insert into message_acceptances (person_id, kind) select ${personId}, unnest(${kinds as string[]}::text[])`
}

export interface DeliveryRow {
  kind: NoticeKind
  facts: Record<string, unknown>
  openid: string | null
}

/** Takes a queued delivery for sending; undefined when somebody has taken it before. Commit before the message leaves. */
export async function claimDelivery(tx: Tx, noticeId: number): Promise<DeliveryRow | undefined> {
  const [row] = await tx<DeliveryRow[]>`
    update message_deliveries d set status = 'sending', attempts = d.attempts + 1
      from notices n join people p on p.id = n.person_id
     where d.notice_id = ${noticeId} and d.status = 'queued' and n.id = d.notice_id
    returning n.kind, n.facts, p.openid`
  return row
}

export type Settled = 'sent' | 'refused' | 'failed' | 'unknown'

export async function settleDelivery(
  sql: Sql,
  noticeId: number,
  status: Settled,
  errcode: number | null,
): Promise<void> {
  await sql`
    update message_deliveries set status = ${status}, errcode = ${errcode}, settled_at = now()
     where notice_id = ${noticeId} and status = 'sending'`
}

/** WeChat certainly did not send it: back into the queue. */
export async function requeueDelivery(sql: Sql, noticeId: number, errcode: number): Promise<void> {
  await sql`update message_deliveries set status = 'queued', errcode = ${errcode} where notice_id = ${noticeId} and status = 'sending'`
}

/** Sending that never came back (a crash in between) may have arrived: it is settled as unknown and never sent again. */
export async function settleAbandoned(sql: Sql): Promise<number> {
  const settled = await sql`
    update message_deliveries set status = 'unknown', settled_at = now()
     where status = 'sending' and queued_at < now() - interval '10 minutes'`
  return settled.count
}
