import type { LinkReason } from '../../../types/hub'
import type { Sql, Tx } from '../../platform/database'
import type { HouseholdPlace, HubPlace } from './rules'

/** Links between households and hubs, and the only statements that write them. */

/** Whoever changes links does so one after the other until the transaction ends: no two plans count on the same room. */
export async function lockLinks(tx: Tx): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext('linlibang.hubLinks'))`
}

export async function selectReach(sql: Sql): Promise<number> {
  const [row] = await sql<{ metres: number }[]>`select reach_metres as metres from hub_settings`
  return row?.metres ?? 0
}

/** Hubs that are not closed under an area, with their load. */
export async function selectHubPlaces(sql: Sql, areaCode: string): Promise<(HubPlace & { name: string })[]> {
  return sql<(HubPlace & { name: string })[]>`
    select h.id as "hubId", h.name, h.lat::float8 as lat, h.lng::float8 as lng, h.households, hub_room(h) as room, h.status = 'open' as open
      from hubs h where h.closed_at is null and starts_with(h.area_code, ${areaCode}) order by h.id`
}

/** Households without a hub: those named, or all; those in difficulty first, then the longest waiting. */
export async function selectOrphans(
  tx: Tx,
  householdIds: readonly number[] | null,
): Promise<(HouseholdPlace & { areaCode: string; reason: LinkReason })[]> {
  return tx<(HouseholdPlace & { areaCode: string })[]>`
    select h.id as "householdId", h.area_code as "areaCode", h.lat::float8 as lat, h.lng::float8 as lng, h.reason, null::bigint as "hubId"
      from households h
     where h.status = 'orphaned' and (${householdIds as number[] | null}::bigint[] is null or h.id = any (${householdIds as number[] | null}::bigint[]))
     order by h.id`
}

/** Households that a proposal for an area is about: those of its hubs, and those in it that have none. */
export async function selectForProposal(
  sql: Sql,
  areaCode: string,
): Promise<(HouseholdPlace & { areaName: string; version: number })[]> {
  return sql<(HouseholdPlace & { areaName: string; version: number })[]>`
    select h.id as "householdId", h.lat::float8 as lat, h.lng::float8 as lng, h.reason, h.version, a.name as "areaName", l.hub_id as "hubId"
      from households h join areas a on a.code = h.area_code
      left join linked_households l on l.household_id = h.id and l.until is null
      left join hubs b on b.id = l.hub_id
     where h.ended_at is null and (starts_with(b.area_code, ${areaCode}) or (h.status = 'orphaned' and starts_with(h.area_code, ${areaCode})))
     order by h.id`
}

export interface NewLinks {
  how: 'nearest' | 'rebalanced' | 'byHand'
  by: number | null
  why: string
}

/** Gives households without a hub one. Raises `hub_has_room` beyond the room unless by hand, and `closed_hub_has_none`. */
export async function insertLinks(
  tx: Tx,
  links: readonly { householdId: number; hubId: number }[],
  { how, by, why }: NewLinks,
  now: Date,
): Promise<void> {
  if (links.length === 0) return
  const ids = links.map((one) => one.householdId)
  await tx`
    insert into linked_households (household_id, hub_id, since, how, linked_by, why)
    select l.household_id, l.hub_id, ${now}, ${how}, ${by}::bigint, ${why === '' ? null : why}::text
      from unnest(${ids}::bigint[], ${links.map((one) => one.hubId)}::bigint[]) as l (household_id, hub_id) order by l.hub_id, l.household_id`
  await tx`
    update households set status = 'linked', orphaned_at = null, version = version + 1 where id = any (${ids}::bigint[])`
}

/** Takes households from their hubs: until something else is said in the same transaction they are orphaned. */
export async function endLinks(tx: Tx, householdIds: readonly number[], now: Date): Promise<void> {
  if (householdIds.length === 0) return
  await tx`
    update linked_households set until = greatest(since, ${now}::timestamptz) where household_id = any (${householdIds as number[]}::bigint[]) and until is null`
  await tx`
    update households set status = 'orphaned', orphaned_at = ${now}, version = version + 1
     where id = any (${householdIds as number[]}::bigint[]) and status = 'linked'`
}

/** Whom it concerns that households have a new hub: the host, and those who live there. */
export async function selectConcerned(tx: Tx, householdIds: readonly number[]) {
  return tx<{ hubId: number; name: string; hostId: number; households: number; members: number[] }[]>`
    select b.id as "hubId", b.name, b.host_id as "hostId", count(distinct l.household_id)::int as households,
           array_agg(distinct m.person_id) filter (where m.person_id is not null) as members
      from linked_households l join hubs b on b.id = l.hub_id
      left join household_members m on m.household_id = l.household_id and m.left_at is null
     where l.until is null and l.household_id = any (${householdIds as number[]}::bigint[])
     group by b.id order by b.id`
}

/** Who of the community hears of households without a hub, by area. */
export async function selectKeepers(tx: Tx, areaCodes: readonly string[], day: string) {
  return tx<{ areaCode: string; areaName: string; personId: number }[]>`
    select a.code as "areaCode", a.name as "areaName", next_owner(a.code, '{communityAdmin,gridWorker}', '{}', ${day}::date) as "personId"
      from areas a where a.code = any (${areaCodes as string[]}::text[])
       and next_owner(a.code, '{communityAdmin,gridWorker}', '{}', ${day}::date) is not null order by a.code`
}
