import type { DeadlineKind, EventKind, Status } from '../../../types/application'
import { assigned, type Sql, type Tx } from '../../platform/database'
import type { ApplicationPause, Clock, Settings } from './clock'

/** One application under lock, and the only statements that write its status and its history. */

export interface Application extends Clock {
  applicationId: number
  number: string | null
  itemId: number
  itemCode: string
  itemVersion: number
  itemName: string
  department: string
  kind: 'onSpot' | 'promised'
  areaCode: string
  applicantId: number
  applicantName: string
  madeBy: number
  status: Status
  version: number
  round: number
  ownerId: number | null
  ownerName: string | null
  deadlineKind: DeadlineKind | null
  visitsNeeded: 0 | 1
  delivery: 'electronic' | 'post' | 'pickUp' | null
  deferUntil: Date | null
  extensionStatus: 'requested' | 'granted' | 'declined' | null
  extensionDays: number | null
  extensionReason: string | null
  outcome: 'approved' | 'refused' | null
  decisionReason: string | null
  decidedBy: number | null
  submittedAt: Date | null
  acceptedAt: Date | null
  decidedAt: Date | null
  deliveredAt: Date | null
  changedAt: Date
  /** When the owner took it up; null while it waits in the queue. */
  claimedAt: Date | null
}

const columns = (sql: Sql) => sql`
  a.id as "applicationId", a.number, a.item_id as "itemId", i.code as "itemCode", a.item_version as "itemVersion", a.item_name as "itemName",
  a.department, a.kind, a.area_code as "areaCode", a.applicant_id as "applicantId", a.applicant_name as "applicantName", a.made_by as "madeBy",
  a.status, a.version, a.round, a.owner_id as "ownerId", (select o.nickname from people o where o.id = a.owner_id) as "ownerName",
  a.deadline_kind as "deadlineKind", a.deadline_at as "deadlineAt", a.clock_started_at as "clockStartedAt", a.clock_limit as "clockLimit",
  a.escalation, a.escalate_at as "escalateAt", a.visits_needed as "visitsNeeded", a.delivery, a.defer_until as "deferUntil",
  a.extension_status as "extensionStatus", a.extension_days as "extensionDays", a.extension_reason as "extensionReason", a.outcome,
  a.decision_reason as "decisionReason", a.decided_by as "decidedBy", a.submitted_at as "submittedAt", a.accepted_at as "acceptedAt",
  a.decided_at as "decidedAt", a.delivered_at as "deliveredAt", a.changed_at as "changedAt",
  a.claimed_at as "claimedAt"`

/** Who may reach an application: the applicant's side, the staff of its area, or the clock. */
export type Reach =
  | { as: 'applicant'; personId: number }
  | { as: 'staff'; personId: number; roles: readonly ('clerk' | 'approver' | 'communityAdmin' | 'supervisor')[] }
  | { as: 'system' }

const within = (sql: Sql, reach: Reach) =>
  reach.as === 'system'
    ? sql`true`
    : reach.as === 'applicant'
      ? sql`on_applicants_side(${reach.personId}::bigint, a)`
      : sql`(a.status <> 'draft' and has_role(${reach.personId}::bigint, ${reach.roles as string[]}::text[], a.area_code))`

/** Locks an application within reach against every other step. */
export async function lockApplication(tx: Tx, applicationId: number, reach: Reach): Promise<Application | undefined> {
  const [row] = await tx<Application[]>`
    select ${columns(tx)} from applications a join service_items i on i.id = a.item_id
     where a.id = ${applicationId} and ${within(tx, reach)} for update of a`
  return row
}

/** The same without a lock, for reading. */
export async function selectOptionalApplication(
  sql: Sql,
  applicationId: number,
  reach: Reach,
): Promise<Application | undefined> {
  const [row] = await sql<Application[]>`
    select ${columns(sql)} from applications a join service_items i on i.id = a.item_id
     where a.id = ${applicationId} and ${within(sql, reach)}`
  return row
}

export async function selectApplicationsByIds(sql: Sql, ids: readonly number[]): Promise<Application[]> {
  if (ids.length === 0) return []
  return sql<Application[]>`
    select ${columns(sql)} from applications a join service_items i on i.id = a.item_id where a.id = any (${ids as number[]}::bigint[])`
}

/** Columns a step may set besides the status, by their name in the row. */
export type Changes = Partial<
  Pick<
    Application,
    | 'number'
    | 'areaCode'
    | 'ownerId'
    | 'round'
    | 'deferUntil'
    | 'extensionStatus'
    | 'extensionDays'
    | 'extensionReason'
    | 'outcome'
    | 'decisionReason'
    | 'decidedBy'
    | 'submittedAt'
    | 'acceptedAt'
    | 'decidedAt'
    | 'deliveredAt'
    | 'delivery'
    | 'visitsNeeded'
    | 'claimedAt'
    | keyof Clock
  > & {
    endedAt: Date | null
    keepUntil: Date | null
    trackingNumber: string | null
    noticeDraft: string
    changedBy: number | null
    decidedInTime: boolean | null
    decidedAfterDays: number | null
  }
>

const snake = (name: string) => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)

/** Writes a step into the row. Returns the new version. */
export async function updateApplication(
  tx: Tx,
  applicationId: number,
  status: Status,
  changes: Changes,
  now: Date,
): Promise<number> {
  const set = Object.fromEntries(Object.entries({ status, changedAt: now, ...changes }).map(([k, v]) => [snake(k), v]))
  const [row] = await tx<{ version: number }[]>`
    update applications set version = version + 1, ${assigned(set)} where id = ${applicationId} returning version`
  return row?.version ?? 0
}

export interface NewEvent {
  applicationId: number
  kind: EventKind
  from: Status
  to: Status
  actor: 'applicant' | 'clerk' | 'approver' | 'supervisor' | 'system'
  personId: number | null
  why: string | null
  facts: object
}

/** Appends to the history; the database chains it and refuses what does not follow. Two servers' clocks may differ: time never runs backwards. */
export async function insertEvent(tx: Tx, event: NewEvent, now: Date): Promise<number> {
  const [row] = await tx<{ seq: number }[]>`
    insert into application_events (application_id, seq, at, kind, from_status, to_status, actor, person_id, why, facts, previous_hash, hash)
    select ${event.applicationId}::bigint, coalesce(l.seq, 0) + 1, greatest(${now}::timestamptz(3), l.at), ${event.kind}, ${event.from}, ${event.to}, ${event.actor},
           ${event.personId}::bigint, ${event.why}, ${JSON.stringify(event.facts)}::jsonb, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex')
      from (select 1) one
      left join lateral (select e.seq, e.at from application_events e where e.application_id = ${event.applicationId} order by e.seq desc limit 1) l on true
    returning seq`
  return row?.seq ?? 0
}

export async function selectSettings(sql: Sql): Promise<Settings> {
  const [row] = await sql<Settings[]>`
    select notice_days as "noticeDays", delivery_days as "deliveryDays", call_back_days as "callBackDays", appeal_days as "appealDays",
           appeal_answer_days as "appealAnswerDays", close_days as "closeDays", escalate_days as "escalateDays"
      from application_settings`
  if (!row) throw new Error('application_settings has no row')
  return row
}

export async function selectPauses(sql: Sql, applicationId: number): Promise<ApplicationPause[]> {
  return sql<ApplicationPause[]>`
    select from_at as "from", until_at as "until", reason, why from application_pauses
     where application_id = ${applicationId} order by from_at`
}
