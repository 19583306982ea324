import type { Sql } from '../../platform/database'

/** Figures of the supervisor's board. Rates are computed from what happened; nobody types one in. */

export interface Rates {
  decided: number
  zeroVisitRate: number | null
  oneVisitRate: number | null
  exceptions: number
  onTimeRate: number | null
  ratings: number
  satisfiedRate: number | null
  averageDays: number | null
}

/** Decided applications of an area (a prefix) in a period, by one of three groupings or in all. Times are local days. */
export async function selectRates(
  sql: Sql,
  by: 'all' | 'department' | 'community' | 'month',
  areaCode: string,
  from: string,
  until: string,
): Promise<(Rates & { key: string })[]> {
  const key = {
    all: sql`''`,
    department: sql`a.department`,
    community: sql`left(a.area_code, 12)`,
    month: sql`to_char(a.decided_at at time zone 'Asia/Shanghai', 'YYYY-MM')`,
  }[by]
  return sql<(Rates & { key: string })[]>`
    with decided as materialized (
      select a.id, ${key} as key, a.decided_in_time, a.decided_after_days
        from applications a
       where a.decided_at >= ${from}::date and a.decided_at < ${until}::date + 1 and starts_with(a.area_code, ${areaCode})
    ), counted as (
      select d.*, (select count(*) from appointments p where p.application_id = d.id and p.status = 'checkedIn') as visits,
             (select count(*) from visit_exceptions x where x.application_id = d.id) as exceptions,
             (select r.level from application_ratings r where r.application_id = d.id) as level
        from decided d
    )
    select key, count(*)::int as decided,
           (count(*) filter (where visits = 0))::float / nullif(count(*), 0) as "zeroVisitRate",
           (count(*) filter (where visits = 1))::float / nullif(count(*), 0) as "oneVisitRate",
           coalesce(sum(exceptions), 0)::int as exceptions,
           (count(*) filter (where decided_in_time))::float / nullif(count(*), 0) as "onTimeRate",
           count(level)::int as ratings,
           (count(*) filter (where level >= 3))::float / nullif(count(level), 0) as "satisfiedRate",
           round(avg(decided_after_days), 1)::float as "averageDays"
      from counted group by key order by key`
}

export interface OpenCounts {
  open: number
  late: number
  soon: number
  paused: number
}

/** What is under way now; `soonUntil` is where the amber light begins. */
export async function selectOpenCounts(sql: Sql, areaCode: string, now: Date, soonUntil: Date): Promise<OpenCounts> {
  const [row] = await sql<OpenCounts[]>`
    select count(*)::int as open, (count(*) filter (where deadline_at < ${now}))::int as late,
           (count(*) filter (where deadline_at >= ${now} and deadline_at <= ${soonUntil}))::int as soon,
           (count(*) filter (where status = 'suspended'))::int as paused
      from applications
     where starts_with(area_code, ${areaCode}) and status not in ('draft', 'delivered', 'rated', 'closed', 'withdrawn', 'lapsed')`
  return row ?? { open: 0, late: 0, soon: 0, paused: 0 }
}

/** The widest area in which the caller holds one of the roles, or `wanted` when a grant covers it; undefined otherwise. */
export async function selectOptionalScope(sql: Sql, me: number, roles: readonly string[], wanted: string | undefined) {
  const [row] = await sql<{ areaCode: string }[]>`
    select case when ${wanted ?? null}::text is null then g.area_code else ${wanted ?? null}::text end as "areaCode"
      from role_grants g
     where g.person_id = ${me} and g.role = any (${roles as string[]}::text[]) and g.revoked_at is null and g.valid_from <= now()
       and (g.valid_until is null or g.valid_until > now()) and starts_with(coalesce(${wanted ?? null}::text, g.area_code), g.area_code)
     order by length(g.area_code), g.area_code limit 1`
  return row?.areaCode
}

export async function selectAreaNames(sql: Sql, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql<{ code: string; name: string }[]>`
    select code, name from areas where code = any (${codes as string[]}::text[])`
  return new Map(rows.map((row) => [row.code, row.name]))
}
