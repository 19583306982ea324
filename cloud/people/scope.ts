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

/**
 * Prefixes of the areas a person serves in one of these roles, now; shorter ones only where one covers another. A list of such areas is read area by
 * area, each in the order of its index, and a statement that is given them checks nothing else.
 */
export async function selectServedAreas(sql: Sql, personId: number, roles: readonly Role[]): Promise<string[]> {
  const [row] = await sql<{ areas: string[] }[]>`
    select served_areas(${personId}::bigint, ${roles as string[]}::text[]) as areas`
  return row?.areas ?? []
}

/** What of these areas lies under `areaCode`: all when it is absent. */
export const areasWithin = (areas: readonly string[], areaCode: string | undefined): string[] =>
  areaCode === undefined
    ? [...areas]
    : areas.some((code) => areaCode.startsWith(code))
      ? [areaCode]
      : areas.filter((code) => code.startsWith(areaCode))

/** Whether the areas are so many that their lists are read in one order from the whole table, not area by area: the county, which is all there is. */
export const servesCounty = (areas: readonly string[]): boolean => areas.some((code) => code.length === 6)

/** Whether an area of this county exists. */
export async function areaExists(sql: Sql, areaCode: string): Promise<boolean> {
  const [row] = await sql`select from areas where code = ${areaCode}`
  return row !== undefined
}

/** What an area is called; its code where it has no name (it is not of this county). */
export async function selectAreaName(sql: Sql, areaCode: string): Promise<string> {
  const [row] = await sql<{ name: string }[]>`select name from areas where code = ${areaCode}`
  return row?.name ?? areaCode
}

/** Whether the person agreed to the privacy guide in a version that is still current. */
export async function hasConsent(sql: Sql, personId: number, version: string): Promise<boolean> {
  const [row] = await sql`
    select from privacy_consents where person_id = ${personId} and version = ${version} and withdrawn_at is null`
  return row !== undefined
}
