import type { Tx } from '../platform/database'
import { lockLinks } from './assign/queries'

/** Hubs that a person is the host of, locked, and the links of all hubs before them. */
export async function lockHubsOf(tx: Tx, personId: number): Promise<{ hubId: number }[]> {
  const hosts = await tx`select from hubs where host_id = ${personId} and closed_at is null`
  if (hosts.length === 0) return []
  await lockLinks(tx)
  return tx<{ hubId: number }[]>`
    select id as "hubId" from hubs where host_id = ${personId} and closed_at is null order by id for no key update`
}

/** Takes a person out of every hub as deputy and as the branch's lead. */
export async function removeFromHubs(tx: Tx, personId: number): Promise<void> {
  await tx`delete from hub_deputies where person_id = ${personId}`
  await tx`update hubs set branch_lead_id = null where branch_lead_id = ${personId}`
}

/** Heads of hubs bear the name of a family: it goes with the account. */
export async function renameHubsOf(tx: Tx, personId: number, name: string): Promise<void> {
  await tx`update hubs set name = ${name}, place = ${name} where host_id = ${personId}`
}

export async function selectLiveContacts(tx: Tx, personId: number): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    select id from contacts where person_id = ${personId} and ended_at is null order by id`
  return rows.map(({ id }) => id)
}

/** What somebody asked stays as a bare fact: without words, photos' names, consents; photos go with their owner's files. */
export async function blankContacts(tx: Tx, personId: number, words: string, now: Date): Promise<void> {
  await tx`update contact_messages set words = ${words} where from_id = ${personId} and words <> ''`
  await tx`update contacts set comment = null, household_id = null, anonymous = true where person_id = ${personId}`
  await tx`
    update contact_number_consents set withdrawn_at = ${now} where person_id = ${personId} and withdrawn_at is null`
}

/** Answers that somebody owes who goes are owed by the next in the line at once. */
export async function hastenOwned(tx: Tx, personId: number, now: Date): Promise<void> {
  await tx`
    update contacts set due_at = least(due_at, ${now}::timestamptz)
     where owner_id = ${personId} and status in ('asked', 'sorted', 'discussed', 'claimed')`
}

/** Takes a person out of his branch; what he said and what was written about him goes, that he was there and what he was given stays under a bare number. */
export async function leaveBranch(tx: Tx, personId: number, words: string, day: string, now: Date): Promise<void> {
  await tx`
    update branch_members set until_on = greatest(since_on, ${day}::date) where member_id = member_of(${personId}) and until_on is null`
  await tx`update branches set secretary_id = null, changed_at = ${now} where secretary_id = ${personId}`
  await tx`update branch_attendances set reason = '' where member_id = member_of(${personId}) and reason <> ''`
  await tx`update point_entries set words = '' where member_id = member_of(${personId}) and words <> ''`
  await tx`
    update point_appeals set words = ${words}, status = case status when 'waiting' then 'withdrawn' else status end, decided_at = coalesce(decided_at, ${now})
     where member_id = member_of(${personId})`
  // What he had to decide goes to the next of the line at once.
  await tx`update point_appeals set owner_id = null, look_at = ${now} where owner_id = ${personId} and status = 'waiting'`
}

/**
 * What he promised is owed by the host of that hub, else by the lead of its branch, else by the host who looks after the household now, else by the community; his posts are listed no more. Call it when
 * his own hubs are closed and before he leaves the others. Returns what was handed over.
 */
export async function handOverPromises(
  tx: Tx,
  personId: number,
  reason: string,
  day: string,
  now: Date,
): Promise<number[]> {
  const handed = await tx<{ id: number }[]>`
    update visit_promises q
       set owner_id = coalesce(
             case when h.closed_at is null then nullif(h.host_id, ${personId}) end,
             nullif(h.branch_lead_id, ${personId}),
             (select n.host_id from linked_households l join hubs n on n.id = l.hub_id
               where l.household_id = q.household_id and l.until is null and n.host_id <> ${personId}),
             (select n.person_id from next_in_hub_line(h.id, v.area_code, 3, array[${personId}::bigint], ${day}::date) n))
      from home_visits v join hubs h on h.id = v.hub_id where v.id = q.visit_id and q.owner_id = ${personId} and q.status in ('open', 'broken')
    returning q.id`
  await tx`
    update hub_posts set ended_at = ${now}, end_reason = ${reason}, changed_at = ${now} where holder_id = ${personId} and ended_at is null`
  return handed.map(({ id }) => id)
}

/** Which of these promises were reminded of or are overdue, and whoever owes them now was not told: the clock tells of each but once, and told somebody else. */
export async function selectUntold(tx: Tx, promiseIds: readonly number[]) {
  return tx<
    { promiseId: number; ownerId: number; kind: 'promiseDue' | 'promiseOverdue'; hubId: number; hubName: string }[]
  >`
    select * from (
      select q.id as "promiseId", q.owner_id as "ownerId", case q.status when 'broken' then 'promiseOverdue' else 'promiseDue' end as kind,
             h.id as "hubId", h.name as "hubName"
        from visit_promises q join home_visits v on v.id = q.visit_id join hubs h on h.id = v.hub_id
       where q.id = any (${promiseIds as number[]}::bigint[]) and q.owner_id is not null
         and (q.status = 'broken' or (q.status = 'open' and q.reminded_at is not null))) o
     where not exists (select from notices n where n.person_id = o."ownerId" and n.kind = o.kind and (n.facts ->> 'promiseId')::bigint = o."promiseId")
     order by o."promiseId"`
}
