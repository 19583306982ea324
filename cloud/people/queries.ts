import type { Sql, Statement, Tx } from '../platform/database'
import { servesCounty } from './scope'

/** Statements about people, areas, consent and family. Roles are in grant-queries.ts, sessions in sessions/. */

export interface MeRow {
  personId: number
  nickname: string
  maskedPhone: string | null
  community: { areaCode: string; name: string; lat: number | null; lng: number | null } | null
  homeAreaCode: string | null
  privacyConsent: { version: string; givenAt: string } | null
  unreadNotices: number
  helpPhone: string | null
}

export async function selectMe(sql: Sql, personId: number): Promise<MeRow> {
  const [row] = await sql<MeRow[]>`
    select p.id as "personId", p.nickname, p.masked_phone as "maskedPhone", p.home_area_code as "homeAreaCode",
           case when c.code is not null then
             jsonb_build_object('areaCode', c.code, 'name', c.name, 'lat', c.lat, 'lng', c.lng) end as community,
           (select jsonb_build_object('version', v.version, 'givenAt', v.given_at)
              from privacy_consents v where v.person_id = p.id and v.withdrawn_at is null) as "privacyConsent",
           (select count(*)::int from notices n where n.person_id = p.id and n.read_at is null) as "unreadNotices",
           -- The nearest help desk up the tree: community, township, county; before a home is chosen, the county's.
           (select h.help_phone from areas h
             where h.help_phone is not null and (starts_with(c.code, h.code) or (c.code is null and length(h.code) = 6))
             order by length(h.code) desc limit 1) as "helpPhone"
      from people p left join areas c on c.code = p.community_code
     where p.id = ${personId}`
  if (!row) throw new Error(`person ${personId} vanished`)
  return row
}

export interface MeChange {
  nickname?: string | undefined
  communityCode?: string | undefined
  homeAreaCode?: string | undefined
}

/** Changes what is given; absent values stay. */
export async function updateMe(tx: Tx, personId: number, change: MeChange): Promise<void> {
  await tx`
    update people set nickname = coalesce(${change.nickname ?? null}, nickname), community_code = coalesce(${change.communityCode ?? null}, community_code),
           home_area_code = coalesce(${change.homeAreaCode ?? null}, home_area_code)
     where id = ${personId}`
}

/** Children of an area, or the county itself when `under` is absent. */
export async function selectAreas(sql: Sql, under: string | undefined) {
  return sql<
    {
      areaCode: string
      name: string
      level: 'county' | 'township' | 'community' | 'grid'
      lat: number | null
      lng: number | null
    }[]
  >`
    select code as "areaCode", name, level, lat, lng from areas
     where ${under === undefined ? sql`parent_code is null` : sql`parent_code = ${under}`} order by code`
}

export async function selectIsCommunity(sql: Sql, areaCode: string): Promise<boolean> {
  const [row] = await sql`select from areas where code = ${areaCode} and level = 'community'`
  return row !== undefined
}

// ---- privacy ---------------------------------------------------------------------------------------------------

/** Records consent to a version; an older live one is closed. False when this version is agreed to already. */
export async function insertConsent(tx: Tx, personId: number, version: string): Promise<boolean> {
  await tx`
    update privacy_consents set withdrawn_at = now() where person_id = ${personId} and withdrawn_at is null and version <> ${version}`
  const made = await tx`
    insert into privacy_consents (person_id, version) values (${personId}, ${version})
    on conflict (person_id) where withdrawn_at is null do nothing`
  return made.count > 0
}

export async function withdrawConsent(tx: Tx, personId: number): Promise<void> {
  await tx`update privacy_consents set withdrawn_at = now() where person_id = ${personId} and withdrawn_at is null`
}

// ---- phone -------------------------------------------------------------------------------------------------------

export interface SealedPhone {
  cipher: Buffer
  hash: Buffer
  masked: string
}

/**
 * Puts the hashes of a number that former secrets made under the current one, so that the database sees two people who bind the same number
 * while the keys are being changed.
 */
export async function updateFormerHash(tx: Tx, [current, ...former]: readonly Buffer[]): Promise<void> {
  if (former.length > 0) await tx`update people set phone_hash = ${current} where phone_hash = any (${former}::bytea[])`
}

/** Binds a number; a number bound to somebody else raises `people_phone_hash_key`. */
export async function updatePhone(tx: Tx, personId: number, phone: SealedPhone | null): Promise<void> {
  await tx`
    update people set phone_cipher = ${phone?.cipher ?? null}, phone_hash = ${phone?.hash ?? null}, masked_phone = ${phone?.masked ?? null}
     where id = ${personId}`
}

export async function selectOptionalByPhone(sql: Sql, hashes: readonly Buffer[]) {
  const [row] = await sql<{ personId: number; nickname: string; maskedPhone: string }[]>`
    select id as "personId", nickname, masked_phone as "maskedPhone" from people where phone_hash = any (${hashes}::bytea[]) and deleted_at is null`
  return row
}

// ---- people without an account (代报名) ------------------------------------------------------------------------------

export interface DependantRow {
  personId: number
  name: string
  relation: 'spouse' | 'parent' | 'child' | 'grandparent' | 'neighbour' | 'other' | null
  community: string | null
}

/** My family members, and those enrolled in the areas that I serve now (`areas`). */
export async function selectDependants(
  sql: Sql,
  helperId: number,
  areas: readonly string[],
  search: string,
  after: number,
  limit: number,
) {
  const codes = areas as string[]
  const part = (where: Statement<object[]>) => sql`
    select p.id from people p
     where ${where} and p.enrolled_in is not null and p.id > ${after} and p.deleted_at is null and p.openid is null
       and p.nickname like ${`%${search.replace(/[\\%_]/g, '\\$&')}%`}
     order by p.id limit ${limit}`
  // Of each area the first by its own index, then of all; a whole county in one go.
  const enrolled = servesCounty(areas)
    ? part(sql`p.enrolled_in ^@ any (${codes}::text[])`)
    : sql`select n.id from areas_under(${codes}::text[]) s (code) cross join lateral (${part(sql`p.enrolled_in = s.code`)}) n order by n.id limit ${limit}`
  return sql<DependantRow[]>`
    with family as materialized (
      select f.person_id, f.relation from family_members f where f.helper_id = ${helperId} and f.ended_at is null
    ), chosen as materialized (
      select p.id from family f join people p on p.id = f.person_id
       where p.id > ${after} and p.deleted_at is null and p.openid is null
         and p.nickname like ${`%${search.replace(/[\\%_]/g, '\\$&')}%`}
      union
      (${enrolled})
      order by id limit ${limit}
    )
    select p.id as "personId", p.nickname as name, f.relation, a.name as community
      from chosen c join people p on p.id = c.id left join family f on f.person_id = p.id left join areas a on a.code = p.enrolled_in
     order by p.id`
}

export async function countFamily(tx: Tx, helperId: number): Promise<number> {
  // Locks the helper's own row, so that two taps cannot both be the last one allowed.
  await tx`select from people where id = ${helperId} for update`
  const [row] = await tx<
    { n: number }[]
  >`select count(*)::int as n from family_members where helper_id = ${helperId} and ended_at is null`
  return row?.n ?? 0
}

export async function insertDependant(
  tx: Tx,
  helperId: number,
  name: string,
  enrolledIn: string | null,
): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into people (nickname, enrolled_in, enrolled_by) values (${name}, ${enrolledIn}, ${helperId}) returning id`
  return row?.id ?? 0
}

export async function insertFamilyMember(tx: Tx, helperId: number, personId: number, relation: string): Promise<void> {
  await tx`insert into family_members (helper_id, person_id, relation) values (${helperId}, ${personId}, ${relation})`
}

export async function selectAreaName(sql: Sql, areaCode: string): Promise<string | undefined> {
  const [row] = await sql<{ name: string }[]>`select name from areas where code = ${areaCode}`
  return row?.name
}

// ---- roles ---------------------------------------------------------------------------------------------------------

export async function personExists(sql: Sql, personId: number): Promise<boolean> {
  const [row] = await sql`select from people where id = ${personId} and deleted_at is null`
  return row !== undefined
}
