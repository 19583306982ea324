import type { Role } from '../../types/operation'
import type { Sql, Statement, Tx } from '../platform/database'
import { servesCounty } from './scope'

/** Statements about role grants. */

export interface GrantRow {
  grantId: number
  role: Role
  areaCode: string
  areaName: string
  validFrom: Date
  validUntil: Date | null
}

export async function selectMyGrants(sql: Sql, personId: number) {
  return sql<GrantRow[]>`
    select g.id as "grantId", g.role, g.area_code as "areaCode", a.name as "areaName", g.valid_from as "validFrom", g.valid_until as "validUntil"
      from grants_of(${personId}) g join areas a on a.code = g.area_code
     where g.revoked_at is null and (g.valid_until is null or g.valid_until > now()) order by g.id`
}

/** Live grants in areas that somebody administers or supervises (`areas`). */
export async function selectGrants(sql: Sql, me: number, areas: readonly string[], after: number, limit: number) {
  const codes = areas as string[]
  const part = (where: Statement<object[]>) => sql`
    select g.id from role_grants g
     where ${where} and g.id > ${after} and g.revoked_at is null and (g.valid_until is null or g.valid_until > now())
       and (g.role not in ('partyMember', 'hubHost') or has_role(${me}, '{communityAdmin}', g.area_code))
     order by g.id limit ${limit}`
  const chosen = servesCounty(areas)
    ? part(sql`g.area_code ^@ any (${codes}::text[])`)
    : sql`select n.id from areas_under(${codes}::text[]) s (code) cross join lateral (${part(sql`g.area_code = s.code`)}) n order by n.id limit ${limit}`
  return sql<(GrantRow & { personId: number; nickname: string; maskedPhone: string | null })[]>`
    select g.id as "grantId", g.role, g.area_code as "areaCode", a.name as "areaName", g.valid_from as "validFrom",
           g.valid_until as "validUntil", p.id as "personId", p.nickname, p.masked_phone as "maskedPhone"
      from (${chosen}) c join role_grants g on g.id = c.id join areas a on a.code = g.area_code join people p on p.id = grantee(g)
     order by g.id`
}

/** Grants a role if `granterId` administers the area (null: the operator's console). Undefined when not. */
export async function insertGrant(
  tx: Tx,
  grant: {
    granterId: number | null
    personId: number
    role: Role
    areaCode: string
    validFrom?: Date
    validUntil?: Date | null
  },
): Promise<GrantRow | undefined> {
  const { granterId, personId, role, areaCode } = grant
  const [row] = await tx<GrantRow[]>`
    with made as (
      insert into role_grants (person_id, role, area_code, valid_from, valid_until, granted_by)
      select p.id, ${role}, a.code, coalesce(${grant.validFrom ?? null}, now()), ${grant.validUntil ?? null}, ${granterId}
        from people p, areas a
       where p.id = ${personId} and p.deleted_at is null and a.code = ${areaCode}
         and (${granterId}::bigint is null or has_role(${granterId}, '{communityAdmin}', a.code))
      returning *
    )
    select g.id as "grantId", g.role, g.area_code as "areaCode", a.name as "areaName", g.valid_from as "validFrom", g.valid_until as "validUntil"
      from made g join areas a on a.code = g.area_code`
  return row
}

/** Whether a grant of exactly this role and area lives or begins later. */
export async function hasGrant(sql: Sql, personId: number, role: Role, areaCode: string): Promise<boolean> {
  const [row] = await sql`
    select from grants_of(${personId}) where role = ${role} and area_code = ${areaCode}
       and revoked_at is null and (valid_until is null or valid_until > now())`
  return row !== undefined
}

/** Ends what a person holds of exactly this role and area. */
export async function revokeGrantsOf(
  tx: Tx,
  byId: number,
  personId: number,
  role: Role,
  areaCode: string,
): Promise<void> {
  await tx`
    update role_grants set revoked_at = now(), revoked_by = ${byId}
     where (person_id = ${personId} or member_id = member_of(${personId})) and role = ${role} and area_code = ${areaCode} and revoked_at is null`
}

/** Ends a grant in an area that `adminId` administers. Undefined when there is none such. */
export async function revokeGrant(tx: Tx, adminId: number, grantId: number) {
  const [row] = await tx<{ personId: number; role: Role; areaCode: string }[]>`
    update role_grants set revoked_at = now(), revoked_by = ${adminId}
     where id = ${grantId} and revoked_at is null and has_role(${adminId}, '{communityAdmin}', area_code)
    returning grantee(role_grants) as "personId", role, area_code as "areaCode"`
  return row
}

export async function grantExists(sql: Sql, grantId: number): Promise<boolean> {
  const [row] = await sql`select from role_grants where id = ${grantId} and revoked_at is null`
  return row !== undefined
}
