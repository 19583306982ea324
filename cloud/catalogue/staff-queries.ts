import type { ItemDraft } from '../../types/catalogue'
import type { Sql, Tx } from '../platform/database'
import { type ItemRecord, itemColumns, itemJoins, type ListFilter, misfitOf } from './queries'

/** Statements behind keeping the catalogue. Who may is in the statement itself. */

export type StaffRecord = ItemRecord & { draft: ItemDraft; misfit: number }

/** Items in areas the caller keeps or supervises, best fit first, then by code. */
export async function selectStaffList(
  sql: Sql,
  me: number,
  filter: Pick<ListFilter, 'search' | 'loosely'> & { status: string | undefined },
  after: { misfit: number; code: string } | undefined,
  limit: number,
) {
  return sql<StaffRecord[]>`
    select ${itemColumns(sql)}, i.draft, m.misfit
      from service_items i ${itemJoins(sql)}, lateral (select ${misfitOf(sql, filter)} as misfit) m
     where has_role(${me}, '{communityAdmin,supervisor}', i.area_code) and m.misfit is not null
       ${filter.status === undefined ? sql`` : sql`and i.status = ${filter.status}`}
       ${after ? sql`and (m.misfit, i.code) > (${after.misfit}::int, ${after.code})` : sql``}
     order by m.misfit, i.code limit ${limit}`
}

/** An item the caller keeps or supervises. */
export async function selectOptionalForStaff(sql: Sql, me: number, itemId: number) {
  const [row] = await sql<(Omit<StaffRecord, 'misfit'> & { changed: boolean })[]>`
    select ${itemColumns(sql)}, i.draft, i.draft::text is distinct from v.content::text as changed
      from service_items i ${itemJoins(sql)}
     where i.id = ${itemId} and has_role(${me}, '{communityAdmin,supervisor}', i.area_code)`
  return row
}

export async function selectVersions(sql: Sql, itemId: number) {
  return sql<{ version: number; publishedAt: Date; publishedBy: string | null }[]>`
    select v.version, v.published_at as "publishedAt", p.nickname as "publishedBy"
      from service_item_versions v left join people p on p.id = v.published_by
     where v.item_id = ${itemId} order by v.version desc`
}

export interface LockedItem {
  itemId: number
  code: string
  areaCode: string
  status: 'draft' | 'published' | 'withdrawn'
  draft: ItemDraft
  version: number | null
  /** Whether the draft says something else than the published version. */
  changed: boolean
  /** Whether the caller keeps the catalogue of its area. */
  keeps: boolean
}

/** Locks an item; nobody else saves or publishes it until the transaction ends. */
export async function lockItem(tx: Tx, me: number, itemId: number): Promise<LockedItem | undefined> {
  const [row] = await tx<LockedItem[]>`
    select i.id as "itemId", i.code, i.area_code as "areaCode", i.status, i.draft, i.published_version as version,
           i.draft::text is distinct from v.content::text as changed, has_role(${me}, '{communityAdmin}', i.area_code) as keeps
      from service_items i left join service_item_versions v on v.item_id = i.id and v.version = i.published_version
     where i.id = ${itemId} for update of i`
  return row
}

/** Begins an item if the caller keeps the catalogue of the area. Undefined when not; a known code raises `service_items_code_key`. */
export async function insertItem(
  tx: Tx,
  me: number,
  item: { code: string; areaCode: string; draft: ItemDraft; searchText: string },
): Promise<number | undefined> {
  const { code, areaCode, draft, searchText } = item
  const [row] = await tx<{ itemId: number }[]>`
    insert into service_items (code, area_code, name, department, draft, draft_changed_by, search_text, life_events)
    select ${code}, a.code, ${draft.name}, ${draft.department}, ${JSON.stringify(draft)}::json, ${me}, ${searchText},
           ${draft.lifeEvents ?? []}::text[]
      from areas a where a.code = ${areaCode} and has_role(${me}, '{communityAdmin}', a.code)
    returning id as "itemId"`
  return row?.itemId
}

/** Saves a draft. What residents find changes only while the item was never published. */
export async function updateDraft(
  tx: Tx,
  me: number,
  item: { itemId: number; code: string; draft: ItemDraft; searchText: string },
): Promise<void> {
  const { itemId, code, draft, searchText } = item
  await tx`
    update service_items
       set draft = ${JSON.stringify(draft)}::json, draft_changed_at = now(), draft_changed_by = ${me}, code = ${code},
           name = case when status = 'draft' then ${draft.name} else name end,
           department = case when status = 'draft' then ${draft.department} else department end,
           search_text = case when status = 'draft' then ${searchText} else search_text end,
           life_events = case when status = 'draft' then ${draft.lifeEvents ?? []}::text[] else life_events end
     where id = ${itemId}`
}

export interface ToPublish {
  code: string
  searchText: string
  leastVisits: number
}

/** Publishes the drafts of items, which must be complete, each as its next version; one that says nothing new keeps its version. */
export async function publishDrafts(tx: Tx, by: number | null, items: readonly ToPublish[]) {
  return tx<{ code: string; version: number }[]>`
    with chosen as (
      select i.id, i.draft, x.*, i.published_version,
             i.draft::text is distinct from (select v.content::text from service_item_versions v
                                              where v.item_id = i.id and v.version = i.published_version) as fresh,
             (select coalesce(max(v.version), 0) + 1 from service_item_versions v where v.item_id = i.id) as next
        from json_to_recordset(${JSON.stringify(items)}::json) as x (code text, "searchText" text, "leastVisits" int)
        join service_items i on i.code = x.code
    ), made as (
      insert into service_item_versions (item_id, version, content, published_by)
      select id, next, draft, ${by}::bigint from chosen where fresh
    )
    update service_items i
       set status = 'published', published_version = case when c.fresh then c.next else c.published_version end,
           name = c.draft ->> 'name', department = c.draft ->> 'department', search_text = c."searchText",
           least_visits = c."leastVisits",
           life_events = array(select json_array_elements_text(c.draft -> 'lifeEvents'))
      from chosen c where i.id = c.id
    returning i.code, i.published_version as version`
}

export async function setWithdrawn(tx: Tx, itemId: number): Promise<void> {
  await tx`update service_items set status = 'withdrawn' where id = ${itemId}`
}

export async function deleteDraft(tx: Tx, itemId: number): Promise<void> {
  await tx`delete from service_items where id = ${itemId} and published_version is null`
}

/** Everything that is being worked on, by code, in areas the caller keeps or supervises; `null`: the operator, all of it. */
export async function selectDrafts(sql: Sql, me: number | null) {
  return sql<{ code: string; draft: ItemDraft }[]>`
    select code, draft from service_items
     where ${me}::bigint is null or has_role(${me}, '{communityAdmin,supervisor}', area_code) order by code`
}

export interface KnownItem {
  code: string
  status: 'draft' | 'published' | 'withdrawn'
  draftHash: string
  /** Null until it was published. */
  contentHash: string | null
}

/** Locks the items with these codes and says what they hold, as md5 of their JSON text. */
export async function lockKnown(tx: Tx, codes: readonly string[]) {
  return tx<KnownItem[]>`
    select i.code, i.status, md5(i.draft::text) as "draftHash", md5(v.content::text) as "contentHash"
      from service_items i left join service_item_versions v on v.item_id = i.id and v.version = i.published_version
     where i.code = any (${codes as string[]}::text[]) order by i.code for update of i`
}

/** Takes in drafts of one area, new ones and changed ones, in one statement. */
export async function upsertDrafts(
  tx: Tx,
  by: number | null,
  areaCode: string,
  items: readonly { code: string; draft: ItemDraft; searchText: string }[],
): Promise<void> {
  await tx`
    insert into service_items as i (code, area_code, name, department, draft, draft_changed_by, search_text, life_events)
    select x.code, ${areaCode}, x.draft ->> 'name', x.draft ->> 'department', x.draft, ${by}::bigint, x."searchText",
           case when x.draft -> 'lifeEvents' is null then '{}' else array(select json_array_elements_text(x.draft -> 'lifeEvents')) end
      from json_to_recordset(${JSON.stringify(items)}::json) as x (code text, draft json, "searchText" text)
    on conflict (code) do update
       set draft = excluded.draft, draft_changed_at = now(), draft_changed_by = excluded.draft_changed_by,
           name = case when i.status = 'draft' then excluded.name else i.name end,
           department = case when i.status = 'draft' then excluded.department else i.department end,
           search_text = case when i.status = 'draft' then excluded.search_text else i.search_text end,
           life_events = case when i.status = 'draft' then excluded.life_events else i.life_events end`
}
