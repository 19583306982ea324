import type { LinkReason } from '../../../types/hub'
import type { Sql, Tx } from '../../platform/database'

/** Households. Doors and numbers are in `selectSealed` alone. */

export const staffRoles = ['gridWorker', 'communityAdmin'] as const

/** The middle of areas that exist, of those that `me` serves; `me` null: the operator, who serves all. */
export async function selectPlaces(sql: Sql, me: number | null, areaCodes: readonly string[]) {
  return sql<{ areaCode: string; lat: number | null; lng: number | null }[]>`
    select a.code as "areaCode", a.lat, a.lng from areas a
     where a.code = any (${areaCodes as string[]}::text[]) and length(a.code) >= 12
       and (${me}::bigint is null or has_role(${me}::bigint, ${staffRoles as unknown as string[]}::text[], a.code))`
}

/** Which of these doors are registered already. */
export async function selectTakenDoors(
  sql: Sql,
  hashes: readonly Buffer[],
): Promise<{ householdId: number; hash: Buffer }[]> {
  return sql<{ householdId: number; hash: Buffer }[]>`
    select id as "householdId", door_hash as hash from households where ended_at is null and door_hash = any (${hashes as Buffer[]}::bytea[])`
}

export interface NewHousehold {
  areaCode: string
  people: number
  reason: LinkReason
  doorCipher: Buffer
  doorHash: Buffer
  phoneCipher: Buffer | null
  lat: number
  lng: number
}

/** Registers households; until they are assigned they are orphaned. In the order given. */
export async function insertHouseholds(
  tx: Tx,
  rows: readonly NewHousehold[],
  by: number | null,
  now: Date,
): Promise<number[]> {
  const inserted = await tx<{ id: number }[]>`
    insert into households (area_code, people, reason, door_cipher, door_hash, phone_cipher, lat, lng, status, registered_by, registered_at, orphaned_at)
    select n.area, n.people, n.reason, n.door, n.hash, n.phone, n.lat::numeric, n.lng::numeric, 'orphaned', ${by}::bigint, ${now}, ${now}
      from unnest(${rows.map((r) => r.areaCode)}::text[], ${rows.map((r) => r.people)}::int[], ${rows.map((r) => r.reason)}::text[],
                  ${rows.map((r) => r.doorCipher)}::bytea[], ${rows.map((r) => r.doorHash)}::bytea[], ${rows.map((r) => r.phoneCipher)}::bytea[],
                  ${rows.map((r) => r.lat)}::float8[], ${rows.map((r) => r.lng)}::float8[])
           with ordinality as n (area, people, reason, door, hash, phone, lat, lng, nth)
     order by n.nth returning id`
  return inserted.map(({ id }) => id)
}

export interface Household {
  householdId: number
  areaCode: string
  areaName: string
  status: 'linked' | 'orphaned'
  version: number
  people: number
  reason: LinkReason
  hubId: number | null
}

/** Locks a household of the areas `me` serves as staff. */
export async function lockHousehold(tx: Tx, me: number, householdId: number): Promise<Household | undefined> {
  const [row] = await tx<Household[]>`
    select h.id as "householdId", h.area_code as "areaCode", a.name as "areaName", h.status, h.version, h.people, h.reason,
           (select l.hub_id from linked_households l where l.household_id = h.id and l.until is null) as "hubId"
      from households h join areas a on a.code = h.area_code
     where h.id = ${householdId} and h.ended_at is null and has_role(${me}, ${staffRoles as unknown as string[]}::text[], h.area_code) for update of h`
  return row
}

/** Columns of a household that change beside its links. */
export async function updateHousehold(
  tx: Tx,
  householdId: number,
  to: {
    people?: number | undefined
    reason?: LinkReason | undefined
    /** Undefined: stays; null: deleted. */
    phoneCipher?: Buffer | null | undefined
    place?: { areaCode: string; lat: number; lng: number; doorCipher: Buffer; doorHash: Buffer } | undefined
  },
): Promise<void> {
  const { place, phoneCipher } = to
  await tx`
    update households
       set people = coalesce(${to.people ?? null}::int, people), reason = coalesce(${to.reason ?? null}::text, reason),
           phone_cipher = case when ${phoneCipher !== undefined}::bool then ${phoneCipher ?? null}::bytea else phone_cipher end,
           area_code = coalesce(${place?.areaCode ?? null}::text, area_code), lat = coalesce(${place?.lat ?? null}::float8::numeric, lat),
           lng = coalesce(${place?.lng ?? null}::float8::numeric, lng), door_cipher = coalesce(${place?.doorCipher ?? null}::bytea, door_cipher),
           door_hash = coalesce(${place?.doorHash ?? null}::bytea, door_hash), version = version + 1
     where id = ${householdId}`
}

export async function setEnded(tx: Tx, householdId: number, why: string, now: Date): Promise<void> {
  await tx`
    update households
       set status = 'ended', ended_at = ${now}, end_reason = ${why}, orphaned_at = null, door_cipher = null, door_hash = null, phone_cipher = null,
           version = version + 1
     where id = ${householdId}`
  await tx`
    update household_members set left_at = greatest(joined_at, ${now}::timestamptz) where household_id = ${householdId} and left_at is null`
}

/** The hub of a household now. */
export async function selectHubOf(
  sql: Sql,
  householdId: number,
): Promise<{ hubId: number | null; hubName: string | null }> {
  const [row] = await sql<{ hubId: number; hubName: string }[]>`
    select b.id as "hubId", b.name as "hubName" from linked_households l join hubs b on b.id = l.hub_id
     where l.household_id = ${householdId} and l.until is null`
  return row ?? { hubId: null, hubName: null }
}

/** A hub that is not closed, in an area where `me` serves as staff, or of which the household's area is one's own. */
export async function selectOptionalHub(sql: Sql, hubId: number) {
  const [row] = await sql<{ hubId: number; name: string; closed: boolean }[]>`
    select id as "hubId", name, closed_at is not null as closed from hubs where id = ${hubId}`
  return row
}

const row = (sql: Sql) => sql`
  h.id as "householdId", h.area_code as "areaCode", a.name as "areaName", h.people, h.reason, h.status, b.id as "hubId", b.name as "hubName",
  l.since, (select count(*)::int from household_members m where m.household_id = h.id and m.left_at is null) as members, h.version`

export interface HouseholdListRow {
  householdId: number
  areaCode: string
  areaName: string
  people: number
  reason: LinkReason
  status: 'linked' | 'orphaned' | 'ended'
  hubId: number | null
  hubName: string | null
  since: Date | null
  members: number
  version: number
}

/** Households under these areas after an id. */
export async function selectHouseholds(
  sql: Sql,
  areas: readonly string[],
  { hubId, orphaned }: { hubId: number | undefined; orphaned: boolean },
  after: number,
  limit: number,
): Promise<HouseholdListRow[]> {
  return sql<HouseholdListRow[]>`
    select ${row(sql)} from households h join areas a on a.code = h.area_code
      left join linked_households l on l.household_id = h.id and l.until is null left join hubs b on b.id = l.hub_id
     where h.ended_at is null and h.id > ${after} and h.area_code in (select areas_under(${areas as string[]}::text[]))
       and (${hubId ?? null}::bigint is null or l.hub_id = ${hubId ?? null}::bigint) and (not ${orphaned}::bool or h.status = 'orphaned')
     order by h.id limit ${limit}`
}

export async function countOrphans(sql: Sql, areas: readonly string[]): Promise<number> {
  const [counted] = await sql<{ n: number }[]>`
    select count(*)::int as n from households h where h.status = 'orphaned' and h.area_code in (select areas_under(${areas as string[]}::text[]))`
  return counted?.n ?? 0
}

/** Households of the hubs that `me` answers for. */
export async function selectMyHouseholds(
  sql: Sql,
  me: number,
  after: number,
  limit: number,
): Promise<HouseholdListRow[]> {
  return sql<HouseholdListRow[]>`
    select ${row(sql)} from linked_households l join households h on h.id = l.household_id join areas a on a.code = h.area_code join hubs b on b.id = l.hub_id
     where l.until is null and h.id > ${after} and on_hub_side(${me}, l.hub_id) order by h.id limit ${limit}`
}

/** Door and number as they lie, for whoever holds a task there: the hub's side, the staff of the area. Says in which capacity. */
export async function selectSealed(sql: Sql, me: number, householdId: number) {
  const [sealed] = await sql<{ areaCode: string; door: Buffer; phone: Buffer | null; as: 'hubHost' | 'gridWorker' }[]>`
    select h.area_code as "areaCode", h.door_cipher as door, h.phone_cipher as phone, case when mine.hub then 'hubHost' else 'gridWorker' end as "as"
      from households h
      cross join lateral (select exists (select from linked_households l where l.household_id = h.id and l.until is null and on_hub_side(${me}, l.hub_id)) as hub) mine
     where h.id = ${householdId} and h.ended_at is null
       and (mine.hub or has_role(${me}, ${staffRoles as unknown as string[]}::text[], h.area_code))`
  return sealed
}
