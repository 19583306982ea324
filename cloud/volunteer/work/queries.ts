import type { ProposalStatus } from '../../../types/volunteer'
import type { Sql, Tx } from '../../platform/database'
import type { WeeklySpan } from './rules'

/** Openings. Every statement is limited to who may. */

export async function selectTitle(sql: Sql, openingId: number): Promise<string> {
  const [row] = await sql<{ title: string }[]>`select title from openings where id = ${openingId}`
  return row?.title ?? ''
}

export interface Opening {
  openingId: number
  title: string
  enterpriseId: number
  enterpriseName: string
  enterpriseAbout: string
  verifiedAt: Date | null
  contactId: number
  areaName: string
  areaCode: string
  lat: number
  lng: number
  words: string
  pay: string
  payFrom: number | null
  payUntil: number | null
  people: number
  left: number
  untilOn: string
  status: 'draft' | 'submitted' | 'open' | 'closed'
  reason: string | null
}

const openingColumns = (sql: Sql) => sql`
  o.id as "openingId", o.title, e.id as "enterpriseId", e.name as "enterpriseName", e.about as "enterpriseAbout", e.verified_at as "verifiedAt",
  e.contact_id as "contactId", r.name as "areaName", o.area_code as "areaCode", o.lat, o.lng, o.words, o.pay, o.pay_from as "payFrom", o.pay_until as "payUntil",
  o.people, o.people - (select count(*)::int from job_proposals j where j.opening_id = o.id and j.status = 'hired') as left, o.until_on::text as "untilOn",
  o.status, o.reason
  from openings o join enterprises e on e.id = o.enterprise_id join areas r on r.code = o.area_code`

/** Openings of one kind of reader, the newest first. */
export async function selectOpenings(
  sql: Sql,
  which:
    | { openOn: string; areaCode?: string | undefined; skill?: string | undefined }
    | { contact: number }
    | { toApprove: readonly string[] },
  before: number | undefined,
  limit: number,
): Promise<Opening[]> {
  const condition =
    'openOn' in which
      ? sql`o.status = 'open' and o.until_on >= ${which.openOn}::date
            ${which.areaCode === undefined ? sql`` : sql`and starts_with(o.area_code, ${which.areaCode})`}
            ${which.skill === undefined ? sql`` : sql`and exists (select from opening_skills k where k.opening_id = o.id and k.skill_code = ${which.skill})`}`
      : 'contact' in which
        ? sql`e.contact_id = ${which.contact}`
        : sql`o.status = 'submitted' and e.area_code ^@ any (${which.toApprove as string[]}::text[])`
  return sql<Opening[]>`
    select ${openingColumns(sql)} where ${condition} ${before === undefined ? sql`` : sql`and o.id < ${before}`} order by o.id desc limit ${limit}`
}

/** An opening that I may see: an open one, one of mine, or one that I may approve. */
export async function selectOptionalOpening(
  sql: Sql,
  me: number,
  openingId: number,
  lock = false,
): Promise<Opening | undefined> {
  const [row] = await sql<Opening[]>`
    select ${openingColumns(sql)} where o.id = ${openingId}
       and (o.status = 'open' or e.contact_id = ${me} or has_role(${me}, '{communityAdmin}', e.area_code)
            or exists (select from job_proposals j where j.opening_id = o.id and j.seeker_id = ${me}))
     ${lock ? sql`for update of o` : sql``}`
  return row
}

export async function selectOpeningNeeds(sql: Sql, openingId: number) {
  const [skills, shifts] = await Promise.all([
    sql<{ skill: string; name: string; level: number }[]>`
      select k.code as skill, k.name, o.level from opening_skills o join skills k on k.code = o.skill_code where o.opening_id = ${openingId} order by k.position`,
    sql<WeeklySpan[]>`
      select weekday, from_minute as "fromMinute", until_minute as "untilMinute" from opening_shifts where opening_id = ${openingId} order by 1, 2`,
  ])
  return { skills, shifts }
}

export async function selectMyPart(sql: Sql, me: number, openingId: number, areaCode: string) {
  const [row] = await sql<{ proposalId: number | null; status: ProposalStatus; administers: boolean }[]>`
    select j.id as "proposalId", j.status, has_role(${me}, '{communityAdmin}', ${areaCode}) as administers
      from (select 1) one left join job_proposals j on j.opening_id = ${openingId} and j.seeker_id = ${me}`
  return row
}

export interface OpeningInput {
  enterpriseId: number
  title: string
  words: string
  areaCode: string
  lat: number
  lng: number
  people: number
  pay: string
  payFrom: number | null
  payUntil: number | null
  untilOn: string
}

export async function saveOpening(
  tx: Tx,
  me: number,
  o: OpeningInput,
  openingId: number | undefined,
  now: Date,
): Promise<number> {
  const [row] = await (openingId === undefined
    ? tx<{ id: number }[]>`
        insert into openings (enterprise_id, title, words, area_code, lat, lng, people, pay, pay_from, pay_until, until_on, created_by, created_at)
        values (${o.enterpriseId}, ${o.title}, ${o.words}, ${o.areaCode}, ${o.lat}, ${o.lng}, ${o.people}, ${o.pay}, ${o.payFrom}, ${o.payUntil},
                ${o.untilOn}::date, ${me}, ${now}) returning id`
    : tx<{ id: number }[]>`
        update openings set enterprise_id = ${o.enterpriseId}, title = ${o.title}, words = ${o.words}, area_code = ${o.areaCode}, lat = ${o.lat}, lng = ${o.lng},
               people = ${o.people}, pay = ${o.pay}, pay_from = ${o.payFrom}, pay_until = ${o.payUntil}, until_on = ${o.untilOn}::date
         where id = ${openingId} returning id`)
  return row?.id ?? 0
}

export async function replaceNeeds(
  tx: Tx,
  openingId: number,
  skills: readonly { skill: string; level: number }[],
  shifts: readonly WeeklySpan[],
): Promise<void> {
  await tx`delete from opening_skills where opening_id = ${openingId}`
  await tx`delete from opening_shifts where opening_id = ${openingId}`
  await tx`
    insert into opening_skills (opening_id, skill_code, level)
    select ${openingId}::bigint, * from unnest(${skills.map((s) => s.skill)}::text[], ${skills.map((s) => s.level)}::int[])`
  await tx`
    insert into opening_shifts (opening_id, weekday, from_minute, until_minute)
    select ${openingId}::bigint, * from unnest(${shifts.map((s) => s.weekday)}::int[], ${shifts.map((s) => s.fromMinute)}::int[], ${shifts.map((s) => s.untilMinute)}::int[])`
}

export async function setOpeningStatus(
  tx: Tx,
  openingId: number,
  set: { status: Opening['status']; reason: string | null; decidedBy?: number },
  now: Date,
): Promise<void> {
  await tx`
    update openings set status = ${set.status}, reason = ${set.reason}, closed_at = case when ${set.status} = 'closed' then ${now}::timestamptz end,
           decided_by = coalesce(${set.decidedBy ?? null}::bigint, decided_by),
           decided_at = case when ${set.decidedBy ?? null}::bigint is null then decided_at else ${now}::timestamptz end
     where id = ${openingId}`
}

/** Openings whose last day is over, locked. */
export const lockOver = (tx: Tx, day: string) =>
  tx<{ openingId: number; areaCode: string; title: string }[]>`
    select id as "openingId", area_code as "areaCode", title from openings where status = 'open' and until_on < ${day}::date order by id for update skip locked`

/** Community administrators of an area. */
export const selectCommunity = async (sql: Sql, areaCode: string): Promise<number[]> => {
  const rows = await sql<{ id: number }[]>`
    select distinct person_id as id from role_grants g where g.role = 'communityAdmin' and g.revoked_at is null and g.valid_from <= now()
       and (g.valid_until is null or g.valid_until > now()) and starts_with(${areaCode}, g.area_code)`
  return rows.map(({ id }) => id)
}

/** Openings of an enterprise whose contact somebody is that are not closed, locked. */
export const lockOpenOf = (tx: Tx, personId: number) =>
  tx<{ openingId: number; title: string }[]>`
    select o.id as "openingId", o.title from openings o join enterprises e on e.id = o.enterprise_id
     where e.contact_id = ${personId} and o.status <> 'closed' order by o.id for update of o`

/** An opening under lock, with the places nobody was hired for. */
export async function lockOpening(tx: Tx, openingId: number): Promise<{ left: number } | undefined> {
  const [row] = await tx<{ people: number }[]>`select people from openings where id = ${openingId} for update`
  if (!row) return undefined
  const [hired] = await tx<
    { n: number }[]
  >`select count(*)::int as n from job_proposals where opening_id = ${openingId} and status = 'hired'`
  return { left: row.people - (hired?.n ?? 0) }
}
