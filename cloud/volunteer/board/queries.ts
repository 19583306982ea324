import type {
  AssignmentStatus,
  HelpKind,
  HelpStatus,
  MatchingWeights,
  MatchReason,
  OfferStatus,
  UnmetPlaces,
  UnmetReason,
  Urgency,
} from '../../../types/volunteer'
import type { Sql, Tx } from '../../platform/database'

/** What the staff's board reads. Each statement is limited to the areas its reader serves. */

export const staffRoles = ['gridWorker', 'communityAdmin', 'supervisor'] as const

export interface Pair {
  personId: number
  name: string
  lat: number
  lng: number
  offerId: number
  status: OfferStatus
  coming: AssignmentStatus | null
  answerBy: Date
}

export interface BoardRequest {
  helpRequestId: number
  kind: HelpKind
  status: HelpStatus
  urgency: Urgency
  from: Date
  until: Date
  areaCode: string
  areaName: string
  lat: number
  lng: number
  people: number
  automatic: boolean
  ownerName: string | null
  mine: boolean
  dueAt: Date | null
  unmetReason: UnmetReason | null
  unmetPlaces: UnmetPlaces | null
}

const requestColumns = (sql: Sql, me: number) => sql`
  h.id as "helpRequestId", h.kind, h.status, h.urgency, s.from_at as "from", s.until_at as until, h.area_code as "areaCode", r.name as "areaName",
  round(h.lat::numeric, 3)::float8 as lat, round(h.lng::numeric, 3)::float8 as lng, h.people, h.automatic,
  (select p.nickname from people p where p.id = h.owner_id) as "ownerName", h.owner_id is not distinct from ${me}::bigint as mine, h.due_at as "dueAt",
  h.unmet_reason as "unmetReason", h.unmet_places as "unmetPlaces"
  from help_requests h join areas r on r.code = h.area_code
 cross join lateral (
   select lower(o.span) as from_at, upper(o.span) as until_at from (
     select span, 0 as nth from offers where request_id = h.id and status in ('sent', 'accepted')
     union all
     select span, 1 from help_request_windows where request_id = h.id) o
    order by o.nth, lower(o.span) limit 1) s`

/** Requests under way within areas the reader serves; those that lack somebody first, then by when they are. */
export async function selectBoard(
  sql: Sql,
  me: number,
  areas: readonly string[],
  limit: number,
): Promise<BoardRequest[]> {
  return sql<BoardRequest[]>`
    select ${requestColumns(sql, me)}
     where h.ended_at is null and exists (select from unnest(${areas as string[]}::text[]) as a (code) where starts_with(h.area_code, a.code))
     order by case when h.status in ('unmet', 'open') then 0 when h.status in ('matching', 'offered') then 1 when h.status in ('assigned', 'inService') then 2 else 3 end,
              s.from_at, h.id
     limit ${limit}`
}

export async function selectOptionalBoardRequest(
  sql: Sql,
  me: number,
  helpRequestId: number,
): Promise<BoardRequest | undefined> {
  const [row] = await sql<BoardRequest[]>`
    select ${requestColumns(sql, me)} where h.id = ${helpRequestId} and has_role(${me}::bigint, ${staffRoles as unknown as string[]}::text[], h.area_code)`
  return row
}

/** Those who wait for an answer or come, by request. */
export async function selectPairs(
  sql: Sql,
  helpRequestIds: readonly number[],
): Promise<(Pair & { helpRequestId: number })[]> {
  return sql<(Pair & { helpRequestId: number })[]>`
    select o.request_id as "helpRequestId", o.person_id as "personId", v.name, round(v.base_lat::numeric, 3)::float8 as lat,
           round(v.base_lng::numeric, 3)::float8 as lng, o.id as "offerId", o.status, a.status as coming, o.answer_by as "answerBy"
      from offers o join volunteers v on v.person_id = o.person_id left join assignments a on a.offer_id = o.id and a.status <> 'cancelled'
     where o.request_id = any (${helpRequestIds as number[]}::bigint[]) and (o.status = 'sent' or a.id is not null)
     order by o.request_id, o.id`
}

/** Volunteers of these areas who are there and not asked for anything at the moment. */
export async function selectFreeVolunteers(
  sql: Sql,
  areas: readonly string[],
  limit: number,
): Promise<Pick<Pair, 'personId' | 'name' | 'lat' | 'lng'>[]> {
  return sql<Pick<Pair, 'personId' | 'name' | 'lat' | 'lng'>[]>`
    select v.person_id as "personId", v.name, round(v.base_lat::numeric, 3)::float8 as lat, round(v.base_lng::numeric, 3)::float8 as lng
      from volunteers v
     where v.status = 'approved' and exists (select from unnest(${areas as string[]}::text[]) as a (code) where starts_with(v.area_code, a.code))
       and not exists (select from offers o where o.person_id = v.person_id and o.status in ('sent', 'accepted') and upper(o.span) > now())
     order by v.person_id limit ${limit}`
}

export interface RunRow {
  at: Date
  volunteers: number
  requests: number
  places: number
  filled: number
  score: number
  spread: number
}

export async function selectOptionalLastRun(sql: Sql): Promise<RunRow | undefined> {
  const [row] = await sql<RunRow[]>`
    select at, volunteers, requests, places, places_filled as filled, score, spread from matching_runs order by id desc limit 1`
  return row
}

/** Who waits or comes. Whoever declined or let it pass is nobody's business: a no costs nothing. */
export async function selectAsked(sql: Sql, helpRequestId: number) {
  return sql<
    {
      personId: number
      name: string
      status: OfferStatus
      reasons: MatchReason[]
      score: number
      why: string | null
      byName: string | null
      sentAt: Date
    }[]
  >`
    select o.person_id as "personId", v.name, o.status, o.reasons, o.score, o.why, (select p.nickname from people p where p.id = o.sent_by) as "byName",
           o.sent_at as "sentAt"
      from offers o join volunteers v on v.person_id = o.person_id where o.request_id = ${helpRequestId} and o.status in ('sent', 'accepted') order by o.id desc limit 50`
}

/** What was said of a request. */
export async function selectSaid(sql: Sql, helpRequestId: number) {
  const [row] = await sql<
    {
      words: string
      requesterName: string
      minutes: number
      version: number
      refusals: number
      skills: string[]
      dialects: string[]
    }[]
  >`
    select h.words, h.requester_name as "requesterName", h.minutes, h.version, h.refusals,
           coalesce((select array_agg(k.name order by k.position) from help_request_skills n join skills k on k.code = n.skill_code where n.request_id = h.id), '{}') as skills,
           coalesce((select array_agg(k.name order by k.position) from help_request_dialects n join dialects k on k.code = n.dialect_code
                      where n.request_id = h.id), '{}') as dialects
      from help_requests h where h.id = ${helpRequestId}`
  return row
}

/** Whether somebody is a volunteer who is there, whatever the engine knows of him. */
export async function selectOptionalThere(tx: Tx, personId: number): Promise<{ personId: number } | undefined> {
  const [row] = await tx<{ personId: number }[]>`
    select person_id as "personId" from volunteers where person_id = ${personId} and status = 'approved'`
  return row
}

export interface WeightsRow {
  weights: MatchingWeights
  why: string
  byName: string | null
  changedAt: Date
}

export async function selectWeightsHistory(sql: Sql): Promise<WeightsRow[]> {
  return sql<WeightsRow[]>`
    select w.weights, w.why, (select p.nickname from people p where p.id = w.changed_by) as "byName", w.changed_at as "changedAt"
      from matching_weights w order by w.id desc limit 100`
}

export async function insertWeights(
  tx: Tx,
  weights: MatchingWeights,
  why: string,
  by: number,
  now: Date,
): Promise<void> {
  await tx`
    insert into matching_weights (weights, why, changed_by, changed_at) values (${JSON.stringify(weights)}::jsonb, ${why}, ${by}, ${now})`
}

/** What kinds of help these requests are. */
export async function selectKinds(sql: Sql, helpRequestIds: readonly number[]): Promise<[number, HelpKind][]> {
  const rows = await sql<{ helpRequestId: number; kind: HelpKind }[]>`
    select id as "helpRequestId", kind from help_requests where id = any (${helpRequestIds as number[]}::bigint[])`
  return rows.map(({ helpRequestId, kind }) => [helpRequestId, kind])
}
