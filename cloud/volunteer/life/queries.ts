import type { HelpActor, HelpEventKind, HelpKind, HelpStatus, Urgency } from '../../../types/volunteer'
import { assigned, type Sql, type Tx } from '../../platform/database'

/** One help request under lock, and the only statements that write its status and its history. */

export interface HelpRequest {
  helpRequestId: number
  kind: HelpKind
  urgency: Urgency
  status: HelpStatus
  version: number
  requesterId: number
  requesterName: string
  madeBy: number
  areaCode: string
  people: number
  minutes: number
  automatic: boolean
  ownerId: number | null
  escalation: number
  refusals: number
  homeAreaCode: string | null
  dueAt: Date | null
  askedAt: Date
}

const columns = (sql: Sql) => sql`
  h.id as "helpRequestId", h.kind, h.urgency, h.status, h.version, h.requester_id as "requesterId", h.requester_name as "requesterName",
  h.made_by as "madeBy", h.area_code as "areaCode", h.people, h.minutes, h.automatic, h.owner_id as "ownerId", h.escalation, h.refusals,
  h.home_area_code as "homeAreaCode", h.due_at as "dueAt", h.asked_at as "askedAt"`

/** Who may reach a request: the requester's side, whoever comes or is asked, the staff of its area, or the clock. */
export type Reach =
  | { as: 'requester'; personId: number }
  | { as: 'volunteer'; personId: number }
  | { as: 'staff'; personId: number; roles: readonly ('gridWorker' | 'communityAdmin' | 'supervisor')[] }
  | { as: 'system' }

const within = (sql: Sql, reach: Reach) =>
  reach.as === 'system'
    ? sql`true`
    : reach.as === 'requester'
      ? sql`on_requesters_side(${reach.personId}::bigint, h)`
      : reach.as === 'volunteer'
        ? sql`exists (select from offers o where o.request_id = h.id and o.person_id = ${reach.personId}::bigint)`
        : sql`has_role(${reach.personId}::bigint, ${reach.roles as string[]}::text[], h.area_code)`

/** Locks a request within reach against every other step. */
export async function lockHelpRequest(tx: Tx, helpRequestId: number, reach: Reach): Promise<HelpRequest | undefined> {
  const [row] = await tx<HelpRequest[]>`
    select ${columns(tx)} from help_requests h where h.id = ${helpRequestId} and ${within(tx, reach)} for update`
  return row
}

/** The same without a lock, for reading. */
export async function selectOptionalHelpRequest(
  sql: Sql,
  helpRequestId: number,
  reach: Reach,
): Promise<HelpRequest | undefined> {
  const [row] = await sql<HelpRequest[]>`
    select ${columns(sql)} from help_requests h where h.id = ${helpRequestId} and ${within(sql, reach)}`
  return row
}

/** Requests that the clock has to look at, each locked, those that somebody works on passed over. */
export async function lockDue(tx: Tx, now: Date, except: readonly number[], limit: number): Promise<HelpRequest[]> {
  return tx<HelpRequest[]>`
    select ${columns(tx)} from help_requests h where h.due_at <= ${now} and h.id <> all (${except as number[]}::bigint[])
     order by h.due_at limit ${limit} for update skip locked`
}

/** Requests that the engine looks for people for, locked, those that somebody works on passed over. */
export async function lockLooking(tx: Tx): Promise<HelpRequest[]> {
  return tx<HelpRequest[]>`
    select ${columns(tx)} from help_requests h where h.status in ('matching', 'offered', 'unmet') and h.automatic order by h.id for update skip locked`
}

/** Columns a step may set besides the status, by their name in the row. */
export type Changes = Partial<{
  automatic: boolean
  ownerId: number | null
  escalation: number
  refusals: number
  unmetReason: string | null
  unmetPlaces: object | null
  dueAt: Date | null
  assignedAt: Date
  doneAt: Date
  endedAt: Date
  stars: number
  comment: string
  ratedAt: Date
  wishDialect: string | null
  wishHome: string | null
  wishSex: string | null
}>

const snake = (name: string) => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)

/** Writes a step into the row. Returns the new version. */
export async function updateHelpRequest(
  tx: Tx,
  helpRequestId: number,
  status: HelpStatus,
  changes: Changes,
  now: Date,
): Promise<number> {
  const { unmetPlaces, ...plain } = changes
  const set = Object.fromEntries(
    Object.entries({
      status,
      changedAt: now,
      ...plain,
      ...(unmetPlaces === undefined ? {} : { unmetPlaces: unmetPlaces && JSON.stringify(unmetPlaces) }),
    }).map(([k, v]) => [snake(k), v]),
  )
  const [row] = await tx<{ version: number }[]>`
    update help_requests set version = version + 1, ${assigned(set)} where id = ${helpRequestId} returning version`
  return row?.version ?? 0
}

export interface NewEvent {
  helpRequestId: number
  kind: HelpEventKind
  from: HelpStatus
  to: HelpStatus
  actor: HelpActor
  personId: number | null
  why: string | null
  facts: object
}

/** Appends to the history; the database refuses what does not follow. Two servers' clocks may differ: time never runs backwards. */
export async function insertEvent(tx: Tx, event: NewEvent, now: Date): Promise<void> {
  await tx`
    insert into help_request_events (request_id, seq, at, kind, from_status, to_status, actor, person_id, why, facts)
    select ${event.helpRequestId}::bigint, coalesce(l.seq, 0) + 1, greatest(${now}::timestamptz(3), l.at), ${event.kind}, ${event.from}, ${event.to},
           ${event.actor}, ${event.personId}::bigint, ${event.why}, ${JSON.stringify(event.facts)}::jsonb
      from (select 1) one
      left join lateral (select e.seq, e.at from help_request_events e where e.request_id = ${event.helpRequestId} order by e.seq desc limit 1) l on true`
}
