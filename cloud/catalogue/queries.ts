import type { ItemContent, LifeEvent } from '../../types/catalogue'
import type { Sql, Statement } from '../platform/database'
import type { Search } from './search'

/** Statements behind what residents see: published items, and drafts that were never published as names to be found. */

export interface ItemRecord {
  itemId: number
  code: string
  areaCode: string
  status: 'draft' | 'published' | 'withdrawn'
  name: string
  department: string
  lifeEvents: LifeEvent[]
  leastVisits: number
  applied: number
  version: number | null
  /** Null until it was published. */
  content: ItemContent | null
  /** The window's number, published or not; without one the county's. */
  phone: string | null
}

/** Columns of an ItemRecord for `service_items i` with `itemJoins`. */
export const itemColumns = (sql: Sql) => sql`
  i.id as "itemId", i.code, i.area_code as "areaCode", i.status, i.name, i.department, i.life_events as "lifeEvents",
  i.least_visits as "leastVisits", i.applied, i.published_version as version, v.content,
  coalesce(v.content -> 'window' ->> 'phone', i.draft -> 'window' ->> 'phone', a.help_phone) as phone`

export const itemJoins = (sql: Sql) => sql`
  join areas a on a.code = i.area_code
  left join service_item_versions v on v.item_id = i.id and v.version = i.published_version`

/** How well an item fits: 0 a whole name or its pinyin, 1 the beginning of one, 2 inside; null: not at all. */
const closeness = (sql: Sql, { whole, words }: Search) => sql`
  case when i.search_text like ${`%\n${whole}\n%`} then 0
       when i.search_text like ${`%\n${whole}%`} then 1
       when i.search_text like ${`%${whole}%`} or i.search_text like all (${words.map((w) => `%${w}%`)}::text[]) then 2 end`

/**
 * The same for what is only similar: at least a third of the pairs of characters occur, fewer missing first; letters as a southern tongue says them,
 * or by trigrams (a slip of the finger).
 */
const likeness = (sql: Sql, { whole, pairs, southern }: Search) =>
  pairs.length > 0
    ? sql`(select case when count(*) * 3 >= ${pairs.length} then ${pairs.length}::int - count(*)::int end
             from unnest(${pairs}::text[]) as p (pair) where position(p.pair in i.search_text) > 0)`
    : sql`case when position(${southern} in i.search_text) > 0 then 0
               when word_similarity(${whole}, i.search_text) > 0.5 then (100 * (1 - word_similarity(${whole}, i.search_text)))::int end`

/** How items are ordered: how badly they fit (0 without a search), most applied for first. */
export interface Position {
  misfit: number
  applied: number
  id: number
}

export interface ListFilter {
  search: Search | undefined
  /** Looks for what is only similar. */
  loosely: boolean
  lifeEvent: LifeEvent | undefined
}

/** How badly items fit what is looked for, as SQL: 0 when nothing is. */
export const misfitOf = (sql: Sql, { search, loosely }: Pick<ListFilter, 'search' | 'loosely'>): Statement<object[]> =>
  !search ? sql`0` : loosely ? likeness(sql, search) : closeness(sql, search)

/** Items residents may find, best first, after a position. */
export async function selectList(sql: Sql, filter: ListFilter, after: Position | undefined, limit: number) {
  return sql<(ItemRecord & { misfit: number })[]>`
    with chosen as materialized (
      select i.id, m.misfit, i.applied from service_items i, lateral (select ${misfitOf(sql, filter)} as misfit) m
       where i.status <> 'withdrawn' and m.misfit is not null
         ${filter.lifeEvent === undefined ? sql`` : sql`and i.life_events @> ${[filter.lifeEvent]}::text[]`}
         ${after ? sql`and (m.misfit, -i.applied, i.id) > (${after.misfit}::int, ${-after.applied}::int, ${after.id}::bigint)` : sql``}
       order by m.misfit, i.applied desc, i.id limit ${limit}
    )
    select ${itemColumns(sql)}, c.misfit from chosen c join service_items i on i.id = c.id ${itemJoins(sql)}
     order by c.misfit, c.applied desc, c.id`
}

/** An item residents may find, by its code. */
export async function selectOptionalItem(sql: Sql, code: string): Promise<ItemRecord | undefined> {
  const [row] = await sql<ItemRecord[]>`
    select ${itemColumns(sql)} from service_items i ${itemJoins(sql)} where i.code = ${code}`
  return row
}

export interface VersionRecord {
  itemId: number
  code: string
  areaCode: string
  status: 'draft' | 'published' | 'withdrawn'
  version: number
  content: ItemContent
}

/** One version of an item, by default the published one. Undefined when there is none such. */
export async function selectOptionalVersion(
  sql: Sql,
  code: string,
  version: number | undefined,
): Promise<VersionRecord | undefined> {
  const [row] = await sql<VersionRecord[]>`
    select i.id as "itemId", i.code, i.area_code as "areaCode", i.status, v.version, v.content
      from service_items i
      join service_item_versions v on v.item_id = i.id and v.version = coalesce(${version ?? null}::int, i.published_version)
     where i.code = ${code}`
  return row
}

export async function addApplied(sql: Sql, itemId: number): Promise<void> {
  await sql`update service_items set applied = applied + 1 where id = ${itemId}`
}
