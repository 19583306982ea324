import type { Sql, Tx } from '../../platform/database'
import type { Settings } from '../life/clock'

/** Statements of the supervisor's board. Rates are computed from what happened; nobody types one in. */

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

/** Overdue cases of the caller's areas, the longest overdue first. */
export async function selectOverdue(
  sql: Sql,
  me: number,
  now: Date,
  after: readonly [string, number] | undefined,
  limit: number,
) {
  return sql<{ applicationId: number; at: string; escalation: 0 | 1 | 2 }[]>`
    select a.id as "applicationId", a.deadline_at::text as at, a.escalation from applications a
     where a.deadline_at < ${now} and a.status not in ('draft', 'closed', 'withdrawn', 'lapsed')
       and has_role(${me}::bigint, '{supervisor,communityAdmin,approver}', a.area_code)
       and ${after ? sql`(a.deadline_at, a.id) > (${after[0]}::timestamptz, ${after[1]}::bigint)` : sql`true`}
     order by a.deadline_at, a.id limit ${limit}`
}

export interface ExceptionRow {
  exceptionId: number
  applicationId: number
  number: string
  itemName: string
  department: string
  reason: string
  apology: string
  by: string
  at: Date
}

export async function selectExceptions(sql: Sql, me: number, before: number, limit: number): Promise<ExceptionRow[]> {
  return sql<ExceptionRow[]>`
    select x.id as "exceptionId", a.id as "applicationId", a.number, a.item_name as "itemName", a.department, x.reason, x.apology, p.nickname as by, x.at
      from visit_exceptions x join applications a on a.id = x.application_id join people p on p.id = x.by
     where (${before} = 0 or x.id < ${before}) and has_role(${me}::bigint, '{supervisor,communityAdmin}', a.area_code)
     order by x.id desc limit ${limit}`
}

/** Opens one more visit; false when it is open already. */
export async function insertException(
  tx: Tx,
  x: { applicationId: number; visit: number; reason: string; apology: string; by: number; at: Date },
): Promise<boolean> {
  const rows = await tx`
    insert into visit_exceptions (application_id, opens_visit, reason, apology, by, at)
    values (${x.applicationId}, ${x.visit}, ${x.reason}, ${x.apology}, ${x.by}, ${x.at}) on conflict (application_id, opens_visit) do nothing returning 1`
  return rows.length > 0
}

export interface CallBackRow {
  callBackId: number
  applicationId: number
  number: string
  itemName: string
  department: string
  level: number
  words: string
  dueAt: Date
  ownerId: number
  ownerName: string
  phoneCipher: Buffer | null
  doneAt: Date | null
  answer: string | null
}

const callBacks = (sql: Sql) => sql`
  select b.id as "callBackId", a.id as "applicationId", a.number, a.item_name as "itemName", a.department, r.level, r.words, b.due_at as "dueAt",
         b.owner_id as "ownerId", o.nickname as "ownerName", p.phone_cipher as "phoneCipher", b.done_at as "doneAt", b.answer
    from rating_call_backs b
    join applications a on a.id = b.application_id
    join application_ratings r on r.application_id = b.application_id
    join people o on o.id = b.owner_id
    join people p on p.id = a.applicant_id`

/** Call-backs of the caller's areas, never to whoever was rated: the decider and the owner of the case do not see their own. */
export async function selectCallBacks(
  sql: Sql,
  me: number,
  open: boolean,
  after: number,
  limit: number,
): Promise<CallBackRow[]> {
  return sql<CallBackRow[]>`
    ${callBacks(sql)}
     where b.id > ${after} and (b.done_at is null) = ${open}
       and (b.owner_id = ${me} or (has_role(${me}::bigint, '{supervisor,communityAdmin,approver}', a.area_code)
                                   and a.decided_by is distinct from ${me} and a.owner_id is distinct from ${me}))
     order by b.id limit ${limit}`
}

export async function lockCallBack(tx: Tx, callBackId: number): Promise<CallBackRow | undefined> {
  const [row] = await tx<CallBackRow[]>`${callBacks(tx)} where b.id = ${callBackId} for update of b`
  return row
}

export async function closeCallBack(tx: Tx, callBackId: number, answer: string, now: Date): Promise<void> {
  await tx`update rating_call_backs set done_at = ${now}, answer = ${answer} where id = ${callBackId}`
}

export interface AppealRow {
  appealId: number
  applicationId: number
  number: string
  itemName: string
  department: string
  words: string
  at: Date
  dueAt: Date
  outcome: string | null
  answer: string | null
}

const appeals = (sql: Sql) => sql`
  select p.id as "appealId", a.id as "applicationId", a.number, a.item_name as "itemName", a.department, p.words, p.at, p.due_at as "dueAt",
         p.outcome, p.answer
    from application_appeals p join applications a on a.id = p.application_id`

export async function selectAppeals(
  sql: Sql,
  me: number,
  open: boolean,
  after: number,
  limit: number,
): Promise<AppealRow[]> {
  return sql<AppealRow[]>`
    ${appeals(sql)} where p.id > ${after} and (p.answered_at is null) = ${open} and has_role(${me}::bigint, '{supervisor}', a.area_code)
     order by p.id limit ${limit}`
}

export async function lockAppeal(tx: Tx, me: number, appealId: number): Promise<AppealRow | undefined> {
  const [row] = await tx<AppealRow[]>`
    ${appeals(tx)} where p.id = ${appealId} and has_role(${me}::bigint, '{supervisor}', a.area_code) for update of p`
  return row
}

export async function answerAppeal(
  tx: Tx,
  appealId: number,
  outcome: 'upheld' | 'reopened',
  answer: string,
  by: number,
  now: Date,
): Promise<void> {
  await tx`
    update application_appeals set outcome = ${outcome}, answer = ${answer}, answered_by = ${by}, answered_at = ${now} where id = ${appealId}`
}

export async function updateSettings(tx: Tx, s: Settings): Promise<void> {
  await tx`
    update application_settings
       set notice_days = ${s.noticeDays}, delivery_days = ${s.deliveryDays}, call_back_days = ${s.callBackDays}, appeal_days = ${s.appealDays},
           appeal_answer_days = ${s.appealAnswerDays}, close_days = ${s.closeDays}, escalate_days = ${s.escalateDays}`
}
