import type { Sql, Tx } from '../../platform/database'

/** Who lives where, and who says so. */

/** A household that `me` may invite to: who lives there, its hub, the staff of its area. Locked, so that invitations are counted one after the other. */
export async function lockInviting(tx: Tx, me: number, householdId: number) {
  const [row] = await tx<{ householdId: number; areaCode: string }[]>`
    select h.id as "householdId", h.area_code as "areaCode" from households h
     where h.id = ${householdId} and h.ended_at is null
       and (exists (select from household_members m where m.household_id = h.id and m.person_id = ${me} and m.left_at is null)
            or exists (select from linked_households l where l.household_id = h.id and l.until is null and on_hub_side(${me}, l.hub_id))
            or has_role(${me}, '{gridWorker,communityAdmin}', h.area_code))
       for no key update of h`
  return row
}

export async function countLiveInvitations(tx: Tx, householdId: number, now: Date): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(*)::int as n from household_invitations where household_id = ${householdId} and used_at is null and expires_at > ${now}`
  return row?.n ?? 0
}

/** Makes an invitation that ends after the county's days. */
export async function insertInvitation(tx: Tx, householdId: number, hash: Buffer, me: number, now: Date) {
  const [row] = await tx<{ invitationId: number; expiresAt: Date }[]>`
    insert into household_invitations (household_id, code_hash, made_by, made_at, expires_at)
    select ${householdId}, ${hash}, ${me}, ${now}, ${now}::timestamptz + make_interval(days => s.invitation_days) from hub_settings s
    returning id as "invitationId", expires_at as "expiresAt"`
  return row as { invitationId: number; expiresAt: Date }
}

/** Takes a code that is neither used nor expired and whose household still is one, and is held to that until the transaction ends; of two who try at once one gets it. */
export async function takeInvitation(tx: Tx, hashes: readonly Buffer[], me: number, now: Date) {
  const [row] = await tx<{ householdId: number; areaCode: string }[]>`
    with home as (
      select i.id, h.area_code from household_invitations i join households h on h.id = i.household_id
       where i.code_hash = any (${hashes as Buffer[]}::bytea[]) and h.ended_at is null for share of h
    )
    update household_invitations i set used_by = ${me}, used_at = ${now} from home
     where i.id = home.id and i.used_at is null and i.expires_at > ${now}
    returning i.household_id as "householdId", home.area_code as "areaCode"`
  return row
}

/** Raises `one_household_a_person` for whoever lives in one already. */
export async function insertMember(
  tx: Tx,
  householdId: number,
  personId: number,
  how: 'code' | 'staff',
  now: Date,
): Promise<void> {
  await tx`insert into household_members (household_id, person_id, joined_at, how) values (${householdId}, ${personId}, ${now}, ${how})`
  await tx`
    update join_requests set status = 'withdrawn', decided_at = ${now}, door_cipher = null where person_id = ${personId} and status = 'waiting'`
}

export async function isMember(sql: Sql, personId: number): Promise<boolean> {
  const [row] = await sql`select from household_members where person_id = ${personId} and left_at is null`
  return row !== undefined
}

/** Raises `one_waiting_join_request`; undefined when there is no such area. */
export async function insertRequest(
  tx: Tx,
  me: number,
  areaCode: string,
  door: Buffer,
  now: Date,
): Promise<number | undefined> {
  const [row] = await tx<{ id: number }[]>`
    insert into join_requests (person_id, area_code, door_cipher, asked_at)
    select ${me}, a.code, ${door}, ${now} from areas a where a.code = ${areaCode} and length(a.code) >= 12 returning id`
  return row?.id
}

export async function selectOptionalKeeper(sql: Sql, areaCode: string, day: string) {
  const [row] = await sql<{ personId: number | null; areaName: string }[]>`
    select next_owner(a.code, '{gridWorker,communityAdmin}', '{}', ${day}::date) as "personId", a.name as "areaName" from areas a where a.code = ${areaCode}`
  return row?.personId ? { personId: row.personId, areaName: row.areaName } : undefined
}

/** Leaves the household and takes back what waits. The household that was left, null when only something waited; undefined when there was neither. */
export async function leave(tx: Tx, personId: number, now: Date): Promise<{ householdId: number | null } | undefined> {
  const [left] = await tx<{ householdId: number }[]>`
    update household_members set left_at = greatest(joined_at, ${now}::timestamptz) where person_id = ${personId} and left_at is null
    returning household_id as "householdId"`
  const withdrawn = await tx`
    update join_requests set status = 'withdrawn', decided_at = ${now}, door_cipher = null where person_id = ${personId} and status = 'waiting' returning id`
  return left ?? (withdrawn.length > 0 ? { householdId: null } : undefined)
}

/** Who waits under these areas after an id. */
export async function selectRequests(sql: Sql, areas: readonly string[], after: number, limit: number) {
  return sql<{ joinRequestId: number; nickname: string; areaCode: string; areaName: string; askedAt: Date }[]>`
    select j.id as "joinRequestId", p.nickname, j.area_code as "areaCode", a.name as "areaName", j.asked_at as "askedAt"
      from join_requests j join people p on p.id = j.person_id join areas a on a.code = j.area_code
     where j.status = 'waiting' and j.id > ${after} and j.area_code in (select areas_under(${areas as string[]}::text[]))
     order by j.id limit ${limit}`
}

export interface RequestRow {
  joinRequestId: number
  personId: number
  nickname: string
  areaCode: string
  areaName: string
  status: string
  door: Buffer | null
}

/** One of them that `me` may decide on. */
export async function selectOptionalRequest(
  sql: Sql,
  me: number,
  joinRequestId: number,
): Promise<RequestRow | undefined> {
  const [row] = await sql<RequestRow[]>`
    select j.id as "joinRequestId", j.person_id as "personId", p.nickname, j.area_code as "areaCode", a.name as "areaName", j.status, j.door_cipher as door
      from join_requests j join people p on p.id = j.person_id join areas a on a.code = j.area_code
     where j.id = ${joinRequestId} and has_role(${me}, '{gridWorker,communityAdmin}', j.area_code)`
  return row
}

/** Locks what waits for a decision of `me`. */
export async function lockRequest(tx: Tx, me: number, joinRequestId: number) {
  const [row] = await tx<{ personId: number; status: string; areaCode: string; areaName: string }[]>`
    select j.person_id as "personId", j.status, j.area_code as "areaCode", a.name as "areaName" from join_requests j join areas a on a.code = j.area_code
     where j.id = ${joinRequestId} and has_role(${me}, '{gridWorker,communityAdmin}', j.area_code) for update of j`
  return row
}

export async function setDecided(
  tx: Tx,
  joinRequestId: number,
  to: { status: 'confirmed' | 'declined'; householdId: number | null; reason: string | null; by: number },
  now: Date,
): Promise<void> {
  await tx`
    update join_requests set status = ${to.status}, household_id = ${to.householdId}::bigint, reason = ${to.reason}::text, decided_by = ${to.by},
           decided_at = ${now}, door_cipher = null
     where id = ${joinRequestId}`
}

/** A household of the staff's area that somebody can be said to live in; locked against its end. */
export async function lockHome(tx: Tx, me: number, householdId: number) {
  const [row] = await tx<{ householdId: number }[]>`
    select h.id as "householdId" from households h
     where h.id = ${householdId} and h.ended_at is null and has_role(${me}, '{gridWorker,communityAdmin}', h.area_code) for no key update`
  return row
}
