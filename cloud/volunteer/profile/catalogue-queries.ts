import type { Sql } from '../../platform/database'

/** Skills and dialects to choose from. */

export async function selectSkills(sql: Sql) {
  return sql<{ skill: string; name: string; certificateName: string | null }[]>`
    select code as skill, name, certificate_name as "certificateName" from skills order by position`
}

/**
 * Dialects, those of a home area first: of the longest prefix that the table has for it, and, where the code is a province or a city only, all that are
 * spoken somewhere inside.
 */
export async function selectDialects(sql: Sql, homeAreaCode: string | undefined) {
  const home = homeAreaCode ?? ''
  return sql<{ dialect: string; name: string; spokenThere: boolean }[]>`
    with around as (
      select max(length(area_prefix)) as longest from dialect_areas where starts_with(${home}, area_prefix)
    ), there as (
      select dialect_code from dialect_areas, around
       where (starts_with(${home}, area_prefix) and length(area_prefix) = longest)
          or (${home} <> '' and starts_with(area_prefix, ${home}))
    )
    select code as dialect, name, code in (select dialect_code from there) as "spokenThere"
      from dialects order by 3 desc, position`
}

/** Those of the codes that the catalogue of skills does not have. */
export async function selectUnknownSkills(sql: Sql, codes: readonly string[]): Promise<string[]> {
  const rows = await sql<{ code: string }[]>`
    select code from unnest(${codes as string[]}::text[]) as asked (code) where code not in (select code from skills)`
  return rows.map((row) => row.code)
}

/** Those of the codes that the list of dialects does not have. */
export async function selectUnknownDialects(sql: Sql, codes: readonly string[]): Promise<string[]> {
  const rows = await sql<{ code: string }[]>`
    select code from unnest(${codes as string[]}::text[]) as asked (code) where code not in (select code from dialects)`
  return rows.map((row) => row.code)
}
