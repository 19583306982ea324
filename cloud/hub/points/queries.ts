import type { AppealStatus, BranchPost, PointEvidence, PointKind } from '../../../types/hub'
import type { Sql, Tx } from '../../platform/database'

/** Entries of one person at a time: no statement here puts one person's points beside another's. */

export interface EntryRow {
  entryId: number
  points: number
  at: Date
  ruleWords: string
  kind: PointKind
  evidence: PointEvidence
  evidenceId: number | null
  evidenceTitle: string | null
  recorderName: string | null
  words: string
  fileIds: number[]
  takenBack: number
  appeal: {
    appealId: number
    status: AppealStatus
    words: string
    dueAt: string
    decisionWords: string | null
    decidedAt: string | null
  } | null
}

/** Entries of a person in a quarter, newest first, each with its rule and its evidence. */
export async function selectEntries(
  sql: Sql,
  personId: number,
  quarter: string,
  before: number | undefined,
  limit: number,
): Promise<EntryRow[]> {
  return sql<EntryRow[]>`
    select e.id as "entryId", e.points, e.at, r.words as "ruleWords", r.kind, e.evidence_kind as evidence, coalesce(x.id, e.counters_id) as "evidenceId",
           case e.evidence_kind
             when 'contact' then (select h.name from contacts c join hubs h on h.id = c.hub_id where c.id = x.id)
             when 'visit' then (select h.name from home_visits v join hubs h on h.id = v.hub_id where v.id = x.id)
             when 'serviceHours' then (select coalesce(s.what, v.title) from service_records s left join activities v on v.id = s.activity_id where s.id = x.id)
           end as "evidenceTitle",
           p.nickname as "recorderName", e.words,
           array(select f.file_id from point_entry_files f where f.entry_id = e.id order by f.position) as "fileIds",
           abs(coalesce((select sum(k.points) from point_entries k where k.counters_id = e.id), 0))::int as "takenBack",
           case when a.id is not null then jsonb_build_object('appealId', a.id, 'status', a.status, 'words', a.words, 'dueAt', a.due_at,
             'decisionWords', a.decision_words, 'decidedAt', a.decided_at) end as appeal
      from point_entries e join point_rules r on r.id = e.rule_id cross join lateral (select unseal_text(e.evidence_cipher)::bigint as id) x
      left join people p on p.id = e.recorder_id left join point_appeals a on a.entry_id = e.id
     where e.member_id = member_of(${personId}) and e.quarter = ${quarter}::date and (${before ?? null}::bigint is null or e.id < ${before ?? null}::bigint)
     order by e.id desc limit ${limit}`
}

export interface Sums {
  base: number
  addition: number
  deduction: number
  total: number
}

export async function selectSums(sql: Sql, personId: number, quarter: string): Promise<Sums> {
  const [row] = await sql<Sums[]>`
    select coalesce(sum(e.points) filter (where r.kind = 'base'), 0)::int as base, coalesce(sum(e.points) filter (where r.kind = 'addition'), 0)::int as addition,
           coalesce(sum(e.points) filter (where r.kind = 'deduction'), 0)::int as deduction, coalesce(sum(e.points), 0)::int as total
      from point_entries e join point_rules r on r.id = e.rule_id where e.member_id = member_of(${personId}) and e.quarter = ${quarter}::date`
  return row as Sums
}

/** Quarters in which somebody has entries, the latest first. */
export async function selectQuarters(sql: Sql, personId: number): Promise<string[]> {
  const rows = await sql<{ quarter: string }[]>`
    select distinct quarter::text as quarter from point_entries where member_id = member_of(${personId}) order by quarter desc`
  return rows.map(({ quarter }) => quarter)
}

export async function selectIsMember(sql: Sql, personId: number): Promise<boolean> {
  const [row] = await sql<{ yes: boolean }[]>`select party_area(${personId}) is not null as yes`
  return row?.yes ?? false
}

/** The number under which somebody is a party member; null when he never was. */
export async function selectMemberId(sql: Sql, personId: number): Promise<number | null> {
  const [row] = await sql<{ id: number | null }[]>`select member_of(${personId}) as id`
  return row?.id ?? null
}

/** As what `me` belongs to the branch of somebody; null when to another, or to none. */
export async function selectPostOver(sql: Sql, me: number, personId: number): Promise<BranchPost | null> {
  const [row] = await sql<{ post: BranchPost | null }[]>`select branch_post(${me}, branch_of(${personId})) as post`
  return row?.post ?? null
}

export interface NewEntry {
  personId: number
  ruleId: number
  code: string
  points: number
  recorderId: number
  areaCode: string
  words: string
}

/** By hand. Raises `points_within_cap` and `never_to_oneself`. */
export async function insertEntry(tx: Tx, e: NewEntry, fileIds: readonly number[], now: Date): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into point_entries (member_id, rule_id, code, points, evidence_kind, recorder_id, area_code, words, at)
    values (member_of(${e.personId}), ${e.ruleId}, ${e.code}, ${e.points}, 'hand', ${e.recorderId}, ${e.areaCode}, ${e.words}, ${now}) returning id`
  const entryId = row?.id ?? 0
  await tx`
    insert into point_entry_files (entry_id, position, file_id)
    select ${entryId}, n.nth - 1, n.id from unnest(${fileIds as number[]}::bigint[]) with ordinality as n (id, nth)`
  return entryId
}

export interface LockedEntry {
  entryId: number
  memberId: number
  personId: number
  recorderId: number | null
  areaCode: string
  counter: boolean
  points: number
  /** What is left after what was taken back. */
  net: number
}

/** An entry under lock, against others who take it back; whose it is, the caller asks. */
export async function lockEntry(tx: Tx, entryId: number): Promise<LockedEntry | undefined> {
  const [locked] = await tx`select from point_entries where id = ${entryId} for no key update`
  if (!locked) return undefined
  const [row] = await tx<LockedEntry[]>`
    select e.id as "entryId", e.member_id as "memberId", person_of_member(e.member_id) as "personId", e.recorder_id as "recorderId", e.area_code as "areaCode", e.counters_id is not null as counter, e.points,
           (e.points + coalesce((select sum(k.points) from point_entries k where k.counters_id = e.id), 0))::int as net
      from point_entries e where e.id = ${entryId}`
  return row
}

/** Takes back what is left of an entry. */
export async function insertCounter(
  tx: Tx,
  entry: LockedEntry,
  recorderId: number,
  words: string,
  now: Date,
): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into point_entries (member_id, rule_id, code, points, evidence_kind, counters_id, recorder_id, area_code, words, at)
    select e.member_id, e.rule_id, e.code, ${-entry.net}, 'counter', e.id, ${recorderId}, e.area_code, ${words}, ${now}
      from point_entries e where e.id = ${entry.entryId} returning id`
  return row?.id ?? 0
}
