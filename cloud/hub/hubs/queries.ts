import type { DutyHours, HubSpecialty, HubStatus } from '../../../types/hub'
import type { Sql, Tx } from '../../platform/database'

/** Hubs as rows. Who the host is, is in the statements for the community alone. */

export interface CardRow {
  hubId: number
  name: string
  areaCode: string
  areaName: string
  place: string
  lat: number
  lng: number
  languages: { dialect: string; name: string }[]
  specialties: HubSpecialty[]
  hours: DutyHours[]
  status: HubStatus
  hasDeputy: boolean
  /** Days of the next two weeks on which its host and all deputies are away. */
  awayDays: string[]
}

const card = (sql: Sql, day: string) => sql`
  h.id as "hubId", h.name, h.area_code as "areaCode", a.name as "areaName", h.place, h.lat::float8 as lat, h.lng::float8 as lng, h.specialties, h.status,
  coalesce((select jsonb_agg(jsonb_build_object('dialect', d.code, 'name', d.name) order by d.position)
              from hub_languages g join dialects d on d.code = g.dialect_code where g.hub_id = h.id), '[]') as languages,
  coalesce((select jsonb_agg(jsonb_build_object('weekday', o.weekday, 'fromMinute', o.from_minute, 'untilMinute', o.until_minute) order by o.weekday, o.from_minute)
              from hub_hours o where o.hub_id = h.id), '[]') as hours,
  exists (select from hub_deputies d where d.hub_id = h.id) as "hasDeputy",
  case when is_off_hub(h.host_id, ${day}::date)
         or exists (select from hub_absences x where x.person_id = h.host_id and x.ended_at is null and x.days && daterange(${day}::date, ${day}::date + 15))
       then array(select (${day}::date + n)::text from generate_series(0, 14) n
                   where is_off_hub(h.host_id, ${day}::date + n)
                     and not exists (select from hub_deputies d where d.hub_id = h.id and not is_off_hub(d.person_id, ${day}::date + n)))
       else '{}' end as "awayDays"`

/** Hubs that are not closed under an area. */
export async function selectCards(
  sql: Sql,
  areaCode: string,
  specialty: string | undefined,
  day: string,
  limit: number,
): Promise<CardRow[]> {
  return sql<CardRow[]>`
    select ${card(sql, day)} from hubs h join areas a on a.code = h.area_code
     where h.closed_at is null and h.area_code in (select areas_under(array[${areaCode}]::text[]))
       and (${specialty ?? null}::text is null or ${specialty ?? null}::text = any (h.specialties))
     order by h.area_code, h.name limit ${limit}`
}

export async function selectOptionalCard(sql: Sql, hubId: number, day: string): Promise<CardRow | undefined> {
  const [row] = await sql<CardRow[]>`
    select ${card(sql, day)} from hubs h join areas a on a.code = h.area_code where h.id = ${hubId}`
  return row
}

export interface BoardPosition {
  beyond: number
  hubId: number
}

/** Hubs of these areas with their load, the most beyond their room first; the host is named only where `me` administers. */
export async function selectBoard(
  sql: Sql,
  me: number,
  areas: readonly string[],
  after: BoardPosition | undefined,
  day: string,
  limit: number,
) {
  return sql<
    (CardRow & { households: number; room: number; hostId: number | null; hostName: string | null; beyond: number })[]
  >`
    select * from (
      select ${card(sql, day)}, h.households, hub_room(h) as room, h.households - hub_room(h) as beyond,
             case when mine.yes then p.id end as "hostId", case when mine.yes then p.nickname end as "hostName"
        from hubs h join areas a on a.code = h.area_code join people p on p.id = h.host_id
        cross join lateral (select has_role(${me}, '{communityAdmin}', h.area_code) as yes) mine
       where h.closed_at is null and h.area_code in (select areas_under(${areas as string[]}::text[]))) b
     where ${after === undefined}::bool or (b.beyond, -b."hubId") < (${after?.beyond ?? 0}::int, ${-(after?.hubId ?? 0)}::bigint)
     order by b.beyond desc, b."hubId" limit ${limit}`
}

export interface Coverage {
  households: number
  linked: number
  orphaned: number
  hubs: number
  overloaded: number
  digest: string
}

export async function selectCoverage(sql: Sql, areaCode: string): Promise<Coverage> {
  const [row] = await sql<Coverage[]>`select * from hub_coverage(${areaCode})`
  return row as Coverage
}

/** My household, the hub it has, and what I asked for. */
export async function selectMine(sql: Sql, me: number) {
  const [row] = await sql<
    {
      household: {
        householdId: number
        areaName: string
        people: number
        joinedAt: string
        orphaned: boolean
        lat: number
        lng: number
      } | null
      hubId: number | null
      waiting: { joinRequestId: number; areaName: string; askedAt: string } | null
    }[]
  >`
    select (select jsonb_build_object('householdId', h.id, 'areaName', a.name, 'people', h.people, 'joinedAt', m.joined_at, 'orphaned', h.status = 'orphaned', 'lat', h.lat, 'lng', h.lng)
              from household_members m join households h on h.id = m.household_id join areas a on a.code = h.area_code
             where m.person_id = ${me} and m.left_at is null) as household,
           (select l.hub_id from household_members m join linked_households l on l.household_id = m.household_id and l.until is null
             where m.person_id = ${me} and m.left_at is null) as "hubId",
           (select jsonb_build_object('joinRequestId', j.id, 'areaName', a.name, 'askedAt', j.asked_at)
              from join_requests j join areas a on a.code = j.area_code where j.person_id = ${me} and j.status = 'waiting') as waiting`
  return row
}

export interface HubToSave {
  name: string
  hostId: number
  branchLeadId: number | null
  areaCode: string
  place: string
  lat: number
  lng: number
  specialties: readonly HubSpecialty[]
  room: number | null
  consentOn: string
  status: 'open' | 'paused'
}

/** Whether `me` administers an area that is one, and whether the host is a party member there who has an account. */
export async function selectMayOpen(sql: Sql, me: number, areaCode: string, hostId: number) {
  const [row] = await sql<{ area: boolean; member: boolean }[]>`
    select exists (select from areas a where a.code = ${areaCode} and length(a.code) >= 12 and has_role(${me}, '{communityAdmin}', a.code)) as area,
           exists (select from people p where p.id = ${hostId} and p.openid is not null and p.deleted_at is null)
             and has_role(${hostId}, '{partyMember}', ${areaCode}) as member`
  return row ?? { area: false, member: false }
}

/** Which of these have no account. */
export async function selectWithoutAccount(sql: Sql, personIds: readonly number[]): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select n.id from unnest(${personIds as number[]}::bigint[]) as n (id)
     where not exists (select from people p where p.id = n.id and p.openid is not null and p.deleted_at is null)`
  return rows.map(({ id }) => id)
}

export async function selectUnknownDialect(sql: Sql, codes: readonly string[]): Promise<string | undefined> {
  const [row] = await sql<{ code: string }[]>`
    select n.code from unnest(${codes as string[]}::text[]) as n (code) where not exists (select from dialects d where d.code = n.code) limit 1`
  return row?.code
}

/** Locks a hub that `me` administers; what only names it (a visit, a contact) need not wait. */
export async function lockHub(tx: Tx, me: number, hubId: number) {
  const [row] = await tx<
    { hubId: number; name: string; areaCode: string; hostId: number; status: HubStatus; households: number }[]
  >`
    select id as "hubId", name, area_code as "areaCode", host_id as "hostId", status, households from hubs h
     where h.id = ${hubId} and has_role(${me}, '{communityAdmin}', h.area_code) for no key update`
  return row
}

export async function insertHub(tx: Tx, hub: HubToSave, me: number, now: Date): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into hubs (name, host_id, branch_lead_id, area_code, place, lat, lng, specialties, room, consent_on, status, created_by, created_at, changed_at)
    values (${hub.name}, ${hub.hostId}, ${hub.branchLeadId}::bigint, ${hub.areaCode}, ${hub.place}, ${hub.lat}, ${hub.lng},
            ${hub.specialties as string[]}::text[], ${hub.room}::int, ${hub.consentOn}::date, ${hub.status}, ${me}, ${now}, ${now})
    returning id`
  return row?.id ?? 0
}

export async function updateHub(tx: Tx, hubId: number, hub: HubToSave, now: Date): Promise<void> {
  await tx`
    update hubs set name = ${hub.name}, host_id = ${hub.hostId}, branch_lead_id = ${hub.branchLeadId}::bigint, area_code = ${hub.areaCode},
           place = ${hub.place}, lat = ${hub.lat}, lng = ${hub.lng}, specialties = ${hub.specialties as string[]}::text[], room = ${hub.room}::int,
           consent_on = ${hub.consentOn}::date, status = ${hub.status}, changed_at = ${now}
     where id = ${hubId}`
}

export async function replaceParts(
  tx: Tx,
  hubId: number,
  parts: { deputyIds: readonly number[]; languages: readonly string[]; hours: readonly DutyHours[] },
): Promise<void> {
  await tx`delete from hub_deputies where hub_id = ${hubId}`
  await tx`delete from hub_languages where hub_id = ${hubId}`
  await tx`delete from hub_hours where hub_id = ${hubId}`
  await tx`
    insert into hub_deputies (hub_id, person_id, position)
    select ${hubId}, n.id, n.nth from unnest(${parts.deputyIds as number[]}::bigint[]) with ordinality as n (id, nth)`
  await tx`
    insert into hub_languages (hub_id, dialect_code) select ${hubId}, code from unnest(${parts.languages as string[]}::text[]) as n (code)`
  await tx`
    insert into hub_hours (hub_id, weekday, from_minute, until_minute)
    select ${hubId}, * from unnest(${parts.hours.map((o) => o.weekday)}::int[], ${parts.hours.map((o) => o.fromMinute)}::int[],
                                   ${parts.hours.map((o) => o.untilMinute)}::int[])`
}

export async function selectHouseholdsOf(tx: Tx, hubId: number): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    select household_id as id from linked_households where hub_id = ${hubId} and until is null order by household_id`
  return rows.map(({ id }) => id)
}

/** Answers that a closing hub owes are owed further up at once. */
export async function hastenContacts(tx: Tx, hubId: number, now: Date): Promise<void> {
  await tx`
    update contacts set due_at = least(due_at, ${now}::timestamptz)
     where hub_id = ${hubId} and status in ('asked', 'sorted', 'discussed', 'claimed') and level < 2`
}

/** Raises `closed_hub_has_none` while a household is linked. */
export async function setClosed(tx: Tx, hubId: number, reason: string, now: Date): Promise<void> {
  await tx`
    update hubs set status = 'closed', closed_at = ${now}, close_reason = ${reason}, changed_at = ${now} where id = ${hubId}`
}

export async function setPaused(tx: Tx, hubId: number, now: Date): Promise<void> {
  await tx`update hubs set status = 'paused', changed_at = ${now} where id = ${hubId} and status = 'open'`
}
