import type { AssignmentStatus } from '../../../types/volunteer'
import type { Sql, Tx } from '../../platform/database'

/** Tasks as rows. */

export interface Assignment {
  assignmentId: number
  helpRequestId: number
  offerId: number
  personId: number
  personName: string
  status: AssignmentStatus
  from: Date
  until: Date
  lat: number
  lng: number
  setOutAt: Date | null
  checkedInAt: Date | null
}

const columns = (sql: Sql) => sql`
  a.id as "assignmentId", a.request_id as "helpRequestId", a.offer_id as "offerId", a.person_id as "personId", v.name as "personName", a.status,
  lower(a.span) as "from", upper(a.span) as until, h.lat, h.lng, a.set_out_at as "setOutAt", a.checked_in_at as "checkedInAt"
  from assignments a join volunteers v on v.person_id = a.person_id join help_requests h on h.id = a.request_id`

/** Who comes or is there, by place. */
export async function selectLiveAssignments(sql: Sql, helpRequestId: number): Promise<Assignment[]> {
  return sql<Assignment[]>`
    select ${columns(sql)} where a.request_id = ${helpRequestId} and a.status <> 'cancelled' order by a.place_no`
}

/** A task of one volunteer. */
export async function selectOptionalAssignment(
  sql: Sql,
  personId: number,
  assignmentId: number,
): Promise<Assignment | undefined> {
  const [row] = await sql<Assignment[]>`
    select ${columns(sql)} where a.id = ${assignmentId} and a.person_id = ${personId} and a.status <> 'cancelled'`
  return row
}

/**
 * Takes the first place that is free; undefined when none is. The caller holds the request; the unique index on places and the exclusion constraint on
 * the person's hours hold whoever writes.
 */
export async function takePlace(tx: Tx, offerId: number, now: Date): Promise<number | undefined> {
  const [row] = await tx<{ id: number }[]>`
    insert into assignments (request_id, people, place_no, offer_id, person_id, span, accepted_at)
    select o.request_id, h.people, n.place, o.id, o.person_id, o.span, ${now}::timestamptz
      from offers o join help_requests h on h.id = o.request_id
     cross join lateral (
       select min(p) as place from generate_series(1, h.people) as p
        where not exists (select from assignments b where b.request_id = h.id and b.place_no = p and b.status <> 'cancelled')) n
     where o.id = ${offerId} and n.place is not null
    returning id`
  return row?.id
}

export async function cancelAssignment(tx: Tx, assignmentId: number, reason: string, now: Date): Promise<void> {
  await tx`update assignments set status = 'cancelled', cancelled_at = ${now}, cancel_reason = ${reason} where id = ${assignmentId}`
}

export async function setOut(tx: Tx, assignmentId: number, now: Date): Promise<void> {
  await tx`update assignments set set_out_at = ${now} where id = ${assignmentId}`
}

export async function checkIn(tx: Tx, assignmentId: number, now: Date): Promise<void> {
  await tx`
    update assignments set status = 'inService', set_out_at = coalesce(set_out_at, ${now}::timestamptz), checked_in_at = ${now} where id = ${assignmentId}`
}

export async function checkOut(tx: Tx, assignmentId: number, at: Date): Promise<void> {
  await tx`
    update assignments set status = 'done', checked_out_at = greatest(checked_in_at, ${at}::timestamptz) where id = ${assignmentId}`
}

/** Whom a volunteer knows: he does not mediate there. */
export async function insertAcquaintances(tx: Tx, personId: number, others: readonly number[]): Promise<void> {
  await tx`
    insert into acquaintances (person_id, other_id)
    select ${personId}::bigint, o from unnest(${others as number[]}::bigint[]) as o where o <> ${personId}::bigint on conflict do nothing`
}
