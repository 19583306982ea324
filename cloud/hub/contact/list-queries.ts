import type { ContactKind, ContactStatus, HandOnTarget } from '../../../types/hub'
import type { Sql } from '../../platform/database'

/** Lists of contacts: mine, those I owe an answer, and what is overdue in an area. */

const row = (sql: Sql) => sql`
  c.id as "contactId", c.kind, c.status, c.hub_id as "hubId", b.name as "hubName", c.asked_at as "askedAt", c.due_at as "dueAt", c.level, c.version`

export interface ContactListRow {
  contactId: number
  kind: ContactKind
  status: ContactStatus
  hubId: number
  hubName: string
  askedAt: Date
  dueAt: Date | null
  level: number
  version: number
}

export async function selectMine(
  sql: Sql,
  me: number,
  before: number | undefined,
  limit: number,
): Promise<(ContactListRow & { words: string; follow: HandOnTarget | null })[]> {
  return sql`
    select ${row(sql)},
           coalesce((select left(m.words, 60) from contact_messages m where m.contact_id = c.id order by m.id limit 1), '') as words,
           (select h.kind from contact_hand_ons h where c.status = 'claimed' and h.contact_id = c.id and h.followed_at is null
             order by h.id desc limit 1) as follow
      from contacts c join hubs b on b.id = c.hub_id
     where c.person_id = ${me} ${before === undefined ? sql`` : sql`and c.id < ${before}`} order by c.id desc limit ${limit}`
}

interface InboxPart {
  mine: boolean
  anonymous: boolean
  /** Null when he wished not to say it. */
  personName: string | null
  /** How the question begins. */
  words: string
  sort: number
}

/** Contacts that I owe an answer, or that my hub does (not those about the host), by deadline. */
export async function selectInbox(
  sql: Sql,
  me: number,
  ended: boolean,
  after: { dueAt: number; contactId: number } | undefined,
  limit: number,
) {
  return sql<(ContactListRow & InboxPart)[]>`
    select * from (
      select ${row(sql)}, c.owner_id is not distinct from ${me}::bigint as mine, c.anonymous,
             (select p.nickname from people p where p.id = c.person_id and not c.anonymous) as "personName",
             coalesce((select left(m.words, 60) from contact_messages m where m.contact_id = c.id order by m.id limit 1), '') as words,
             floor(extract(epoch from coalesce(c.due_at, c.changed_at)) * 1000)::bigint * case when ${ended}::bool then -1 else 1 end as sort
        from contacts c join hubs b on b.id = c.hub_id
       where (c.ended_at is not null) = ${ended}::bool
         and (c.owner_id = ${me} or c.hub_id in (select h.id from hubs h where h.host_id = ${me} union select d.hub_id from hub_deputies d where d.person_id = ${me}))
         and contact_side(${me}, c) in ('host', 'staff')) i
     where ${after === undefined}::bool or (i.sort, i."contactId") > (${after?.dueAt ?? 0}::bigint, ${after?.contactId ?? 0}::bigint)
     order by i.sort, i."contactId" limit ${limit}`
}

/** Deadlines of these areas, the most overdue first. */
export async function selectBoard(
  sql: Sql,
  me: number,
  areas: readonly string[],
  after: { dueAt: number; contactId: number } | undefined,
  limit: number,
) {
  return sql<(ContactListRow & { areaName: string; mine: boolean; sort: number })[]>`
    select * from (
      select ${row(sql)}, a.name as "areaName", c.owner_id is not distinct from ${me}::bigint as mine, floor(extract(epoch from c.due_at) * 1000)::bigint as sort
        from contacts c join hubs b on b.id = c.hub_id join areas a on a.code = c.area_code
       where c.status in ('asked', 'sorted', 'discussed', 'claimed') and c.area_code in (select areas_under(${areas as string[]}::text[]))) i
     where ${after === undefined}::bool or (i.sort, i."contactId") > (${after?.dueAt ?? 0}::bigint, ${after?.contactId ?? 0}::bigint)
     order by i.sort, i."contactId" limit ${limit}`
}

export async function countOverdue(sql: Sql, areas: readonly string[], now: Date): Promise<number> {
  const [counted] = await sql<{ n: number }[]>`
    select count(*)::int as n from contacts c
     where c.status in ('asked', 'sorted', 'discussed', 'claimed') and c.due_at <= ${now} and c.area_code in (select areas_under(${areas as string[]}::text[]))`
  return counted?.n ?? 0
}
