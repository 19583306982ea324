import type { MatchReason, ProposalStatus } from '../../../types/volunteer'
import { assigned, type Sql, type Tx } from '../../platform/database'

/** Proposals: between whoever looks for work, the employer and whoever follows up. */

export interface Proposal {
  proposalId: number
  status: ProposalStatus
  openingId: number
  title: string
  enterpriseName: string
  areaName: string
  areaCode: string
  pay: string
  payFrom: number | null
  payUntil: number | null
  reasons: MatchReason[]
  proposedAt: Date
  answeredAt: Date | null
  contactedAt: Date | null
  endedAt: Date | null
  note: string | null
  dueAt: Date | null
  ownerId: number | null
  ownerName: string | null
  escalation: number
  seekerId: number
  seekerName: string
  contactId: number
  followsUp: boolean
}

const columns = (sql: Sql, me: number) => sql`
  j.id as "proposalId", j.status, o.id as "openingId", o.title, e.name as "enterpriseName", r.name as "areaName", o.area_code as "areaCode", o.pay, o.pay_from as "payFrom", o.pay_until as "payUntil",
  j.reasons,  j.proposed_at as "proposedAt", j.answered_at as "answeredAt", j.contacted_at as "contactedAt", j.ended_at as "endedAt", j.note, j.due_at as "dueAt",
  j.owner_id as "ownerId", (select p.nickname from people p where p.id = j.owner_id) as "ownerName", j.escalation, j.seeker_id as "seekerId",
  s.name as "seekerName", e.contact_id as "contactId", follows_up_work(${me}::bigint, o.area_code) or coalesce(j.owner_id = ${me}, false) as "followsUp"
  from job_proposals j join openings o on o.id = j.opening_id join enterprises e on e.id = o.enterprise_id join areas r on r.code = o.area_code
  join job_seekers s on s.person_id = j.seeker_id`

/** Whom an employer may know: those who said that they are interested. */
const known = (sql: Sql) =>
  sql`j.status in ('interested', 'contacted', 'hired', 'notHired') and j.answered_at is not null`

/** A proposal that I am a part of. */
export async function selectOptionalProposal(
  sql: Sql,
  me: number,
  proposalId: number,
  lock = false,
): Promise<Proposal | undefined> {
  const [row] = await sql<Proposal[]>`
    select ${columns(sql, me)} where j.id = ${proposalId}
       and (j.seeker_id = ${me} or j.owner_id = ${me} or follows_up_work(${me}::bigint, o.area_code) or (e.contact_id = ${me} and ${known(sql)}))
     ${lock ? sql`for update of j` : sql``}`
  return row
}

/** To one who looks for work: what waits first. */
export const selectOfSeeker = (sql: Sql, me: number, after: readonly [boolean, number] | undefined, limit: number) =>
  sql<Proposal[]>`
    select ${columns(sql, me)} where j.seeker_id = ${me}
       ${after ? sql`and (j.ended_at is not null, -j.id) > (${after[0]}, -${after[1]}::bigint)` : sql``}
     order by j.ended_at is not null, j.id desc limit ${limit}`

/** Who is interested in an opening of mine. */
export const selectOfOpening = (sql: Sql, me: number, openingId: number, before: number | undefined, limit: number) =>
  sql<Proposal[]>`
    select ${columns(sql, me)} where o.id = ${openingId} and e.contact_id = ${me} and ${known(sql)}
       ${before === undefined ? sql`` : sql`and j.id < ${before}`} order by j.id desc limit ${limit}`

/** What is under way and mine to follow up, or my team's: the nearest deadline first. */
export const selectFollowUps = (
  sql: Sql,
  me: number,
  all: boolean,
  after: readonly [Date, number] | undefined,
  limit: number,
) =>
  sql<Proposal[]>`
    select ${columns(sql, me)} where j.ended_at is null
       and ${all ? sql`follows_up_work(${me}::bigint, o.area_code)` : sql`j.owner_id = ${me}`}
       ${after ? sql`and (j.due_at, j.id) > (${after[0]}, ${after[1]}::bigint)` : sql``}
     order by j.due_at, j.id limit ${limit}`

/** What is due, one after the other, those that somebody works on passed over. */
export async function lockDueProposal(tx: Tx, now: Date, seen: readonly number[]): Promise<Proposal | undefined> {
  const [row] = await tx<Proposal[]>`
    select ${columns(tx, 0)} where j.ended_at is null and j.due_at <= ${now} and j.id <> all (${seen as number[]}::bigint[])
     order by j.due_at limit 1 for update of j skip locked`
  return row
}

export type Change = Partial<{
  status: ProposalStatus
  ownerId: number
  dueAt: Date | null
  escalation: number
  answeredAt: Date
  contactedAt: Date
  endedAt: Date
  note: string
}>

export async function updateProposal(tx: Tx, proposalId: number, change: Change): Promise<void> {
  const set = Object.fromEntries(
    Object.entries(change).map(([k, v]) => [k.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`), v]),
  )
  await tx`update job_proposals set ${assigned(set)} where id = ${proposalId}`
}

/** Takes back what is under way, of an opening or of a person. Returns whom it concerned. */
export async function withdrawLive(tx: Tx, of: { openingId: number } | { seekerId: number }, now: Date) {
  return tx<{ proposalId: number; seekerId: number; ownerId: number; contactId: number; status: ProposalStatus }[]>`
    with gone as (
      select id, status from job_proposals
       where ended_at is null and ${'openingId' in of ? tx`opening_id = ${of.openingId}` : tx`seeker_id = ${of.seekerId}`} order by id for update
    )
    update job_proposals j set status = 'withdrawn', ended_at = ${now}, due_at = null from gone g, openings o, enterprises e
     where j.id = g.id and o.id = j.opening_id and e.id = o.enterprise_id
    returning j.id as "proposalId", j.seeker_id as "seekerId", j.owner_id as "ownerId", e.contact_id as "contactId", g.status`
}

export async function selectSeekerWords(
  sql: Sql,
  personId: number,
): Promise<{ skills: string[]; wishes: string } | undefined> {
  const [row] = await sql<{ skills: string[]; wishes: string }[]>`
    select s.wishes, array(select k.name from job_seeker_skills j join skills k on k.code = j.skill_code where j.person_id = s.person_id order by k.position) as skills
      from job_seekers s where s.person_id = ${personId} and s.ended_at is null`
  return row
}

export const selectWorkMessages = (sql: Sql, me: number, proposalId: number) =>
  sql<{ messageId: number; mine: boolean; fromName: string; kind: 'words' | 'callBack'; words: string; at: Date }[]>`
    select m.id as "messageId", m.from_id = ${me} as mine,
           case when m.from_id = j.seeker_id then s.name else p.nickname end as "fromName", m.kind, m.words, m.at
      from job_messages m join job_proposals j on j.id = m.proposal_id join job_seekers s on s.person_id = j.seeker_id join people p on p.id = m.from_id
     where m.proposal_id = ${proposalId} order by m.id limit 200`

export async function insertWorkMessage(
  tx: Tx,
  proposalId: number,
  me: number,
  kind: 'words' | 'callBack',
  words: string,
  now: Date,
): Promise<void> {
  await tx`insert into job_messages (proposal_id, from_id, kind, words, at) values (${proposalId}, ${me}, ${kind}, ${words}, ${now})`
}

/** What somebody follows up, locked. */
export const lockOwned = (tx: Tx, personId: number) =>
  tx<{ proposalId: number; areaCode: string; title: string; dueAt: Date }[]>`
    select j.id as "proposalId", o.area_code as "areaCode", o.title, j.due_at as "dueAt" from job_proposals j join openings o on o.id = j.opening_id
     where j.owner_id = ${personId} and j.ended_at is null order by j.id for update of j`
