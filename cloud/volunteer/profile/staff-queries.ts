import type { VolunteerStatus } from '../../../types/volunteer'
import type { Sql, Tx } from '../../platform/database'

/** What the staff of an area reads and writes of its volunteers. Who may is in the statements. */

/** Who answers for a community: the communityAdmins whose grant is nearest to it. */
export async function selectAdmins(sql: Sql, areaCode: string): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    with live as (
      select person_id, length(area_code) as near from role_grants
       where role = 'communityAdmin' and revoked_at is null and valid_from <= now() and (valid_until is null or valid_until > now())
         and starts_with(left(${areaCode}, 12), area_code))
    select distinct person_id as id from live where near = (select max(near) from live) order by id`
  return rows.map((row) => row.id)
}

export interface ListPosition {
  decided: boolean
  /** Milliseconds since 1970. */
  appliedAt: number
  personId: number
}

export interface VolunteerRow {
  personId: number
  name: string
  areaName: string
  homeAreaCode: string | null
  status: VolunteerStatus
  skills: string[]
  toCheck: string[]
  appliedAt: Date
}

/** Volunteers under the areas somebody serves (`areas`): those who wait for an answer first, then by when they applied. */
export async function selectVolunteers(
  sql: Sql,
  areas: readonly string[],
  { status, search }: { status: VolunteerStatus | undefined; search: string },
  after: ListPosition | undefined,
  limit: number,
): Promise<VolunteerRow[]> {
  return sql<VolunteerRow[]>`
    with chosen as materialized (
      select v.person_id, v.status <> 'applied' as decided, v.applied_at
        from volunteers v
       where v.area_code ^@ any (${areas as string[]}::text[])
         ${status === undefined ? sql`` : sql`and v.status = ${status}`}
         ${search === '' ? sql`` : sql`and position(${search} in v.name) > 0`}
         ${
           after
             ? sql`and (v.status <> 'applied', (extract(epoch from v.applied_at) * 1000)::bigint, v.person_id)
                       > (${after.decided}::bool, ${after.appliedAt}::bigint, ${after.personId}::bigint)`
             : sql``
         }
       order by decided, v.applied_at, v.person_id limit ${limit}
    )
    select v.person_id as "personId", v.name, a.name as "areaName", v.home_area_code as "homeAreaCode", v.status, v.applied_at as "appliedAt",
           k.skills, k.to_check as "toCheck"
      from chosen c join volunteers v on v.person_id = c.person_id join areas a on a.code = v.area_code
     cross join lateral (
       select coalesce(array_agg(k.name order by k.position), '{}') as skills,
              coalesce(array_agg(k.name order by k.position) filter (
                where k.certificate_name is not null and (s.certificate_until is null or s.certificate_until < current_date)), '{}') as to_check
         from volunteer_skills s join skills k on k.code = s.skill_code where s.person_id = v.person_id) k
     order by c.decided, c.applied_at, c.person_id`
}

/** How many wait for an answer under the areas somebody serves. */
export async function countWaiting(sql: Sql, areas: readonly string[]): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from volunteers where status = 'applied' and area_code ^@ any (${areas as string[]}::text[])`
  return row?.n ?? 0
}

export interface AdministeredRecord {
  personId: number
  status: VolunteerStatus
  areaCode: string
  areaName: string
}

/** Locks a volunteer of a community that `me` administers; undefined for everybody else. */
export async function lockAdministered(tx: Tx, me: number, personId: number): Promise<AdministeredRecord | undefined> {
  const [row] = await tx<AdministeredRecord[]>`
    select v.person_id as "personId", v.status, v.area_code as "areaCode", a.name as "areaName"
      from volunteers v join areas a on a.code = left(v.area_code, 12)
     where v.person_id = ${personId} and has_role(${me}, '{communityAdmin}', left(v.area_code, 12))
       for no key update of v`
  return row
}

export async function setDecided(
  tx: Tx,
  personId: number,
  decided: { status: 'approved' | 'left'; reason: string | null; by: number; at: Date },
): Promise<void> {
  await tx`
    update volunteers set status = ${decided.status}, status_reason = ${decided.reason}, decided_by = ${decided.by}, decided_at = ${decided.at},
           changed_at = ${decided.at}
     where person_id = ${personId}`
}

/** Notes until when a certificate of a skill is good (null: it does not count). False when the person has no such skill, or it asks for none. */
export async function setCertificate(
  tx: Tx,
  personId: number,
  skill: string,
  until: Date | null,
  by: number,
  now: Date,
): Promise<boolean> {
  const rows = await tx`
    update volunteer_skills s
       set certificate_until = ${until}::timestamptz::date, checked_by = case when ${until}::timestamptz is not null then ${by}::bigint end,
           checked_at = case when ${until}::timestamptz is not null then ${now}::timestamptz end
      from skills k
     where k.code = s.skill_code and k.certificate_name is not null and s.person_id = ${personId} and s.skill_code = ${skill}
    returning s.person_id`
  return rows.length > 0
}

export async function setInsured(tx: Tx, personId: number, until: Date | null, now: Date): Promise<void> {
  await tx`update volunteers set insured_until = ${until}::timestamptz::date, changed_at = ${now} where person_id = ${personId}`
}
