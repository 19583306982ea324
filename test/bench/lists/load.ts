import type { Database, Sql } from '../../../cloud/platform/database'
import { insertOffice } from '../application-data'
import { insertActivities, insertSignUps, insertWords } from './activities'
import { insertApplications, insertCatalogue, insertHandedIn } from './applications'

/** How large a county is. */
export interface Size {
  residents: number
  activities: number
  /** A tenth of them open. */
  applications: number
  townships: number
  /** So many residents take part in everything: their lists are long, and as long in a small county as in a large one. */
  active: number
}

/** A county of so many residents, everything else in proportion; with a million: 400 communities, 100,000 activities, 5 million sign-ups, 500,000 applications. */
export const sizeOf = (residents: number): Size => ({
  residents,
  activities: residents / 10,
  applications: residents / 2,
  townships: residents / 50_000,
  active: residents / 2000,
})

/** The session token of a person; everybody has one. */
export const tokenOf = (personId: number): string => `bench-${personId}`

/**
 * Fills a migrated, empty database with a county, table by table and set by set. Indexes are built afterwards, and triggers do not run: rows are made
 * to fit together, constraints and unique indexes look at them all the same. What no list reads (histories, documents, check-ins) is left out.
 */
export async function loadCounty(sql: Database, size: Size): Promise<void> {
  await insertOffice(sql, size.townships)
  await sql.unsafe(`
    set session_replication_role = replica;
    set synchronous_commit = off;
    set maintenance_work_mem = '256MB';
    set work_mem = '128MB'`)
  // The same in every run, and unlike from seed to seed.
  await sql.unsafe(
    'create function pick(n bigint, seed int, out_of int) returns int language sql immutable as $$ select ((hashint8extended(n, seed) & 9007199254740991) % out_of)::int $$',
  )
  const indexes = await dropIndexes(sql)
  const firstResident = await insertPeople(sql, size)
  await insertActivities(sql, size)
  await insertSignUps(sql, size, firstResident)
  await insertWords(sql, firstResident, size)
  await insertCatalogue(sql)
  await insertApplications(sql, size, firstResident)
  await insertHandedIn(sql, size, firstResident)
  for (const index of indexes) await sql.unsafe(index)
  await sql.unsafe('drop function pick')
  await sql.unsafe('vacuum (freeze, analyze)')
}

/** Drops what is only an index, of the tables that grow large. Returns how to make them again. */
async function dropIndexes(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string; made: string }[]>`
    select x.relname as name, pg_get_indexdef(i.indexrelid) as made
      from pg_index i join pg_class x on x.oid = i.indexrelid join pg_class c on c.oid = i.indrelid
     where c.relname in ('people', 'sign_ups', 'activities', 'notices', 'applications', 'activity_ratings', 'activity_photos', 'files', 'feedback', 'sessions')
       and c.relnamespace = 'public'::regnamespace and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`
  for (const { name } of rows) await sql.unsafe(`drop index ${name}`)
  return rows.map((row) => row.made)
}

/** Residents (one in fifty without a phone, enrolled by the grid worker and vouched for by a neighbour), administrators, grid workers, organisers. Returns the first resident's id. */
async function insertPeople(sql: Sql, { residents, active }: Size): Promise<number> {
  for (const [role, level, from] of [
    ['communityAdmin', 'community', 'admin'],
    ['communityAdmin', 'township', 'town-admin'],
    ['communityAdmin', 'county', 'county-admin'],
    ['gridWorker', 'grid', 'grid'],
    ['organiser', 'community', 'organiser'],
  ])
    await sql`
      with made as (
        insert into people (openid, nickname, community_code)
        select ${from}::text || '-' || a.code, '工作' || right(a.code, 6), case when a.level = 'community' then a.code end from areas a where a.level = ${level}
        returning id, openid)
      insert into role_grants (person_id, role, area_code, valid_from)
      select id, ${role}::text, substr(openid, length(${from}::text) + 2), now() - interval '1 day' from made`
  const [row] = await sql<{ first: number }[]>`select max(id) + 1 as first from people`
  const first = row?.first ?? 0
  await sql`
    insert into people (openid, nickname, community_code, enrolled_in, enrolled_by)
    select case when n % 50 > 0 then 'resident-' || n end,
           substr('王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗', 1 + pick(n, 1, 20), 1) || chr(19968 + pick(n, 2, 6000)) || chr(19968 + pick(n, 3, 6000)),
           o.communities[1 + pick(n, 4, cardinality(o.communities))],
           case when n % 50 = 0 then o.grids[1 + pick(n, 5, cardinality(o.grids))] end, case when n % 50 = 0 then o.worker end
      from generate_series(1, ${residents}::int) n cross join (
        select (select array_agg(code order by code) from areas where level = 'community') as communities,
               (select array_agg(code order by code) from areas where level = 'grid') as grids,
               (select min(person_id) from role_grants where role = 'gridWorker') as worker) o`
  await sql`
    insert into family_members (helper_id, person_id, relation) select id - 1 - (id - ${first}::bigint) % 3, id, 'neighbour' from people where openid is null`
  // The active vouch for eight each: ten is the most.
  await sql`
    insert into family_members (helper_id, person_id, relation)
    select ${first}::bigint + (id - ${first}) / 50 % ${active}::int, id, 'other' from people
     where openid is null and id > ${first}::bigint + ${active}::int and (id - ${first}) / 50 < 9 * ${active}::int on conflict do nothing`
  await sql`
    insert into sessions (token_hash, person_id, client, expires_at)
    select sha256(convert_to('bench-' || id, 'UTF8')), id, 'bench', now() + interval '1 day' from people where openid is not null`
  return first
}
