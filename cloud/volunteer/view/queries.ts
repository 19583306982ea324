import type {
  AssignmentStatus,
  HelpKind,
  HelpStatus,
  MatchReason,
  Strength,
  UnmetPlaces,
  UnmetReason,
  Urgency,
} from '../../../types/volunteer'
import type { Sql } from '../../platform/database'

/** What the sides of a help request look at. Every statement is limited to who may. */

export interface HelpRow {
  helpRequestId: number
  kind: HelpKind
  status: HelpStatus
  requesterName: string
  onBehalf: boolean
  from: Date
  until: Date
  people: number
  coming: number
  askedAt: Date
  ended: boolean
}

const rowColumns = (sql: Sql, me: number) => sql`
  h.id as "helpRequestId", h.kind, h.status, h.requester_name as "requesterName", h.requester_id <> ${me}::bigint as "onBehalf", s.from_at as "from",
  s.until_at as until, h.people, (select count(*)::int from assignments a where a.request_id = h.id and a.status <> 'cancelled') as coming,
  h.asked_at as "askedAt", h.ended_at is not null as ended`

/** When it is: as agreed, else the first window that is possible. */
const itsSpan = (sql: Sql) => sql`
  cross join lateral (
    select lower(o.span) as from_at, upper(o.span) as until_at from (
      select span, 0 as nth from assignments where request_id = h.id and status <> 'cancelled'
      union all
      select span, 1 from help_request_windows where request_id = h.id) o
     order by o.nth, lower(o.span) limit 1) s`

/** Mine and those I asked for: under way first, then by when they were asked. */
export async function selectMine(
  sql: Sql,
  me: number,
  after: readonly [boolean, number] | undefined,
  limit: number,
): Promise<HelpRow[]> {
  return sql<HelpRow[]>`
    select ${rowColumns(sql, me)} from help_requests h ${itsSpan(sql)}
     where (h.requester_id = ${me} or h.made_by = ${me})
       ${after ? sql`and (h.ended_at is not null, -h.id) > (${after[0]}, -${after[1]}::bigint)` : sql``}
     order by h.ended_at is not null, h.id desc limit ${limit}`
}

export interface Detail extends HelpRow {
  words: string
  urgency: Urgency
  minutes: number
  areaCode: string
  areaName: string
  addressCipher: Buffer | null
  lat: number
  lng: number
  skills: string[]
  dialects: string[]
  wishDialect: Strength | null
  wishHome: Strength | null
  wishSex: Strength | null
  homeAreaCode: string | null
  sex: 'female' | 'male' | null
  automatic: boolean
  ownerName: string | null
  helpPhone: string | null
  unmetReason: UnmetReason | null
  unmetPlaces: UnmetPlaces | null
  stars: number | null
  comment: string | null
  version: number
}

/** One request as the requester's side sees it; the caller has made sure that it may be seen. */
export async function selectDetail(sql: Sql, me: number, helpRequestId: number): Promise<Detail | undefined> {
  const [row] = await sql<Detail[]>`
    select ${rowColumns(sql, me)}, h.words, h.urgency, h.minutes, h.area_code as "areaCode", r.name as "areaName", h.address_cipher as "addressCipher",
           h.lat, h.lng,
           coalesce((select array_agg(k.name order by k.position) from help_request_skills n join skills k on k.code = n.skill_code where n.request_id = h.id), '{}') as skills,
           coalesce((select array_agg(k.name order by k.position) from help_request_dialects n join dialects k on k.code = n.dialect_code
                      where n.request_id = h.id), '{}') as dialects,
           h.wish_dialect as "wishDialect", h.wish_home as "wishHome", h.wish_sex as "wishSex", h.home_area_code as "homeAreaCode", h.sex, h.automatic,
           (select p.nickname from people p where p.id = h.owner_id) as "ownerName",
           (select a.help_phone from areas a where starts_with(h.area_code, a.code) and a.help_phone is not null order by length(a.code) desc limit 1) as "helpPhone",
           h.unmet_reason as "unmetReason", h.unmet_places as "unmetPlaces", h.stars, h.comment, h.version
      from help_requests h join areas r on r.code = h.area_code ${itsSpan(sql)} where h.id = ${helpRequestId}`
  return row
}

export interface Coming {
  assignmentId: number
  personId: number
  name: string
  teamName: string | null
  homeAreaCode: string | null
  status: AssignmentStatus
  from: Date
  until: Date
  reasons: MatchReason[]
  why: string | null
  setOutAt: Date | null
  checkedInAt: Date | null
  checkedOutAt: Date | null
}

/** Who comes. */
export async function selectComing(sql: Sql, helpRequestId: number): Promise<Coming[]> {
  return sql<Coming[]>`
    select a.id as "assignmentId", a.person_id as "personId", v.name, v.home_area_code as "homeAreaCode", a.status, lower(a.span) as "from", upper(a.span) as until,
           o.reasons, o.why, a.set_out_at as "setOutAt", a.checked_in_at as "checkedInAt", a.checked_out_at as "checkedOutAt",
           (select t.name from team_members m join teams t on t.id = m.team_id
             where m.person_id = a.person_id and m.status = 'member' and t.closed_at is null order by t.id limit 1) as "teamName"
      from assignments a join offers o on o.id = a.offer_id join volunteers v on v.person_id = a.person_id
     where a.request_id = ${helpRequestId} and a.status <> 'cancelled' order by a.place_no`
}

/** Events that the requester's side is told of. */
export async function selectEvents(sql: Sql, helpRequestId: number) {
  return sql<{ kind: string; at: Date; actor: string; byName: string | null; why: string | null }[]>`
    select e.kind, e.at, e.actor, case when e.actor = 'volunteer' and e.kind in ('decline', 'lookAgain', 'leavePlace') then null
                                       else coalesce((select v.name from volunteers v where v.person_id = e.person_id and e.actor = 'volunteer'),
                                                     (select p.nickname from people p where p.id = e.person_id)) end as "byName", e.why
      from help_request_events e where e.request_id = ${helpRequestId} order by e.seq desc limit 100`
}

export async function selectMessages(sql: Sql, me: number, helpRequestId: number, mineAsVolunteer: boolean) {
  return sql<
    { messageId: number; mine: boolean; fromName: string; kind: 'words' | 'callBack'; words: string; at: Date }[]
  >`
    select m.id as "messageId", ${
      mineAsVolunteer
        ? sql`m.from_id = ${me}::bigint`
        : sql`not exists (select from assignments a where a.request_id = m.request_id and a.person_id = m.from_id)`
    } as mine,
           coalesce((select v.name from volunteers v join assignments a on a.person_id = v.person_id
                      where v.person_id = m.from_id and a.request_id = m.request_id limit 1), (select p.nickname from people p where p.id = m.from_id)) as "fromName",
           m.kind, m.words, m.at
      from help_messages m where m.request_id = ${helpRequestId} order by m.id limit 200`
}
