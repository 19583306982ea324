import type { Sql } from '../../platform/database'

/** The first entry that is not in the audit log as it was entered, by its id; undefined when all are. */
export async function selectFirstAltered(sql: Sql): Promise<{ entryId: number; missing: boolean } | undefined> {
  const [row] = await sql<{ entryId: number; missing: boolean }[]>`
    select coalesce(e.id, split_part(l.target, ':', 2)::bigint) as "entryId", e.id is null or l.id is null as missing
      from point_entries e
      full join (select id, target, after from audit_log where operation = 'hub.pointEntered') l on l.target = 'pointEntry:' || e.id
     where e.id is null or l.id is null or l.after <> point_entry_facts(e)
     order by 1 limit 1`
  return row
}

/** How many entries there are. */
export async function countEntries(sql: Sql): Promise<number> {
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from point_entries`
  return row?.n ?? 0
}
