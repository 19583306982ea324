import type { PromiseStatus } from '../../../types/hub'
import type { Sql, Tx } from '../../platform/database'

/** Promises as rows; their words are sealed. */

export interface SealedPromise {
  promiseId: number
  visitId: number
  hubId: number
  hubName: string
  householdId: number
  areaCode: string
  areaName: string
  words: Buffer
  dueOn: string
  status: PromiseStatus
  keptOn: string | null
  late: boolean
  outcome: Buffer | null
  ownerId: number | null
  ownerName: string | null
  mine: boolean
  mayKeep: boolean
}

const columns = (sql: Sql, me: number) => sql`
  q.id as "promiseId", q.visit_id as "visitId", v.hub_id as "hubId", h.name as "hubName", q.household_id as "householdId", o.area_code as "areaCode", a.name as "areaName",
  q.words_cipher as words, q.due_on::text as "dueOn", q.status, (q.kept_at at time zone 'Asia/Shanghai')::date::text as "keptOn",
  q.broken_at is not null or coalesce((q.kept_at at time zone 'Asia/Shanghai')::date > q.due_on, false) as late, q.outcome_cipher as outcome,
  q.owner_id as "ownerId", p.nickname as "ownerName", q.owner_id is not distinct from ${me}::bigint as mine,
  q.status in ('open', 'broken') and (on_hub_side(${me}, v.hub_id) or q.owner_id is not distinct from ${me}::bigint) as "mayKeep"
  from visit_promises q join home_visits v on v.id = q.visit_id join hubs h on h.id = v.hub_id join households o on o.id = q.household_id
  join areas a on a.code = o.area_code left join people p on p.id = q.owner_id`

export async function insertPromises(
  tx: Tx,
  visitId: number,
  ownerId: number,
  promises: readonly { householdId: number; words: Buffer; dueOn: string }[],
): Promise<number[]> {
  if (promises.length === 0) return []
  const rows = await tx<{ id: number }[]>`
    insert into visit_promises (visit_id, household_id, words_cipher, owner_id, due_on)
    select ${visitId}, n.household, n.words, ${ownerId}, n.due
      from unnest(${promises.map((one) => one.householdId)}::bigint[], ${promises.map((one) => one.words)}::bytea[], ${promises.map((one) => one.dueOn)}::date[])
           with ordinality as n (household, words, due, nth) order by n.nth returning id`
  return rows.map(({ id }) => id)
}

/** Promises of one visit, for whoever may read that. */
export async function selectOfVisit(sql: Sql, me: number, visitId: number): Promise<SealedPromise[]> {
  return sql<SealedPromise[]>`
    select ${columns(sql, me)} where q.visit_id = ${visitId} and reads_diary(${me}, v.hub_id) order by q.due_on, q.id`
}

/** What was promised to some households in some visits; whose they are, the caller has seen. */
export async function selectMadeTo(
  sql: Sql,
  me: number,
  visits: readonly { visitId: number; householdId: number }[],
): Promise<SealedPromise[]> {
  return sql<SealedPromise[]>`
    select ${columns(sql, me)}
     where (q.visit_id, q.household_id) in (select * from unnest(${visits.map((one) => one.visitId)}::bigint[], ${visits.map((one) => one.householdId)}::bigint[]))
     order by q.due_on, q.id`
}

export type Side = 'hub' | 'branch'
const whose = (sql: Sql, me: number, side: Side) =>
  side === 'branch' ? sql`h.branch_lead_id = ${me}` : sql`(on_hub_side(${me}, v.hub_id) or q.owner_id = ${me})`

/** Promises of a side in one status: by their day, those that are over from the last one back. */
export async function selectPromises(
  sql: Sql,
  me: number,
  at: { side: Side; status: PromiseStatus; after: { sort: number; promiseId: number } | undefined },
  limit: number,
): Promise<(SealedPromise & { sort: number })[]> {
  const { side, status, after } = at
  return sql<(SealedPromise & { sort: number })[]>`
    select * from (
      select case when q.status in ('kept', 'ended') then -floor(extract(epoch from coalesce(q.kept_at, q.ended_at)) * 1000)::bigint else (q.due_on - date '2000-01-01')::bigint end as sort, ${columns(sql, me)}
       where q.status = ${status} and ${whose(sql, me, side)}) r
     where ${after === undefined}::bool or (r.sort, r."promiseId") > (${after?.sort ?? 0}::bigint, ${after?.promiseId ?? 0}::bigint)
     order by r.sort, r."promiseId" limit ${limit}`
}

export async function countPromises(sql: Sql, me: number, side: Side): Promise<{ broken: number; open: number }> {
  const [row] = await sql<{ broken: number; open: number }[]>`
    select count(*) filter (where q.status = 'broken')::int as broken, count(*) filter (where q.status = 'open')::int as open
      from visit_promises q join home_visits v on v.id = q.visit_id join hubs h on h.id = v.hub_id
     where q.status in ('open', 'broken') and ${whose(sql, me, side)}`
  return row ?? { broken: 0, open: 0 }
}

/** Locks a promise that `me` may keep: one of the hub's side, or whoever owes it. */
export async function lockPromise(tx: Tx, me: number, promiseId: number) {
  const [row] = await tx<
    {
      promiseId: number
      status: PromiseStatus
      householdId: number
      hubId: number
      hubName: string
      areaCode: string
    }[]
  >`
    select q.id as "promiseId", q.status, q.household_id as "householdId", h.id as "hubId", h.name as "hubName", v.area_code as "areaCode"
      from visit_promises q join home_visits v on v.id = q.visit_id join hubs h on h.id = v.hub_id
     where q.id = ${promiseId} and (on_hub_side(${me}, v.hub_id) or q.owner_id = ${me}) for update of q`
  return row
}

export async function setKept(
  tx: Tx,
  promiseId: number,
  by: { me: number; outcome: Buffer | null },
  now: Date,
): Promise<void> {
  await tx`
    update visit_promises set status = 'kept', kept_at = greatest(${now}::timestamptz, broken_at), kept_by = ${by.me}, outcome_cipher = ${by.outcome}::bytea where id = ${promiseId}`
}

/** Nothing is owed any more to a household that ends. Call it when its link has ended: nobody writes a visit to it from then on. Returns what has ended. */
export async function endPromisesTo(tx: Tx, householdId: number, now: Date): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    update visit_promises set status = 'ended', ended_at = greatest(${now}::timestamptz, broken_at)
     where household_id = ${householdId} and status in ('open', 'broken') returning id`
  return rows.map(({ id }) => id).sort((a, b) => a - b)
}

export interface DuePromise {
  promiseId: number
  hubId: number
  hubName: string
  areaCode: string
  ownerId: number | null
  /** Another of the hub's side who is there while whoever owes it is not. */
  standInId: number | null
  /** Who hears of it above the hub: the lead of its branch, else somebody of the community. */
  aboveId: number | null
  dueOn: string
  over: boolean
}

/** A promise whose day is over, or comes tomorrow and was not reminded of, locked; those that somebody works on are passed over. */
export async function lockDuePromise(
  tx: Tx,
  today: string,
  except: readonly number[],
): Promise<DuePromise | undefined> {
  const [row] = await tx<DuePromise[]>`
    select q.id as "promiseId", h.id as "hubId", h.name as "hubName", v.area_code as "areaCode", q.owner_id as "ownerId",
           case when is_off_hub(q.owner_id, ${today}::date)
                then (select n.person_id from next_in_hub_line(h.id, v.area_code, 0, array_remove(array[q.owner_id], null), ${today}::date) n
                       where n.level < 2 and not is_off_hub(n.person_id, ${today}::date)) end as "standInId",
           coalesce(h.branch_lead_id, next_owner(v.area_code, '{communityAdmin}', '{}', ${today}::date)) as "aboveId", q.due_on::text as "dueOn", q.due_on < ${today}::date as over
      from visit_promises q join home_visits v on v.id = q.visit_id join hubs h on h.id = v.hub_id
     where q.status = 'open' and q.id <> all (${except as number[]}::bigint[])
       and (q.due_on < ${today}::date or (q.due_on <= ${today}::date + 1 and q.reminded_at is null))
     order by q.due_on, q.id limit 1 for update of q skip locked`
  return row
}

export async function setBroken(tx: Tx, promiseId: number, now: Date): Promise<void> {
  await tx`update visit_promises set status = 'broken', broken_at = ${now} where id = ${promiseId}`
}

export async function setReminded(tx: Tx, promiseId: number, now: Date): Promise<void> {
  await tx`update visit_promises set reminded_at = ${now} where id = ${promiseId}`
}
