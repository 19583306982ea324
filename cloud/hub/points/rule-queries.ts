import type { PointCause, PointKind } from '../../../types/hub'
import type { Sql, Tx } from '../../platform/database'

/** Rules of points: versions that are added, never edited. */

export interface RuleRow {
  ruleId: number
  code: string
  areaCode: string | null
  areaName: string | null
  version: number
  words: string
  kind: PointKind
  cause: PointCause
  points: number
  cap: number | null
  fromOn: string
  untilOn: string | null
}

const columns = (sql: Sql) => sql`
  r.id as "ruleId", r.code, r.area_code as "areaCode", a.name as "areaName", r.version, r.words, r.kind, r.cause, r.points, r.cap,
  r.from_on::text as "fromOn", r.until_on::text as "untilOn"`

/** What holds in an area on a day or will later; null: what holds in the whole county. `mayChange`: whether `me` administers what the rule is for. */
export async function selectRules(sql: Sql, me: number, countyCode: string, areaCode: string | null, day: string) {
  return sql<(RuleRow & { mayChange: boolean })[]>`
    select ${columns(sql)}, has_role(${me}, '{communityAdmin}', coalesce(r.area_code, ${countyCode})) as "mayChange"
      from point_rules r left join areas a on a.code = r.area_code
     where (r.area_code is null or starts_with(${areaCode}::text, r.area_code))
       and (r.id in (select o.id from (select distinct code from point_rules) c cross join lateral point_rule_on(c.code, ${areaCode}::text, ${day}::date) o)
            or r.from_on > ${day}::date)
     order by array_position('{base,addition,deduction}'::text[], r.kind), r.code, r.from_on, r.id`
}

/** Where somebody's points count: where he is a party member, else where he administers. */
export async function selectMyArea(sql: Sql, me: number): Promise<string | null> {
  const [row] = await sql<{ area: string | null }[]>`
    select coalesce(party_area(${me}), (served_areas(${me}, '{communityAdmin}'))[1]) as area`
  return row?.area ?? null
}

export async function selectVersions(sql: Sql, code: string, areaCode: string | null) {
  return sql<(RuleRow & { reason: string; madeAt: Date })[]>`
    select ${columns(sql)}, r.reason, r.made_at as "madeAt" from point_rules r left join areas a on a.code = r.area_code
     where r.code = ${code} and r.area_code is not distinct from ${areaCode}::text order by r.version desc`
}

/** What a code stands for everywhere, and its last version in an area; undefined for no code of ours. */
export async function selectOptionalCode(sql: Sql, code: string, areaCode: string | null) {
  const [row] = await sql<{ kind: PointKind; cause: PointCause; version: number }[]>`
    select min(kind) as kind, min(cause) as cause, coalesce(max(version) filter (where area_code is not distinct from ${areaCode}::text), 0) as version
      from point_rules where code = ${code} having count(*) > 0`
  return row
}

export type NewRule = Omit<RuleRow, 'ruleId' | 'areaName'> & { reason: string }

/** Raises `point_rules_area_code_code_version_key` when somebody else has added that version. */
export async function insertRule(tx: Tx, r: NewRule, me: number, now: Date): Promise<void> {
  await tx`
    insert into point_rules (code, area_code, version, words, kind, cause, points, cap, from_on, until_on, reason, made_by, made_at)
    values (${r.code}, ${r.areaCode}::text, ${r.version}, ${r.words}, ${r.kind}, ${r.cause}, ${r.points}, ${r.cap}::int, ${r.fromOn}::date,
            ${r.untilOn}::date, ${r.reason}, ${me}, ${now})`
}

/** The rule that holds for a code on a day where somebody is a party member, with how much its cap leaves him this quarter; both locked against other givers. */
export async function lockRuleFor(tx: Tx, personId: number, code: string, day: string, now: Date) {
  const [row] = await tx<
    {
      memberId: number
      ruleId: number
      kind: PointKind
      cause: PointCause
      points: number
      cap: number | null
      areaCode: string
    }[]
  >`
    select member_of(${personId}) as "memberId", r.id as "ruleId", r.kind, r.cause, r.points, r.cap, party_area(${personId}) as "areaCode"
      from point_rule_on(${code}, party_area(${personId}), ${day}::date) r where party_area(${personId}) is not null`
  if (!row) return undefined
  await tx`insert into point_sums (member_id, quarter, code) values (member_of(${personId}), quarter_of(${now}), ${code}) on conflict do nothing`
  const [sum] = await tx<{ used: number }[]>`
    select abs(points) as used from point_sums where member_id = member_of(${personId}) and quarter = quarter_of(${now}) and code = ${code} for update`
  return { ...row, left: row.cap === null ? row.points : Math.max(0, row.cap - (sum?.used ?? 0)) }
}
