import type { PointEvidence, PointKind } from '../../../types/hub'
import type { Sql, Tx } from '../../platform/database'

/** Appeals: decided by somebody who neither recorded the entry nor is the one it is about. */

/**
 * Who owes the answer: the secretary of the member's branch, else the nearest of the community; never whoever recorded the entry. `above`: only who stands higher up that line
 * than this one, undefined at its end; null is below everybody.
 */
export async function selectOwner(
  sql: Sql,
  of: { personId: number; recorderId: number | null; areaCode: string },
  above: number | null = null,
): Promise<number | undefined> {
  const { personId, recorderId, areaCode } = of
  const [row] = await sql<{ id: number }[]>`
    with line as (
      select b.secretary_id as id, 0 as place from branches b where b.id = branch_of(${personId}) and b.secretary_id is not null
      union all
      select g.person_id, 1 + 15 - max(length(g.area_code))::int from role_grants g
       where g.role = 'communityAdmin' and g.revoked_at is null and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
         and starts_with(${areaCode}, g.area_code) group by g.person_id)
    select line.id from line
     where line.id <> ${personId} and line.id is distinct from ${recorderId}::bigint
       and line.place > coalesce((select min(o.place) from line o where o.id = ${above}::bigint), -1)
     order by line.place, line.id limit 1`
  return row?.id
}

export interface NewAppeal {
  entryId: number
  personId: number
  words: string
  ownerId: number
  dueAt: Date
}

/** Raises `point_appeals_entry_id_key` when there is one already. */
export async function insertAppeal(tx: Tx, a: NewAppeal, now: Date): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into point_appeals (entry_id, member_id, words, at, owner_id, due_at, look_at)
    values (${a.entryId}, member_of(${a.personId}), ${a.words}, ${now}, ${a.ownerId}, ${a.dueAt}, ${a.dueAt}) returning id`
  return row?.id ?? 0
}

export async function countAppeals(sql: Sql, me: number): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from point_appeals a where a.status = 'waiting' and may_decide_appeal(${me}, a)`
  return row?.n ?? 0
}

/** Appeals that `me` may decide, those he owes first, then by age. */
export async function selectAppeals(
  sql: Sql,
  me: number,
  after: { notMine: boolean; appealId: number } | undefined,
  limit: number,
) {
  return sql<
    {
      appealId: number
      personName: string
      areaName: string
      words: string
      at: Date
      dueAt: Date
      mine: boolean
      points: number
      ruleWords: string
      kind: PointKind
      evidence: PointEvidence
      entryWords: string
      entryAt: Date
    }[]
  >`
    select a.id as "appealId", p.nickname as "personName", n.name as "areaName", a.words, a.at, a.due_at as "dueAt", k.mine, e.points, r.words as "ruleWords",
           r.kind, e.evidence_kind as evidence, e.words as "entryWords", e.at as "entryAt"
      from point_appeals a join point_entries e on e.id = a.entry_id join point_rules r on r.id = e.rule_id join people p on p.id = person_of_member(a.member_id)
      join areas n on n.code = e.area_code cross join lateral (select a.owner_id is not distinct from ${me}::bigint as mine) k
     where a.status = 'waiting' and may_decide_appeal(${me}, a)
       and (${after === undefined}::bool or (not k.mine, a.id) > (${after?.notMine ?? false}::bool, ${after?.appealId ?? 0}::bigint))
     order by not k.mine, a.id limit ${limit}`
}

/** Locks an appeal that `me` may decide. */
export async function lockAppeal(tx: Tx, me: number, appealId: number) {
  const [row] = await tx<{ appealId: number; entryId: number; personId: number; status: string }[]>`
    select a.id as "appealId", a.entry_id as "entryId", person_of_member(a.member_id) as "personId", a.status from point_appeals a
     where a.id = ${appealId} and may_decide_appeal(${me}, a) for update`
  return row
}

/** Raises `another_decides`. */
export async function setDecided(
  tx: Tx,
  appealId: number,
  d: { status: 'upheld' | 'dismissed'; by: number; words: string },
  now: Date,
): Promise<void> {
  await tx`
    update point_appeals set status = ${d.status}, decided_by = ${d.by}, decided_at = ${now}, decision_words = ${d.words} where id = ${appealId}`
}

export interface LateAppeal {
  appealId: number
  personId: number
  recorderId: number | null
  ownerId: number | null
  areaCode: string
}

/** Locks the appeal that has waited longest past its day, not among `seen` and not in other hands. */
export async function lockLate(tx: Tx, now: Date, seen: readonly number[]): Promise<LateAppeal | undefined> {
  const [row] = await tx<LateAppeal[]>`
    select a.id as "appealId", person_of_member(a.member_id) as "personId", e.recorder_id as "recorderId", a.owner_id as "ownerId", e.area_code as "areaCode"
      from point_appeals a join point_entries e on e.id = a.entry_id
     where a.status = 'waiting' and a.look_at <= ${now} and a.id <> all (${seen as number[]}::bigint[])
     order by a.look_at, a.id limit 1 for update of a skip locked`
  return row
}

export async function setOwner(tx: Tx, appealId: number, ownerId: number | null, lookAt: Date): Promise<void> {
  await tx`update point_appeals set owner_id = ${ownerId}, look_at = ${lookAt} where id = ${appealId}`
}
