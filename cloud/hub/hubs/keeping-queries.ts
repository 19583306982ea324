import type { HubPart, HubStatus, LinkReason } from '../../../types/hub'
import type { Sql } from '../../platform/database'
import type { HouseholdPlace } from '../assign/rules'

/** Who keeps hubs. Hosts by name stand in the statements for the community alone. */

/** Hubs that `me` answers for, as the host first. */
export async function selectMyHubs(sql: Sql, me: number) {
  return sql<
    {
      hubId: number
      name: string
      areaName: string
      place: string
      status: HubStatus
      part: HubPart
      households: number
      room: number
      deputies: string[]
    }[]
  >`
    select h.id as "hubId", h.name, a.name as "areaName", h.place, h.status, m.part, h.households, hub_room(h) as room,
           case when m.part = 'host'
                then coalesce((select jsonb_agg(p.nickname order by d.position) from hub_deputies d join people p on p.id = d.person_id where d.hub_id = h.id), '[]')
                else '[]'::jsonb end as deputies
      from (select id, 'host' as part, 0 as nth from hubs where host_id = ${me}
            union all select hub_id, 'deputy', 1 from hub_deputies where person_id = ${me}
            union all select id, 'branchLead', 2 from hubs where branch_lead_id = ${me}) m
      join hubs h on h.id = m.id join areas a on a.code = h.area_code
     where h.closed_at is null order by m.nth, h.id`
}

/** Days that `me` is away, those that are over left out; both ends included. */
export async function selectAbsences(sql: Sql, me: number, today: string) {
  return sql<{ from: string; until: string }[]>`
    select lower(days)::text as "from", (upper(days) - 1)::text as "until" from hub_absences
     where person_id = ${me} and ended_at is null and upper(days) > ${today}::date order by lower(days)`
}

/** What stands about a hub besides its card, where `me` administers and it is not closed. */
export async function selectOptionalKept(sql: Sql, me: number, hubId: number) {
  const [row] = await sql<
    {
      areaCode: string
      host: { personId: number; name: string }
      deputies: { personId: number; name: string }[]
      branchLead: { personId: number; name: string } | null
      room: number | null
      consentOn: string
      households: number
      closed: boolean
    }[]
  >`
    select h.area_code as "areaCode", jsonb_build_object('personId', p.id, 'name', p.nickname) as host,
           coalesce((select jsonb_agg(jsonb_build_object('personId', q.id, 'name', q.nickname) order by d.position)
                       from hub_deputies d join people q on q.id = d.person_id where d.hub_id = h.id), '[]') as deputies,
           (select jsonb_build_object('personId', q.id, 'name', q.nickname) from people q where q.id = h.branch_lead_id) as "branchLead",
           h.room, h.consent_on::text as "consentOn", h.households, h.closed_at is not null as closed
      from hubs h join people p on p.id = h.host_id
     where h.id = ${hubId} and has_role(${me}, '{communityAdmin}', h.area_code)`
  return row
}

/** Whoever holds the role for an area or one above it and has an account. */
export async function selectPartyMembers(sql: Sql, areaCode: string, search: string, limit: number) {
  return sql<{ memberId: number; personId: number; name: string; areaName: string; hosts: string | null }[]>`
    select g.member_id as "memberId", p.id as "personId", p.nickname as name, min(a.name) as "areaName",
           (select h.name from hubs h where h.host_id = p.id and h.closed_at is null) as hosts
      from role_grants g join people p on p.id = person_of_member(g.member_id) join areas a on a.code = g.area_code
     where g.role = 'partyMember' and has_role(p.id, '{partyMember}', ${areaCode}) and starts_with(${areaCode}, g.area_code)
       and p.openid is not null and p.deleted_at is null and strpos(p.nickname, ${search}) > 0
     group by p.id, g.member_id order by p.nickname, p.id limit ${limit}`
}

/** Households of a hub, as if they had none. */
export async function selectLeaving(sql: Sql, hubId: number): Promise<HouseholdPlace[]> {
  return sql<(HouseholdPlace & { reason: LinkReason })[]>`
    select h.id as "householdId", h.lat::float8 as lat, h.lng::float8 as lng, h.reason, null::bigint as "hubId"
      from linked_households l join households h on h.id = l.household_id
     where l.hub_id = ${hubId} and l.until is null order by h.id`
}

/** Answers that its side owes. */
export async function countOwed(sql: Sql, hubId: number): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from contacts
     where hub_id = ${hubId} and status in ('asked', 'sorted', 'discussed', 'claimed') and level < 2`
  return row?.n ?? 0
}
