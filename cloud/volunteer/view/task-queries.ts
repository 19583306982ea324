import type {
  AssignmentStatus,
  HelpKind,
  HelpStatus,
  MatchReason,
  OfferStatus,
  Urgency,
} from '../../../types/volunteer'
import type { Sql } from '../../platform/database'

/** What a volunteer looks at: offers without name and door, tasks with both. Every statement is limited to the one who asks. */

export interface OfferCardRow {
  offerId: number
  helpRequestId: number
  kind: HelpKind
  urgency: Urgency
  status: OfferStatus
  from: Date
  until: Date
  minutes: number
  people: number
  areaName: string
  reasons: MatchReason[]
  why: string | null
  answerBy: Date
  sentAt: Date
}

/** Offers of one volunteer: those that wait, or one by its id. Neither name nor door is among the columns. */
export async function selectOfferCards(
  sql: Sql,
  me: number,
  which: { offerId: number } | { waitingAt: Date },
): Promise<OfferCardRow[]> {
  return sql<OfferCardRow[]>`
    select o.id as "offerId", o.request_id as "helpRequestId", h.kind, h.urgency, o.status, lower(o.span) as "from", upper(o.span) as until, h.minutes, h.people,
           r.name as "areaName", o.reasons, o.why, o.answer_by as "answerBy", o.sent_at as "sentAt"
      from offers o join help_requests h on h.id = o.request_id join areas r on r.code = h.area_code
     where o.person_id = ${me}
       and ${'offerId' in which ? sql`o.id = ${which.offerId}` : sql`o.status = 'sent' and o.answer_by > ${which.waitingAt}`}
     order by o.answer_by, o.id limit 50`
}

export interface TaskRow {
  assignmentId: number
  helpRequestId: number
  kind: HelpKind
  requestStatus: HelpStatus
  status: AssignmentStatus
  requesterName: string
  areaName: string
  from: Date
  until: Date
  past: boolean
}

const taskColumns = (sql: Sql, now: Date) => sql`
  a.id as "assignmentId", a.request_id as "helpRequestId", h.kind, h.status as "requestStatus", a.status, h.requester_name as "requesterName", r.name as "areaName",
  lower(a.span) as "from", upper(a.span) as until, (a.status in ('done', 'cancelled') or upper(a.span) < ${now}::timestamptz - interval '1 day') as past`

/** What a volunteer accepted: before him first, the nearest first; then what is behind, the latest first. */
export async function selectTasks(
  sql: Sql,
  me: number,
  now: Date,
  after: readonly [boolean, number, number] | undefined,
  limit: number,
): Promise<(TaskRow & { order: number })[]> {
  return sql<(TaskRow & { order: number })[]>`
    select * from (
      select t.*, (case when t.past then -1 else 1 end * extract(epoch from t."from"))::float8 as "order"
        from (select ${taskColumns(sql, now)}
                from assignments a join help_requests h on h.id = a.request_id join areas r on r.code = h.area_code
               where a.person_id = ${me} and a.status <> 'cancelled') t) o
     where ${after ? sql`(o.past, o."order", o."assignmentId") > (${after[0]}, ${after[1]}::float8, ${after[2]}::bigint)` : sql`true`}
     order by o.past, o."order", o."assignmentId" limit ${limit}`
}

export interface Task extends TaskRow {
  words: string
  minutes: number
  areaCode: string
  addressCipher: Buffer | null
  lat: number
  lng: number
  dialects: string[]
  others: string[]
  ownerName: string | null
  helpPhone: string | null
  setOutAt: Date | null
  checkedInAt: Date | null
  checkedOutAt: Date | null
}

/** A task of mine, with name and door while it is mine. */
export async function selectOptionalTask(
  sql: Sql,
  me: number,
  assignmentId: number,
  now: Date,
): Promise<Task | undefined> {
  const [row] = await sql<Task[]>`
    select ${taskColumns(sql, now)}, h.words, h.minutes, h.area_code as "areaCode", h.address_cipher as "addressCipher", h.lat, h.lng,
           coalesce((select array_agg(k.name order by k.position) from help_request_dialects n join dialects k on k.code = n.dialect_code
                      where n.request_id = h.id), '{}') as dialects,
           coalesce((select array_agg(v.name order by b.place_no) from assignments b join volunteers v on v.person_id = b.person_id
                      where b.request_id = h.id and b.id <> a.id and b.status <> 'cancelled'), '{}') as others,
           (select p.nickname from people p where p.id = h.owner_id) as "ownerName",
           (select x.help_phone from areas x where starts_with(h.area_code, x.code) and x.help_phone is not null order by length(x.code) desc limit 1) as "helpPhone",
           a.set_out_at as "setOutAt", a.checked_in_at as "checkedInAt", a.checked_out_at as "checkedOutAt"
      from assignments a join help_requests h on h.id = a.request_id join areas r on r.code = h.area_code
     where a.id = ${assignmentId} and a.person_id = ${me} and a.status <> 'cancelled'`
  return row
}
