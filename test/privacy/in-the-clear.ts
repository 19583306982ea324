import type { TestCloud } from '../cloud'
import { type Mark, marks } from './marks'

/** What only ever lies sealed in the database: numbers, doors, addresses, what was typed into forms, diaries and records. */
const sealed: readonly Mark[] = [
  ...(['residentPhone', 'volunteerPhone', 'seekerPhone', 'employerPhone', 'hostPhone', 'memberPhone'] as const),
  ...(['householdPhone', 'householdDoor', 'joinerDoor', 'helpAddress', 'postAddress'] as const),
  ...(['formValue', 'idNumber', 'heardWords', 'promiseWords', 'mediationWords'] as const),
]

/** Where one of these stands readable, in whatever table: stored answers, queued work and the log included. */
export async function fieldsInTheClear({ sql }: TestCloud): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')`
  const found: string[] = []
  for (const { name } of tables) {
    const text = JSON.stringify(await sql.unsafe(`select t::text from ${name} t`))
    found.push(...sealed.filter((field) => text.includes(marks[field])).map((field) => `${field} in ${name}`))
  }
  return found
}
