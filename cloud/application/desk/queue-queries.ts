import { type Sql, type Statement, verbatim } from '../../platform/database'
import type { Light, Stage } from './queue-rules'

/** The queue: which cases, in which order. Who may see them is in the statements: the areas a person serves, read anew each time. */

const open =
  "'submitted', 'correctionRequested', 'accepted', 'conditionallyAccepted', 'deemedAccepted', 'inReview', 'suspended', 'approved', 'refused', 'underAppeal'"
const ended = "'delivered', 'rated', 'closed', 'withdrawn', 'lapsed'"
/** As the indexes of the queue have it, letter by letter: PostgreSQL uses them only then. */
export const onDesk = (a: string) => `${a}.status in (${open})`
const hasEnded = (a: string) => `${a}.status in (${ended})`

const statusesOf: Record<Exclude<Stage, 'ended'>, string> = {
  accepting: "a.status in ('submitted', 'correctionRequested')",
  deciding:
    "a.status in ('accepted', 'conditionallyAccepted', 'deemedAccepted', 'inReview', 'suspended', 'underAppeal')",
  delivering: "a.status in ('approved', 'refused')",
}

export interface QueueFilter {
  me: number
  /** Prefixes of the areas the person serves, from `selectServedAreas`. */
  areas: readonly string[]
  whose: 'mine' | 'unclaimed' | 'all' | 'opinions'
  stage: Stage | undefined
  light: Light | undefined
  itemId: number | undefined
  search: { name: string; number: string | undefined; itemIds: readonly number[] } | undefined
  now: Date
  /** Deadlines up to here are yellow. */
  soonUntil: Date
}

/** Prefixes of the areas a person serves in one of these roles, now. */
export async function selectServedAreas(sql: Sql, me: number, roles: readonly string[]): Promise<string[]> {
  const [row] = await sql<{ areas: string[] }[]>`
    select served_areas(${me}::bigint, ${roles as string[]}::text[]) as areas`
  return row?.areas ?? []
}

export async function selectOptionalItemId(sql: Sql, code: string): Promise<number | undefined> {
  const [row] = await sql<{ id: number }[]>`select id from service_items where code = ${code}`
  return row?.id
}

/** Items whose name, alias or pinyin (whole or initials) has these letters. */
export async function selectItemsNamed(sql: Sql, words: string): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select id from service_items where position(${words} in search_text) > 0 order by applied desc, id limit 500`
  return rows.map((row) => row.id)
}

const due = verbatim("coalesce(a.deadline_at, 'infinity')")
const wide = (f: QueueFilter) => f.areas.some((code) => code.length === 6)
/** A character after every other: the end of all texts with a beginning. */
const last = '\u{10FFFF}'

const lightIs = (sql: Sql, f: QueueFilter, light: Light) => {
  if (light === 'late') return sql`${due} < ${f.now}::timestamptz`
  if (light === 'soon') return sql`(${due} >= ${f.now}::timestamptz and ${due} <= ${f.soonUntil}::timestamptz)`
  return light === 'go' ? sql`(${due} > ${f.soonUntil}::timestamptz and ${due} < 'infinity')` : sql`${due} = 'infinity'`
}

/** What a search may mean, each found by an index of its own; PostgreSQL unites them before it reads a case. */
const meant = (sql: Sql, { name, number, itemIds }: NonNullable<QueueFilter['search']>) => sql`
  ((a.applicant_name collate "C" >= ${name} and a.applicant_name collate "C" < ${name + last})
   or (substr(a.applicant_name, 2) collate "C" >= ${name} and substr(a.applicant_name, 2) collate "C" < ${name + last})
   or a.item_id = any (${itemIds as number[]}::bigint[])
   ${number === undefined ? sql`` : sql`or a.number like ${`%${number}%`}`})`

/** Everything but the area. */
function conditions(sql: Sql, f: QueueFilter, light: Light | undefined) {
  const rest: Statement<object[]>[] = [sql`${verbatim(f.stage === 'ended' ? hasEnded('a') : onDesk('a'))}`]
  if (f.stage && f.stage !== 'ended') rest.push(sql`${verbatim(statusesOf[f.stage])}`)
  if (f.whose === 'mine') rest.push(sql`a.owner_id = ${f.me}`)
  if (f.whose === 'unclaimed')
    rest.push(
      sql`a.claimed_at is null and a.owner_id <> ${f.me} and a.status not in ('approved', 'refused', 'underAppeal')`,
    )
  if (f.whose === 'opinions')
    rest.push(
      sql`a.id in (select r.application_id from application_reviews r where r.given_at is null) and a.status in ('inReview', 'suspended')`,
    )
  if (light) rest.push(lightIs(sql, f, light))
  if (f.itemId !== undefined) rest.push(sql`a.item_id = ${f.itemId}`)
  if (f.search) rest.push(meant(sql, f.search))
  return rest.reduce((all, one) => sql`${all} and ${one}`)
}

const inAreas = (sql: Sql, f: QueueFilter, code: 'a.area_code' | 's.code') =>
  sql`exists (select from unnest(${f.areas as string[]}::text[]) as p (code) where starts_with(${verbatim(code)}, p.code))`

/** Ids of a page, in the order of the queue. `after` is the sort value and the id of the last row before. */
export async function selectQueue(
  sql: Sql,
  f: QueueFilter,
  after: { value: string; id: number } | undefined,
  limit: number,
): Promise<number[]> {
  const over = f.stage === 'ended'
  const key = over ? verbatim('a.changed_at') : due
  const order = verbatim(over ? 'value desc, id desc' : 'value, id')
  const further = after
    ? over
      ? sql`and (a.changed_at, a.id) < (${after.value}::timestamptz, ${after.id}::bigint)`
      : sql`and (${due}, a.id) > (${after.value}::timestamptz, ${after.id}::bigint)`
    : sql``
  const where = conditions(sql, f, f.light)
  const narrow = !wide(f) && f.whose !== 'mine' && !f.search
  const rows = narrow
    ? // A few areas: the first of each, in the order of its index, then the first of all.
      await sql<{ id: number }[]>`
        select c.id from areas s cross join lateral (
          select a.id, ${key} as value from applications a where a.area_code = s.code and ${where} ${further} order by ${order} limit ${limit}) c
         where ${inAreas(sql, f, 's.code')} order by ${verbatim(over ? 'c.value desc, c.id desc' : 'c.value, c.id')} limit ${limit}`
    : await sql<{ id: number }[]>`
        select a.id, ${key} as value from applications a where ${inAreas(sql, f, 'a.area_code')} and ${where} ${further} order by ${order} limit ${limit}`
  return rows.map((row) => row.id)
}

export interface Counts {
  all: number
  go: number
  soon: number
  late: number
  idle: number
}

/** How many of each light there are with the other filters on. */
export async function countLights(sql: Sql, f: QueueFilter): Promise<Counts> {
  const area = wide(f) ? sql`true` : sql`a.area_code in (select s.code from areas s where ${inAreas(sql, f, 's.code')})`
  // A county counts tens of thousands in its index: four plain comparisons, the rest is subtraction.
  const [row] = await sql<{ all: number; dated: number; late: number; upToSoon: number }[]>`
    select count(*)::int as "all", count(a.deadline_at)::int as dated, (count(*) filter (where a.deadline_at < ${f.now}))::int as late,
           (count(*) filter (where a.deadline_at <= ${f.soonUntil}))::int as "upToSoon"
      from applications a where ${area} and ${conditions(sql, f, undefined)}`
  const { all, dated, late, upToSoon } = row ?? { all: 0, dated: 0, late: 0, upToSoon: 0 }
  return { all, go: dated - upToSoon, soon: upToSoon - late, late, idle: all - dated }
}
