import type { PostCard } from '../../../types/hub'
import type { Sql, Tx } from '../../platform/database'

/** Posts as rows. Who holds one is in the statements for the community and for the holder alone. */

const card = (sql: Sql) => sql`
  s.id as "postId", s.kind, s.name, s.area_code as "areaCode", a.name as "areaName", s.place, s.duties, s.contact_way as "contactWay",
  h.id as "hubId", h.name as "hubName"`
const from = (sql: Sql) => sql`
  from hub_posts s join areas a on a.code = s.area_code left join hubs h on h.id = s.hub_id and h.closed_at is null`

/** Posts that are listed under an area, after an id. */
export async function selectCards(
  sql: Sql,
  areaCode: string,
  kind: string | undefined,
  after: number,
  limit: number,
): Promise<PostCard[]> {
  return sql<PostCard[]>`
    select ${card(sql)} ${from(sql)}
     where s.ended_at is null and s.id > ${after} and s.area_code in (select areas_under(array[${areaCode}]::text[]))
       and (${kind ?? null}::text is null or s.kind = ${kind ?? null}::text)
     order by s.id limit ${limit}`
}

/** Posts of these areas with who holds them, after an id. */
export async function selectBoard(sql: Sql, areas: readonly string[], after: number, limit: number) {
  return sql<(PostCard & { holderId: number; holderName: string; consentOn: string; version: number })[]>`
    select ${card(sql)}, s.holder_id as "holderId", p.nickname as "holderName", s.consent_on::text as "consentOn", s.version
      ${from(sql)} join people p on p.id = s.holder_id
     where s.ended_at is null and s.id > ${after} and s.area_code in (select areas_under(${areas as string[]}::text[]))
     order by s.id limit ${limit}`
}

export async function selectMine(sql: Sql, me: number): Promise<(PostCard & { consentOn: string })[]> {
  return sql<(PostCard & { consentOn: string })[]>`
    select ${card(sql)}, s.consent_on::text as "consentOn" ${from(sql)} where s.holder_id = ${me} and s.ended_at is null order by s.id`
}

/** Locks a post that `me` administers. */
export async function lockPost(tx: Tx, me: number, postId: number) {
  const [row] = await tx<
    { postId: number; areaCode: string; name: string; holderId: number; version: number; ended: boolean }[]
  >`
    select id as "postId", area_code as "areaCode", name, holder_id as "holderId", version, ended_at is not null as ended
      from hub_posts s where s.id = ${postId} and has_role(${me}, '{communityAdmin}', s.area_code) for update`
  return row
}

/** Locks a post that `me` holds. */
export async function lockOwn(tx: Tx, me: number, postId: number) {
  const [row] = await tx<{ areaCode: string; ended: boolean }[]>`
    select area_code as "areaCode", ended_at is not null as ended from hub_posts where id = ${postId} and holder_id = ${me} for update`
  return row
}

export async function hasHub(sql: Sql, hubId: number): Promise<boolean> {
  const [row] = await sql`select from hubs where id = ${hubId} and closed_at is null`
  return row !== undefined
}

export interface PostToSave {
  kind: string
  name: string
  holderId: number
  areaCode: string
  place: string
  duties: string
  contactWay: string
  hubId: number | null
  consentOn: string
}

/** Raises `one_post_a_name`. */
export async function insertPost(tx: Tx, post: PostToSave, me: number, now: Date): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into hub_posts (kind, name, holder_id, area_code, place, duties, contact_way, hub_id, consent_on, created_by, created_at, changed_at)
    values (${post.kind}, ${post.name}, ${post.holderId}, ${post.areaCode}, ${post.place}, ${post.duties}, ${post.contactWay}, ${post.hubId}::bigint,
            ${post.consentOn}::date, ${me}, ${now}, ${now})
    returning id`
  return row?.id ?? 0
}

/** Raises `one_post_a_name`. */
export async function updatePost(tx: Tx, postId: number, post: PostToSave, now: Date): Promise<void> {
  await tx`
    update hub_posts set kind = ${post.kind}, name = ${post.name}, holder_id = ${post.holderId}, area_code = ${post.areaCode}, place = ${post.place},
           duties = ${post.duties}, contact_way = ${post.contactWay}, hub_id = ${post.hubId}::bigint, consent_on = ${post.consentOn}::date,
           version = version + 1, changed_at = ${now}
     where id = ${postId}`
}

export async function setEnded(tx: Tx, postId: number, reason: string, now: Date): Promise<void> {
  await tx`
    update hub_posts set ended_at = ${now}, end_reason = ${reason}, version = version + 1, changed_at = ${now} where id = ${postId}`
}
