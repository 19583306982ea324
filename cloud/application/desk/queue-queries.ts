import { servesCounty } from '../../people/scope'
import { type Sql, type Statement, verbatim } from '../../platform/database'
import { type Counts, type Light, mostCounted, type Stage } from './queue-rules'

/** The queue: which cases, in which order. Who may see them is in the statements: the areas a person serves, read anew each time. */

const open =
  "'submitted', 'correctionRequested', 'accepted', 'conditionallyAccepted', 'deemedAccepted', 'inReview', 'suspended', 'approved', 'refused', 'underAppeal'"
const ended = "'delivered', 'rated', 'closed', 'withdrawn', 'lapsed'"
/** As the indexes of the queue have it, letter by letter: PostgreSQL uses them only then. */
export const onDesk = (a: string) => `${a}.status in (${open})`
const hasEnded = (a: string) => `${a}.status in (${ended})`

/** Until it is decided any colleague may take it up. */
const claimable =
  "a.status in ('submitted', 'correctionRequested', 'accepted', 'conditionallyAccepted', 'deemedAccepted', 'inReview', 'suspended')"
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

/** The nearest deadline first, what waits for no date last: the order of the indexes, letter by letter. */
export const due = verbatim("coalesce(a.deadline_at, 'infinity')")
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
  if (f.whose === 'unclaimed') rest.push(sql`a.claimed_at is null and a.owner_id <> ${f.me} and ${verbatim(claimable)}`)
  if (f.whose === 'opinions')
    rest.push(
      sql`a.id in (select r.application_id from application_reviews r where r.given_at is null) and a.status in ('inReview', 'suspended')`,
    )
  if (light) rest.push(lightIs(sql, f, light))
  if (f.itemId !== undefined) rest.push(sql`a.item_id = ${f.itemId}`)
  if (f.search) rest.push(meant(sql, f.search))
  return rest.reduce((all, one) => sql`${all} and ${one}`)
}

const inAreas = (sql: Sql, f: QueueFilter) => sql`a.area_code ^@ any (${f.areas as string[]}::text[])`

/**
 * A search is planned for what was typed, not for what might be: a surname is found on one page of the whole queue, a rare name by its index. (A prepared
 * statement would get one plan for both.)
 */
const run = <Row extends object>(sql: Sql, f: QueueFilter, statement: Statement<Row[]>): PromiseLike<Row[]> =>
  f.search ? sql.unsafe<Row[]>(statement.text, statement.values) : statement

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
  const narrow = !servesCounty(f.areas) && f.whose !== 'mine'
  const rows = await run(
    sql,
    f,
    narrow
      ? // A few areas: the first of each, in the order of its index, then the first of all.
        sql<{ id: number }[]>`
          select c.id from areas_under(${f.areas as string[]}::text[]) s (code) cross join lateral (
            select a.id, ${key} as value from applications a where a.area_code = s.code and ${where} ${further} order by ${order} limit ${limit}) c
           order by ${verbatim(over ? 'c.value desc, c.id desc' : 'c.value, c.id')} limit ${limit}`
      : sql<{ id: number }[]>`
          select a.id, ${key} as value from applications a where ${inAreas(sql, f)} and ${where} ${further} order by ${order} limit ${limit}`,
  )
  return rows.map((row) => row.id)
}

/**
 * How many of each light there are with the other filters on, `mostCounted + 1` standing for more. One's own and the few areas of a township are counted
 * through. In a county no light is counted further than that: each is a range of the queue's order, so that counting costs the same in a county of any
 * size; a search, whose finds lie in no order, has no counts when it finds more (undefined).
 */
export async function countLights(sql: Sql, f: QueueFilter): Promise<Counts | undefined> {
  if (servesCounty(f.areas) && f.whose !== 'mine' && !f.search) return countRanges(sql, f)
  const found = (where: Statement<object[]>) =>
    sql`select a.deadline_at from applications a where ${where} and ${conditions(sql, f, undefined)}`
  const all =
    f.whose === 'mine'
      ? found(inAreas(sql, f))
      : servesCounty(f.areas)
        ? sql`${found(inAreas(sql, f))} limit ${mostCounted + 1}::int`
        : sql`select n.deadline_at from areas_under(${f.areas as string[]}::text[]) s (code)
               cross join lateral (${found(sql`a.area_code = s.code`)} order by ${due} limit 100000) n`
  const [row] = await run(
    sql,
    f,
    sql<{ late: number; upToSoon: number; dated: number; all: number }[]>`
      select count(*)::int as "all", count(deadline_at)::int as dated, (count(*) filter (where deadline_at < ${f.now}))::int as late,
             (count(*) filter (where deadline_at <= ${f.soonUntil}))::int as "upToSoon"
        from (${all}) found`,
  )
  const n = row ?? { all: 0, dated: 0, late: 0, upToSoon: 0 }
  if (servesCounty(f.areas) && f.search && n.all > mostCounted) return undefined
  return upToMost({ go: n.dated - n.upToSoon, soon: n.upToSoon - n.late, late: n.late, idle: n.all - n.dated })
}

async function countRanges(sql: Sql, f: QueueFilter): Promise<Counts> {
  const found = (light: Light) =>
    sql`select from applications a where ${inAreas(sql, f)} and ${conditions(sql, f, light)} limit ${mostCounted + 1}::int`
  const [row] = await sql<Omit<Counts, 'all'>[]>`
    select (select count(*)::int from (${found('late')}) l) as late, (select count(*)::int from (${found('soon')}) s) as soon,
           (select count(*)::int from (${found('go')}) g) as go, (select count(*)::int from (${found('idle')}) i) as idle`
  return upToMost(row ?? { late: 0, soon: 0, go: 0, idle: 0 })
}

function upToMost({ late, soon, go, idle }: Omit<Counts, 'all'>): Counts {
  const most = (n: number) => Math.min(n, mostCounted + 1)
  return { all: most(late + soon + go + idle), late: most(late), soon: most(soon), go: most(go), idle: most(idle) }
}
