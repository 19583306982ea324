import type { HelpKind, Strength, TimeSpan, Urgency } from '../../../types/volunteer'
import type { Sql, Tx } from '../../platform/database'

/** Statements about asking for help. */

export interface Helped {
  personId: number
  nickname: string
  communityCode: string | null
  homeAreaCode: string | null
  lat: number | null
  lng: number | null
}

/** Whoever is to be helped, when the caller may ask for him. */
export async function selectOptionalHelped(sql: Sql, me: number, personId: number): Promise<Helped | undefined> {
  const [row] = await sql<Helped[]>`
    select p.id as "personId", p.nickname, coalesce(p.community_code, p.enrolled_in) as "communityCode", p.home_area_code as "homeAreaCode", a.lat, a.lng
      from people p left join areas a on a.code = coalesce(p.community_code, p.enrolled_in)
     where p.id = ${personId} and p.deleted_at is null and (p.id = ${me} or may_act_for(${me}::bigint, p.id))`
  return row
}

/** An area with its middle; undefined when this county has none of that code. */
export async function selectOptionalPlace(
  sql: Sql,
  areaCode: string,
): Promise<{ lat: number | null; lng: number | null } | undefined> {
  const [row] = await sql<{ lat: number | null; lng: number | null }[]>`
    select coalesce(a.lat, p.lat) as lat, coalesce(a.lng, p.lng) as lng from areas a left join areas p on p.code = a.parent_code where a.code = ${areaCode}`
  return row
}

/** Codes that the catalogues do not have. */
export async function selectUnknown(
  sql: Sql,
  skills: readonly string[],
  dialects: readonly string[],
): Promise<{ skill?: string; dialect?: string }> {
  const [row] = await sql<{ skill: string | null; dialect: string | null }[]>`
    select (select c from unnest(${skills as string[]}::text[]) as c where not exists (select from skills where code = c) limit 1) as skill,
           (select c from unnest(${dialects as string[]}::text[]) as c where not exists (select from dialects where code = c) limit 1) as dialect`
  return { ...(row?.skill ? { skill: row.skill } : {}), ...(row?.dialect ? { dialect: row.dialect } : {}) }
}

/** Requests of a person that are under way; locked against a second tap by the person's row. */
export async function countLive(tx: Tx, personId: number): Promise<number> {
  await tx`select from people where id = ${personId} for no key update`
  const [row] = await tx<{ n: number }[]>`
    select count(*)::int as n from help_requests where (requester_id = ${personId} or made_by = ${personId}) and ended_at is null and status <> 'done'`
  return row?.n ?? 0
}

export interface NewHelpRequest {
  kind: HelpKind
  words: string
  urgency: Urgency
  requesterId: number
  requesterName: string
  madeBy: number
  areaCode: string
  lat: number
  lng: number
  addressCipher: Buffer | null
  people: number
  minutes: number
  risky: boolean
  minAge: number | null
  maxAge: number | null
  homeAreaCode: string | null
  sex: string | null
  wishDialect: Strength | null
  wishHome: Strength | null
  wishSex: Strength | null
  automatic: boolean
  ownerId: number
  dueAt: Date
}

export async function insertHelpRequest(tx: Tx, h: NewHelpRequest, now: Date): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into help_requests (kind, words, urgency, requester_id, requester_name, made_by, area_code, lat, lng, address_cipher, people, minutes, risky, min_age,
                               max_age, home_area_code, sex, wish_dialect, wish_home, wish_sex, automatic, owner_id, due_at, asked_at, changed_at)
    values (${h.kind}, ${h.words}, ${h.urgency}, ${h.requesterId}, ${h.requesterName}, ${h.madeBy}, ${h.areaCode}, ${h.lat}, ${h.lng}, ${h.addressCipher},
            ${h.people}, ${h.minutes}, ${h.risky}, ${h.minAge}, ${h.maxAge}, ${h.homeAreaCode}, ${h.sex}, ${h.wishDialect}, ${h.wishHome}, ${h.wishSex},
            ${h.automatic}, ${h.ownerId}, ${h.dueAt}, ${now}, ${now})
    returning id`
  return row?.id ?? 0
}

export async function replaceWindows(tx: Tx, helpRequestId: number, windows: readonly TimeSpan[]): Promise<void> {
  await tx`delete from help_request_windows where request_id = ${helpRequestId}`
  await tx`
    insert into help_request_windows (request_id, span)
    select ${helpRequestId}::bigint, tstzrange(f, u)
      from unnest(${windows.map((w) => w.from)}::timestamptz[], ${windows.map((w) => w.until)}::timestamptz[]) as w (f, u)`
}

export async function insertNeeds(
  tx: Tx,
  helpRequestId: number,
  skills: readonly { skill: string; level: number; certificate: boolean }[],
  dialects: readonly string[],
): Promise<void> {
  await tx`
    insert into help_request_skills (request_id, skill_code, level, certificate)
    select ${helpRequestId}::bigint, * from unnest(${skills.map((s) => s.skill)}::text[], ${skills.map((s) => s.level)}::int[],
                                                  ${skills.map((s) => s.certificate)}::boolean[])`
  await tx`
    insert into help_request_dialects (request_id, dialect_code)
    select ${helpRequestId}::bigint, d from unnest(${dialects as string[]}::text[]) as d`
}

/** Who must not meet again; asking twice is asking once. */
export async function insertBlock(tx: Tx, by: number, other: number): Promise<void> {
  await tx`insert into person_blocks (by_id, other_id) values (${by}, ${other}) on conflict do nothing`
}

export async function selectWindows(sql: Sql, helpRequestId: number): Promise<TimeSpan[]> {
  return sql<TimeSpan[]>`
    select lower(span) as "from", upper(span) as until from help_request_windows where request_id = ${helpRequestId} order by 1`
}

/** Adds words of one side. */
export async function insertMessage(
  tx: Tx,
  helpRequestId: number,
  fromId: number,
  kind: 'words' | 'callBack',
  words: string,
  now: Date,
): Promise<void> {
  await tx`
    insert into help_messages (request_id, from_id, kind, words, at) values (${helpRequestId}, ${fromId}, ${kind}, ${words}, ${now})`
}

/** Requests of a person that can still be cancelled. */
export async function selectLiveOf(tx: Tx, personId: number): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    select id from help_requests where requester_id = ${personId} and ended_at is null order by id`
  return rows.map(({ id }) => id)
}
