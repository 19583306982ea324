import type { LinkReason } from '../../../types/hub'
import type { Sql, Tx } from '../../platform/database'

/** Visits as rows. What was heard is sealed; who may read it is in each statement. */

export interface VisitRow {
  visitId: number
  hubId: number
  hubName: string
  visitedOn: string
  visitorName: string
  households: number
  promises: number
  broken: number
  open: number
}

const columns = (sql: Sql) => sql`
  v.id as "visitId", v.hub_id as "hubId", h.name as "hubName", v.visited_on::text as "visitedOn", p.nickname as "visitorName",
  (select count(*)::int from home_visit_households x where x.visit_id = v.id) as households, t.promises, t.broken, t.open
  from home_visits v join hubs h on h.id = v.hub_id join people p on p.id = v.visitor_id
  cross join lateral (select count(*)::int as promises, count(*) filter (where q.status = 'broken')::int as broken, count(*) filter (where q.status = 'open')::int as open
                        from visit_promises q where q.visit_id = v.id) t`

/** Where a page ends: the day as a number, and the visit. */
export interface VisitPosition {
  day: number
  visitId: number
}
const dayNumber = (sql: Sql) => sql`to_char(v.visited_on, 'YYYYMMDD')::bigint`

/** Hubs whose diary `me` reads. */
const myHubs = (sql: Sql, me: number) => sql`
  (select h.id from hubs h where h.branch_lead_id = ${me} or (h.host_id = ${me} and h.closed_at is null)
   union select d.hub_id from hub_deputies d join hubs h on h.id = d.hub_id where d.person_id = ${me} and h.closed_at is null)`

/** Visits that `me` may read, the newest first, after a position. */
export async function selectVisits(
  sql: Sql,
  me: number,
  filter: { hubId?: number | undefined; householdId?: number | undefined },
  after: VisitPosition | undefined,
  limit: number,
): Promise<VisitRow[]> {
  const { hubId = null, householdId = null } = filter
  return sql<VisitRow[]>`
    select ${columns(sql)}
     where v.hub_id in ${myHubs(sql, me)} and (${hubId}::bigint is null or v.hub_id = ${hubId}::bigint)
       and (${householdId}::bigint is null or exists (select from home_visit_households x where x.visit_id = v.id and x.household_id = ${householdId}::bigint))
       and (${after === undefined}::bool or (${dayNumber(sql)}, v.id) < (${after?.day ?? 0}::bigint, ${after?.visitId ?? 0}::bigint))
     order by v.visited_on desc, v.id desc limit ${limit}`
}

/** One visit that `me` may read, with what was heard, sealed. */
export async function selectOptionalVisit(sql: Sql, me: number, visitId: number) {
  const [row] = await sql<
    (VisitRow & { heard: Buffer; areaCode: string; contactId: number | null; version: number; mayCorrect: boolean })[]
  >`
    select v.heard_cipher as heard, v.area_code as "areaCode", v.contact_id as "contactId", v.version, v.visitor_id = ${me} as "mayCorrect", ${columns(sql)}
     where v.id = ${visitId} and reads_diary(${me}, v.hub_id)`
  return row
}

export async function selectHomes(sql: Sql, visitId: number) {
  return sql<{ householdId: number; areaName: string; people: number; reason: LinkReason }[]>`
    select o.id as "householdId", a.name as "areaName", o.people, o.reason
      from home_visit_households x join households o on o.id = x.household_id join areas a on a.code = o.area_code
     where x.visit_id = ${visitId} order by o.id`
}

export async function selectFiles(sql: Sql, visitId: number): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select file_id as id from home_visit_files where visit_id = ${visitId} order by position`
  return rows.map(({ id }) => id)
}

/** The one hub that looks after all of these households and that `me` answers for; its households are held to it until the transaction ends. */
export async function lockVisited(tx: Tx, me: number, householdIds: readonly number[]) {
  const rows = await tx<{ hubId: number; hubName: string; areaCode: string }[]>`
    select b.id as "hubId", b.name as "hubName", b.area_code as "areaCode"
      from linked_households l join hubs b on b.id = l.hub_id
     where l.household_id = any (${householdIds as number[]}::bigint[]) and l.until is null and on_hub_side(${me}, b.id)
     order by l.id for share of l`
  const [first] = rows
  return first && rows.length === householdIds.length && rows.every(({ hubId }) => hubId === first.hubId)
    ? first
    : undefined
}

export interface NewVisit {
  hubId: number
  areaCode: string
  visitorId: number
  visitedOn: string
  heard: Buffer
  contactId: number | null
  householdIds: readonly number[]
  fileIds: readonly number[]
}

/** Raises `one_visit_a_wish`. */
export async function insertVisit(tx: Tx, v: NewVisit, now: Date): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into home_visits (hub_id, area_code, visitor_id, visited_on, heard_cipher, contact_id, written_at, changed_at)
    values (${v.hubId}, ${v.areaCode}, ${v.visitorId}, ${v.visitedOn}::date, ${v.heard}, ${v.contactId}::bigint, ${now}, ${now}) returning id`
  const visitId = row?.id ?? 0
  await tx`
    insert into home_visit_households (visit_id, household_id) select ${visitId}, n.id from unnest(${v.householdIds as number[]}::bigint[]) as n (id)`
  await tx`
    insert into home_visit_files (visit_id, position, file_id)
    select ${visitId}, n.nth - 1, n.id from unnest(${v.fileIds as number[]}::bigint[]) with ordinality as n (id, nth)`
  return visitId
}

/** Puts right what was heard, for whoever wrote it and still reads it; undefined when he may not, false when it is another version. */
export async function updateHeard(
  tx: Tx,
  me: number,
  visitId: number,
  to: { version: number; heard: Buffer },
  now: Date,
): Promise<{ done: boolean; areaCode: string } | undefined> {
  const [row] = await tx<{ version: number; areaCode: string }[]>`
    select version, area_code as "areaCode" from home_visits v
     where v.id = ${visitId} and v.visitor_id = ${me} and reads_diary(${me}, v.hub_id) for update`
  if (!row) return undefined
  const done = row.version === to.version
  if (done)
    await tx`update home_visits set heard_cipher = ${to.heard}, version = version + 1, changed_at = greatest(changed_at, ${now}::timestamptz) where id = ${visitId}`
  return { done, areaCode: row.areaCode }
}

/** Who lives in these households, with their account. */
export async function selectMembers(sql: Sql, householdIds: readonly number[]) {
  return sql<{ householdId: number; personId: number }[]>`
    select household_id as "householdId", person_id as "personId" from household_members
     where household_id = any (${householdIds as number[]}::bigint[]) and left_at is null order by id`
}

/** Visits to the household that `me` lives in, the newest first: never what was heard. */
export async function selectVisitsTo(sql: Sql, me: number, after: VisitPosition | undefined, limit: number) {
  return sql<{ visitId: number; hubId: number; hubName: string; visitedOn: string; householdId: number }[]>`
    select v.id as "visitId", v.hub_id as "hubId", h.name as "hubName", v.visited_on::text as "visitedOn", x.household_id as "householdId"
      from household_members m join home_visit_households x on x.household_id = m.household_id
      join home_visits v on v.id = x.visit_id join hubs h on h.id = v.hub_id
     where m.person_id = ${me} and m.left_at is null
       and (${after === undefined}::bool or (${dayNumber(sql)}, v.id) < (${after?.day ?? 0}::bigint, ${after?.visitId ?? 0}::bigint))
     order by v.visited_on desc, v.id desc limit ${limit}`
}
