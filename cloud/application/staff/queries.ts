import type { Role } from '../../../types/operation'
import type { Sql, Tx } from '../../platform/database'

/** Who is responsible: the statements that choose among the staff. */

export type StaffRole = 'clerk' | 'approver' | 'communityAdmin' | 'supervisor'

/** Tried in this order: whoever can accept; whoever can decide; whoever watches. */
export const accepting: readonly StaffRole[][] = [['clerk'], ['approver'], ['communityAdmin']]
export const deciding: readonly StaffRole[][] = [['approver'], ['clerk'], ['communityAdmin']]
export const watching: readonly StaffRole[][] = [['supervisor'], ['communityAdmin']]

/**
 * The person who should have an application of this area now, by the first tier that has anybody who is there today and has no part in it;
 * undefined when there is nobody at all.
 */
export async function selectOptionalNextOwner(
  sql: Sql,
  areaCode: string,
  tiers: readonly (readonly StaffRole[])[],
  except: readonly number[],
  day: string,
): Promise<number | undefined> {
  for (const roles of tiers) {
    const [row] = await sql<{ id: number | null }[]>`
      select next_owner(${areaCode}, ${roles as string[]}::text[], ${except as number[]}::bigint[], ${day}::date) as id`
    if (row?.id) return row.id
  }
  return undefined
}

/** Approvers of an area, for what goes up. */
export async function selectStaff(tx: Tx, areaCode: string, roles: readonly StaffRole[]): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    select distinct person_id as id from role_grants g
     where g.role = any (${roles as string[]}::text[]) and g.revoked_at is null and g.valid_from <= now()
       and (g.valid_until is null or g.valid_until > now()) and starts_with(${areaCode}, g.area_code) order by 1`
  return rows.map((row) => row.id)
}

/** Whether a member of the staff is away on a day. */
export async function selectIsAway(sql: Sql, personId: number, day: string): Promise<boolean> {
  const [row] = await sql<{ away: boolean }[]>`select is_away(${personId}::bigint, ${day}::date) as away`
  return row?.away ?? false
}

/** The roles a person holds for an area now, whatever their session remembers. */
export async function selectRolesFor(sql: Sql, personId: number, areaCode: string): Promise<Role[]> {
  const [row] = await sql<{ roles: Role[] }[]>`select roles_for(${personId}::bigint, ${areaCode}) as roles`
  return row?.roles ?? []
}

/** Whether a person is the applicant, family of the applicant, or filled in or helped with the application. */
export async function hasPart(sql: Sql, personId: number, applicationId: number): Promise<boolean> {
  const [row] = await sql<{ yes: boolean }[]>`
    select has_part(${personId}::bigint, a) as yes from applications a where a.id = ${applicationId}`
  return row?.yes ?? false
}

export async function selectPeopleWithPart(sql: Sql, applicationId: number): Promise<number[]> {
  const [row] = await sql<{ ids: (number | string)[] }[]>`
    select people_with_part(a) as ids from applications a where a.id = ${applicationId}`
  return (row?.ids ?? []).map(Number)
}
