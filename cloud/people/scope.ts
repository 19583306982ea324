import type { Role } from '../../types/operation'
import type { Sql } from '../platform/database'

/** Who may do what where: the two questions other capabilities ask of people inside their own transactions. */

/** Whether the person holds one of the roles now, for an area that covers `areaCode`. */
export async function hasRole(sql: Sql, personId: number, roles: readonly Role[], areaCode: string): Promise<boolean> {
  const [row] = await sql<
    { yes: boolean }[]
  >`select has_role(${personId}, ${roles as string[]}::text[], ${areaCode}) as yes`
  return row?.yes ?? false
}

/** Whether an area of this county exists. */
export async function areaExists(sql: Sql, areaCode: string): Promise<boolean> {
  const [row] = await sql`select from areas where code = ${areaCode}`
  return row !== undefined
}

/** Whether the person agreed to the privacy guide in a version that is still current. */
export async function hasConsent(sql: Sql, personId: number, version: string): Promise<boolean> {
  const [row] = await sql`
    select from privacy_consents where person_id = ${personId} and version = ${version} and withdrawn_at is null`
  return row !== undefined
}
