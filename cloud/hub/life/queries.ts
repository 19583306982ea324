import type { ContactActor, ContactEventKind, ContactKind, ContactStatus } from '../../../types/hub'
import { assigned, type Sql, type Tx } from '../../platform/database'

/** One contact under lock, and the only statements that write its status and its history. */

export interface Contact {
  contactId: number
  personId: number
  householdId: number | null
  hubId: number
  hubName: string
  areaCode: string
  kind: ContactKind
  anonymous: boolean
  aboutHost: boolean
  wantsCall: boolean
  status: ContactStatus
  version: number
  ownerId: number | null
  level: number
  askedAt: Date
  dueAt: Date | null
  firstAnsweredAt: Date | null
  /** In which capacity whoever asked for it acts; null: the clock. */
  side: 'resident' | 'host' | 'staff' | null
}

const columns = (sql: Sql, me: number | null) => sql`
  c.id as "contactId", c.person_id as "personId", c.household_id as "householdId", c.hub_id as "hubId", b.name as "hubName", c.area_code as "areaCode",
  c.kind, c.anonymous, c.about_host as "aboutHost", c.wants_call as "wantsCall", c.status, c.version, c.owner_id as "ownerId", c.level,
  c.asked_at as "askedAt", c.due_at as "dueAt", c.first_answered_at as "firstAnsweredAt",
  case when ${me}::bigint is not null then contact_side(${me}::bigint, c) end as side`

/** Locks a contact that `me` may see, against every other step. */
export async function lockContact(
  tx: Tx,
  me: number,
  contactId: number,
): Promise<(Contact & { side: NonNullable<Contact['side']> }) | undefined> {
  const [row] = await tx<Contact[]>`
    select ${columns(tx, me)} from contacts c join hubs b on b.id = c.hub_id
     where c.id = ${contactId} and contact_side(${me}, c) is not null for update of c`
  return row as (Contact & { side: NonNullable<Contact['side']> }) | undefined
}

/** Locks a contact of an area that `me` administers, whosever it is, unless it is about him. */
export async function lockInArea(tx: Tx, me: number, contactId: number): Promise<Contact | undefined> {
  const [row] = await tx<Contact[]>`
    select ${columns(tx, me)} from contacts c join hubs b on b.id = c.hub_id
     where c.id = ${contactId} and has_role(${me}, '{communityAdmin}', c.area_code) and c.person_id <> ${me}
       and not (c.about_host and on_hub_side(${me}, c.hub_id)) for update of c`
  return row
}

/** The same without a lock, for reading. */
export async function selectOptionalContact(
  sql: Sql,
  me: number,
  contactId: number,
): Promise<(Contact & { side: NonNullable<Contact['side']> }) | undefined> {
  const [row] = await sql<Contact[]>`
    select ${columns(sql, me)} from contacts c join hubs b on b.id = c.hub_id where c.id = ${contactId} and contact_side(${me}, c) is not null`
  return row as (Contact & { side: NonNullable<Contact['side']> }) | undefined
}

/**
 * A contact that the clock has to look at, locked, those that somebody works on passed over: overdue, owned by somebody who is away while others are there, or
 * handed on to something that has come to its end.
 */
export async function lockDue(
  tx: Tx,
  now: Date,
  day: string,
  except: readonly number[],
): Promise<(Contact & { why: 'overdue' | 'away' | 'done' }) | undefined> {
  const [row] = await tx<(Contact & { why: 'overdue' | 'away' | 'done' })[]>`
    select ${columns(tx, null)}, case when k.done then 'done' when c.due_at <= ${now} then 'overdue' else 'away' end as why
      from contacts c join hubs b on b.id = c.hub_id
      cross join lateral (
        select c.status = 'claimed' and exists (
                 select from contact_hand_ons h left join help_requests r on r.id = h.help_request_id left join applications a on a.id = h.application_id
                  where h.contact_id = c.id
                    and (r.status in ('confirmed', 'rated') or a.status in ('delivered', 'rated')) ) as done) k
     where c.ended_at is null and c.id <> all (${except as number[]}::bigint[])
       and (c.due_at <= ${now} or k.done
            or (c.status in ('asked', 'sorted', 'discussed', 'claimed') and is_off_hub(c.owner_id, ${day}::date)
                and exists (select from next_in_hub_line(c.hub_id, c.area_code, c.level, array[c.owner_id, c.person_id], ${day}::date) n
                             where not is_off_hub(n.person_id, ${day}::date))))
     order by c.due_at limit 1 for update of c skip locked`
  return row
}

/** Who owes the answer from a level of the line on; undefined when there is nobody. */
export async function selectNext(
  tx: Tx,
  at: { hubId: number; areaCode: string; level: number; except: readonly (number | null)[]; day: string },
): Promise<{ level: number; personId: number } | undefined> {
  const except = at.except.filter((id) => id !== null)
  const [row] = await tx<{ level: number; personId: number }[]>`
    select level, person_id as "personId" from next_in_hub_line(${at.hubId}, ${at.areaCode}, ${at.level}, ${except}::bigint[], ${at.day}::date)`
  return row
}

/** The host and the deputies of a hub. */
export async function selectSide(sql: Sql, hubId: number): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select host_id as id from hubs where id = ${hubId} union select person_id from hub_deputies where hub_id = ${hubId}`
  return rows.map(({ id }) => id)
}

/** Columns a step may set besides the status, by their name in the row. */
export type Changes = Partial<{
  hubId: number
  ownerId: number | null
  level: number
  wantsCall: boolean
  dueAt: Date | null
  firstAnsweredAt: Date
  answeredAt: Date
  endedAt: Date
  stars: number
  comment: string
}>

const snake = (name: string) => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)

/** Writes a step into the row. Returns the new version. */
export async function updateContact(
  tx: Tx,
  contactId: number,
  status: ContactStatus,
  changes: Changes,
  now: Date,
): Promise<number> {
  const set = Object.fromEntries(Object.entries({ status, changedAt: now, ...changes }).map(([k, v]) => [snake(k), v]))
  const [row] = await tx<{ version: number }[]>`
    update contacts set version = version + 1, ${assigned(set)} where id = ${contactId} returning version`
  return row?.version ?? 0
}

export interface NewEvent {
  contactId: number
  kind: ContactEventKind
  from: ContactStatus
  to: ContactStatus
  actor: ContactActor
  personId: number | null
  facts: object
}

/** Appends to the history; the database refuses what does not follow. Two servers' clocks may differ: time never runs backwards. */
export async function insertEvent(tx: Tx, event: NewEvent, now: Date): Promise<void> {
  await tx`
    insert into contact_events (contact_id, seq, at, kind, from_status, to_status, actor, person_id, facts)
    select ${event.contactId}::bigint, coalesce(l.seq, 0) + 1, greatest(${now}::timestamptz(3), l.at), ${event.kind}, ${event.from}, ${event.to},
           ${event.actor}, ${event.personId}::bigint, ${JSON.stringify(event.facts)}::jsonb
      from (select 1) one
      left join lateral (select e.seq, e.at from contact_events e where e.contact_id = ${event.contactId} order by e.seq desc limit 1) l on true`
}
