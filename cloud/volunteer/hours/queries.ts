import type { HelpKind } from '../../../types/volunteer'
import type { ServiceRecord } from '../../../types/volunteer/hours'
import type { Sql, Tx } from '../../platform/database'

/** Records of service. None is ever edited: what changes is whether it counts. */

/**
 * Records the service of a task that is over: from check-in to check-out, at most the window that was planned. Nothing where that is no time at all or where the hour was
 * recorded elsewhere already.
 */
export async function insertServiceOfTask(tx: Tx, assignmentId: number): Promise<void> {
  await tx`
    insert into service_records (person_id, assignment_id, served)
    select a.person_id, a.id, s.served
      from assignments a
     cross join lateral (select tstzrange(a.checked_in_at, greatest(a.checked_in_at, least(a.checked_out_at, upper(a.span)))) as served) s
     where a.id = ${assignmentId} and not isempty(s.served) and not ${isTaken(tx, tx`a.person_id`, tx`s.served`)}
    on conflict do nothing`
}

/** The requester says that it took longer than planned: what came after the window is a record beside the first, as far as nothing stands in the way. */
export async function insertLonger(tx: Tx, helpRequestId: number): Promise<void> {
  await tx`
    insert into service_records (person_id, served, source, extends_id)
    select r.person_id, s.served, 'longer', r.id
      from assignments a join service_records r on r.assignment_id = a.id
     cross join lateral (select tstzrange(upper(r.served), greatest(upper(r.served), a.checked_out_at)) as served) s
     where a.request_id = ${helpRequestId} and not isempty(s.served) and not ${isTaken(tx, tx`r.person_id`, tx`s.served`)}
    on conflict do nothing`
}

const isTaken = (sql: Sql, person: ReturnType<Sql>, served: ReturnType<Sql>) => sql`exists (
  select from service_records o where o.person_id = ${person} and o.served && ${served}
     and (o.status = 'counted' or (o.status = 'waiting' and o.source <> 'correction')))`

export interface NewRecord {
  personId: number
  from: Date
  until: Date
}

/** Logged by the volunteer: it waits for the community, or the county where the day is too long. */
export async function insertSelfLogged(tx: Tx, r: NewRecord & { what: string }): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into service_records (person_id, served, source, status, review_level, what)
    values (${r.personId}, tstzrange(${r.from}, ${r.until}), 'selfLogged', 'waiting', 'community', ${r.what}) returning id`
  return row?.id ?? 0
}

/** In the place of another record, once somebody agreed. */
export async function insertCorrection(tx: Tx, r: NewRecord & { why: string; replacesId: number }): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into service_records (person_id, served, source, status, review_level, replaces_id, why)
    values (${r.personId}, tstzrange(${r.from}, ${r.until}), 'correction', 'waiting', 'community', ${r.replacesId}, ${r.why}) returning id`
  return row?.id ?? 0
}

export type RecordRow = Omit<ServiceRecord, 'mayCorrect'> & { personId: number; replacesId: number | null }

const columns = (sql: Sql) => sql`
  r.id as "recordId", r.person_id as "personId", r.source, r.status, r.review_level as "reviewLevel", r.replaces_id as "replacesId",
  coalesce(r.what, c.title, o.what) as title, h.kind, lower(r.served) as "from", upper(r.served) as until,
  (extract(epoch from upper(r.served) - lower(r.served)) / 60)::int as minutes, r.why, r.review_reason as "reviewReason"`

/** A record with what it was for; a correction and what took longer are for what their first record was for. */
const from = (sql: Sql) => sql`
  from service_records r
  left join service_records o on o.id = coalesce(r.replaces_id, r.extends_id)
  left join activities c on c.id = coalesce(r.activity_id, o.activity_id)
  left join assignments a on a.id = coalesce(r.assignment_id, o.assignment_id)
  left join help_requests h on h.id = a.request_id`

export async function selectMine(
  sql: Sql,
  personId: number,
  before: number | undefined,
  limit: number,
): Promise<RecordRow[]> {
  return sql<RecordRow[]>`
    select ${columns(sql)} ${from(sql)}
     where r.person_id = ${personId} ${before === undefined ? sql`` : sql`and r.id < ${before}`} order by r.id desc limit ${limit}`
}

/** A record of mine under lock. */
export async function lockMine(tx: Tx, personId: number, recordId: number): Promise<RecordRow | undefined> {
  const [row] = await tx<RecordRow[]>`
    select ${columns(tx)} ${from(tx)} where r.id = ${recordId} and r.person_id = ${personId} for update of r`
  return row
}

export async function selectTotals(sql: Sql, personId: number, yearFrom: string) {
  const [row] = await sql<{ countedMinutes: number; waitingMinutes: number; thisYearMinutes: number }[]>`
    select (coalesce(sum(s.seconds) filter (where r.status = 'counted'), 0) / 60)::int as "countedMinutes",
           (coalesce(sum(s.seconds) filter (where r.status = 'waiting' and r.source <> 'correction'), 0) / 60)::int as "waitingMinutes",
           (coalesce(sum(s.seconds) filter (where r.status = 'counted' and lower(r.served) >= ${yearFrom}::date), 0) / 60)::int as "thisYearMinutes"
      from service_records r cross join lateral (select extract(epoch from upper(r.served) - lower(r.served)) as seconds) s
     where r.person_id = ${personId}`
  return row ?? { countedMinutes: 0, waitingMinutes: 0, thisYearMinutes: 0 }
}

export interface CountedRow {
  day: string
  title: string | null
  kind: HelpKind | null
  isTask: boolean
  requesterId: number | null
  minutes: number
  from: Date
  until: Date
}

/** What was counted between two days, county time, both included; the oldest first. */
export async function selectCounted(
  sql: Sql,
  personId: number,
  fromOn: string,
  untilOn: string,
): Promise<CountedRow[]> {
  return sql<CountedRow[]>`
    select to_char(lower(r.served), 'YYYY-MM-DD') as day, coalesce(r.what, c.title, o.what) as title, h.kind, a.id is not null as "isTask",
           h.requester_id as "requesterId", (extract(epoch from upper(r.served) - lower(r.served)) / 60)::int as minutes, lower(r.served) as "from", upper(r.served) as until
      ${from(sql)}
     where r.person_id = ${personId} and r.status = 'counted' and lower(r.served) >= ${fromOn}::date and lower(r.served) < ${untilOn}::date + 1
     order by r.served limit 5000`
}

export type ReviewRow = RecordRow & {
  name: string
  areaName: string
  dayMinutes: number
  insteadFrom: Date | null
  insteadUntil: Date | null
  fileIds: number[]
}

/** Whoever looks: the community of the volunteer; the county where the day is over twelve hours. Nobody looks at his own. */
const mayReview = (sql: Sql, me: number, countyCode: string) => sql`
  r.person_id <> ${me}::bigint
  and has_role(${me}::bigint, '{communityAdmin}', case r.review_level when 'county' then ${countyCode} else coalesce(v.area_code, p.community_code, ${countyCode}) end)`

export async function selectToReview(
  sql: Sql,
  me: number,
  countyCode: string,
  after: number,
  limit: number,
): Promise<ReviewRow[]> {
  return sql<ReviewRow[]>`
    select ${columns(sql)}, coalesce(v.name, p.nickname) as name, coalesce(x.name, '') as "areaName",
           (select (sum(extract(epoch from upper(d.served) - lower(d.served))) / 60)::int from service_records d
             where d.person_id = r.person_id and d.status in ('counted', 'waiting') and d.id <> coalesce(r.replaces_id, 0)
               and lower(d.served)::date = lower(r.served)::date) as "dayMinutes",
           case when r.source = 'correction' then lower(o.served) end as "insteadFrom", case when r.source = 'correction' then upper(o.served) end as "insteadUntil",
           coalesce((select array_agg(f.id order by f.id) from files f where f.purpose = 'serviceRecord' and f.purpose_id = r.id and f.status = 'attached'), '{}') as "fileIds"
      ${from(sql)} join people p on p.id = r.person_id left join volunteers v on v.person_id = r.person_id
      left join areas x on x.code = coalesce(v.area_code, p.community_code)
     where r.status = 'waiting' and r.id > ${after} and ${mayReview(sql, me, countyCode)}
     order by r.id limit ${limit}`
}

/** A record that I may look at, under lock. */
export async function lockToReview(
  tx: Tx,
  me: number,
  countyCode: string,
  recordId: number,
): Promise<RecordRow | undefined> {
  const [row] = await tx<RecordRow[]>`
    select ${columns(tx)} ${from(tx)} join people p on p.id = r.person_id left join volunteers v on v.person_id = r.person_id
     where r.id = ${recordId} and r.review_level is not null and ${mayReview(tx, me, countyCode)} for update of r`
  return row
}

export async function setReviewed(
  tx: Tx,
  recordId: number,
  status: 'counted' | 'refused',
  by: number,
  reason: string,
  now: Date,
): Promise<void> {
  await tx`
    update service_records set status = ${status}, reviewed_by = ${by}, reviewed_at = ${now}, review_reason = ${reason === '' ? null : reason} where id = ${recordId}`
}

/** What a correction takes the place of, with what had been added to it. */
export async function setReplaced(tx: Tx, recordId: number): Promise<void> {
  await tx`update service_records set status = 'replaced' where (id = ${recordId} or extends_id = ${recordId}) and status in ('counted', 'waiting')`
}

export async function selectIsVolunteer(sql: Sql, personId: number): Promise<boolean> {
  const [row] = await sql`select from volunteers where person_id = ${personId} and status in ('approved', 'paused')`
  return row !== undefined
}
