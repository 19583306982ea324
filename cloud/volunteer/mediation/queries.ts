import type { DisputePart, DisputeSide, HelpStatus, TimeSpan } from '../../../types/volunteer'
import type { Sql, Tx } from '../../platform/database'

/** The two sides of a dispute, and invitations to be the second. */

/** What somebody is in a dispute; undefined for strangers, to whom it does not exist. Staff of the area are strangers here. */
export async function selectOptionalPart(
  sql: Sql,
  me: number,
  helpRequestId: number,
): Promise<DisputePart | undefined> {
  const [row] = await sql<{ part: DisputePart | null }[]>`
    select case when exists (select from mediation_sides s where s.request_id = h.id and s.side = 'other' and s.person_id = ${me}) then 'other'
                when on_requesters_side(${me}::bigint, h) then 'requester'
                when exists (select from assignments a where a.request_id = h.id and a.person_id = ${me} and a.status <> 'cancelled') then 'mediator' end as part
      from help_requests h where h.id = ${helpRequestId} and h.kind = 'mediation'`
  return row?.part ?? undefined
}

export interface Side {
  side: DisputeSide
  personId: number
  name: string
  agreedAt: Date
  withdrawnAt: Date | null
}

export async function selectSides(sql: Sql, helpRequestId: number): Promise<Side[]> {
  return sql<Side[]>`
    select side, person_id as "personId", name, agreed_at as "agreedAt", withdrawn_at as "withdrawnAt" from mediation_sides
     where request_id = ${helpRequestId} order by side desc`
}

/** Whom a requester disputes with, where somebody agreed to talk. */
export async function selectOtherSide(sql: Sql, helpRequestId: number): Promise<number[]> {
  const rows = await sql<{ personId: number }[]>`
    select person_id as "personId" from mediation_sides where request_id = ${helpRequestId} and side = 'other' and withdrawn_at is null`
  return rows.map(({ personId }) => personId)
}

/** Whether nobody may be looked for yet. */
export async function waitsForConsent(sql: Sql, helpRequestId: number): Promise<boolean> {
  const [row] = await sql<
    { waits: boolean }[]
  >`select waits_for_consent(h) as waits from help_requests h where h.id = ${helpRequestId}`
  return row?.waits ?? false
}

interface NewSide {
  side: DisputeSide
  personId: number
  areaCode: string | null
  lat: number | null
  lng: number | null
}

/** A side agrees; where it lives is only known to whatever leaves neighbours out. */
export async function insertSide(tx: Tx, helpRequestId: number, s: NewSide, now: Date): Promise<void> {
  await tx`
    insert into mediation_sides (request_id, side, person_id, name, area_code, lat, lng, agreed_at)
    select ${helpRequestId}, ${s.side}, p.id, p.nickname, coalesce(${s.areaCode}, p.community_code, p.enrolled_in), ${s.lat}, ${s.lng}, ${now}
      from people p where p.id = ${s.personId}`
}

/** A side takes back that it agreed. */
export async function withdrawSide(tx: Tx, helpRequestId: number, side: DisputeSide, now: Date): Promise<void> {
  await tx`
    update mediation_sides set withdrawn_at = greatest(${now}, agreed_at) where request_id = ${helpRequestId} and side = ${side} and withdrawn_at is null`
}

export interface Invitation {
  invitationId: number
  helpRequestId: number
  nonce: Buffer
  hash: Buffer
  place: string
  expiresAt: Date
}

const invitationColumns = (sql: Sql) => sql`
  i.id as "invitationId", i.request_id as "helpRequestId", i.code_nonce as nonce, i.code_hash as hash, i.place, i.expires_at as "expiresAt"
  from mediation_invitations i`

/** The invitation of a code that is still good. */
export async function selectOptionalInvitation(sql: Sql, hash: Buffer, now: Date): Promise<Invitation | undefined> {
  const [row] = await sql<Invitation[]>`
    select ${invitationColumns(sql)} join help_requests h on h.id = i.request_id
     where i.code_hash = ${hash} and i.ended_as is null and i.expires_at > ${now} and h.status = 'open'`
  return row
}

/** What there was of invitations: the one that is good, how many, how the last one ended, and where they would talk. */
export async function selectInvitations(sql: Sql, helpRequestId: number, now: Date) {
  const rows = await sql<(Invitation & { endedAs: 'agreed' | 'declined' | 'replaced' | 'over' | null })[]>`
    select i.ended_as as "endedAs", ${invitationColumns(sql)} where i.request_id = ${helpRequestId} order by i.id desc`
  const [last] = rows
  return {
    live: last && last.endedAs === null && last.expiresAt > now ? last : undefined,
    made: rows.length,
    declined: last?.endedAs === 'declined',
    place: last?.place ?? null,
  }
}

export async function endInvitation(
  tx: Tx,
  helpRequestId: number,
  as: 'agreed' | 'declined' | 'replaced' | 'over',
  now: Date,
): Promise<void> {
  await tx`
    update mediation_invitations set ended_as = ${as}, ended_at = ${now} where request_id = ${helpRequestId} and ended_as is null`
}

export async function insertInvitation(
  tx: Tx,
  i: { helpRequestId: number; nonce: Buffer; hash: Buffer; place: string; by: number; expiresAt: Date },
  now: Date,
): Promise<void> {
  await tx`
    insert into mediation_invitations (request_id, code_nonce, code_hash, place, created_by, created_at, expires_at)
    values (${i.helpRequestId}, ${i.nonce}, ${i.hash}, ${i.place}, ${i.by}, ${now}, ${i.expiresAt})`
}

export interface MediationRow {
  status: HelpStatus
  requesterName: string
  areaName: string
  minutes: number
  ownerName: string | null
  helpPhone: string | null
}

/** What both sides and whoever mediates read of the request itself: not the words of the side that asked, and no door. */
export async function selectMediation(sql: Sql, helpRequestId: number): Promise<MediationRow | undefined> {
  const [row] = await sql<MediationRow[]>`
    select h.status, h.requester_name as "requesterName", r.name as "areaName", h.minutes,
           (select p.nickname from people p where p.id = h.owner_id) as "ownerName",
           (select x.help_phone from areas x where starts_with(h.area_code, x.code) and x.help_phone is not null order by length(x.code) desc limit 1) as "helpPhone"
      from help_requests h join areas r on r.code = h.area_code where h.id = ${helpRequestId} and h.kind = 'mediation'`
  return row
}

export interface MineRow {
  helpRequestId: number
  mySide: DisputeSide
  status: HelpStatus
  otherName: string | null
  areaName: string
  span: TimeSpan
  agreedByBoth: boolean
  settled: boolean
  ended: boolean
}

/** Disputes in which I am a side: under way first, then the newest. */
export async function selectMine(
  sql: Sql,
  me: number,
  after: readonly [boolean, number] | undefined,
  limit: number,
): Promise<MineRow[]> {
  const rows = await sql<(Omit<MineRow, 'span'> & { from: Date; until: Date })[]>`
    select h.id as "helpRequestId", s.side as "mySide", h.status, (select o.name from mediation_sides o where o.request_id = h.id and o.side <> s.side) as "otherName",
           r.name as "areaName", w.from_at as "from", w.until_at as until, mediation_agreed(h.id) as "agreedByBoth", record_settled(h.id) as settled,
           h.ended_at is not null as ended
      from mediation_sides s join help_requests h on h.id = s.request_id join areas r on r.code = h.area_code
     cross join lateral (
       select lower(o.span) as from_at, upper(o.span) as until_at from (
         select span, 0 as nth from assignments where request_id = h.id and status <> 'cancelled'
         union all select span, 1 from help_request_windows where request_id = h.id) o
        order by o.nth, lower(o.span) limit 1) w
     where s.person_id = ${me}
       ${after ? sql`and (h.ended_at is not null, -h.id) > (${after[0]}, -${after[1]}::bigint)` : sql``}
     order by h.ended_at is not null, h.id desc limit ${limit}`
  return rows.map(({ from, until, ...row }) => ({ ...row, span: { from, until } }))
}

/** Disputes of somebody that both sides have not settled yet. */
export async function selectUnsettled(
  sql: Sql,
  personId: number,
): Promise<{ helpRequestId: number; side: DisputeSide }[]> {
  return sql<{ helpRequestId: number; side: DisputeSide }[]>`
    select h.id as "helpRequestId", s.side from mediation_sides s join help_requests h on h.id = s.request_id
     where s.person_id = ${personId} and s.withdrawn_at is null and not record_settled(h.id) and h.status <> 'cancelled' order by h.id`
}

/** Nothing stays that says who a side was or where it lived. */
export async function blankSides(tx: Tx, personId: number, name: string): Promise<void> {
  await tx`update mediation_sides set name = ${name}, area_code = null, lat = null, lng = null where person_id = ${personId}`
}
