import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { queueOperations } from '../../cloud/application/desk/queue-operations'
import { sweepApplications } from '../../cloud/application/jobs'
import { recordAudit } from '../../cloud/audit/record'
import { migrate } from '../../cloud/database/migrate'
import { deriveKeys } from '../../cloud/platform/crypto'
import { type Database, inTransaction, openDatabase } from '../../cloud/platform/database'
import { startCluster } from '../../cloud/platform/embedded-postgres'
import { createLog } from '../../cloud/platform/log'
import type { Caller, Services } from '../../cloud/platform/operations'
import { serve } from '../../cloud/platform/serve'
import { mostCounted } from '../../types/application'
import { deskOperations } from '../../types/application/desk'
import { readDates } from '../cloud'
import { countyCode, insertCases, insertOffice, makeDue } from './application-data'
import type { Bench } from './main'

const open = 50_000
const due = 1_000
const rounds = 3
const calls = 400

/** A Wednesday morning: the next working days are not far. */
const now = new Date('2026-11-25T09:30:00+08:00')
const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
const at = (numbers: number[], share: number) =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0

/**
 * The desk of a county with 50,000 open applications: what a minute's sweep costs when nothing is due and when a thousand are, and how long a page of the
 * queue takes, for a clerk's few, a township's and the whole county's, with its counts. What is served and settled is compared with plain SQL.
 */
export const applicationBench: Bench = async (say) => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-bench-'))
  fs.chmodSync(dataDir, 0o755)
  const cluster = await startCluster({ dataDir })
  const admin = openDatabase(cluster.address('postgres'), { max: 1 })
  await admin.unsafe('create database bench')
  await admin.end()
  await migrate(cluster.address('bench'))
  const sql = openDatabase(cluster.address('bench'), { max: 4, sealing: deriveKeys(randomBytes(32)).sealing })
  const loader = openDatabase(cluster.address('bench'), { max: 1, patient: true })
  try {
    await insertOffice(loader)
    // In one transaction: a case without its history cannot be committed.
    await inTransaction(loader, (tx) => insertCases(tx, open, now))
    await loader.unsafe('vacuum analyze')
    say(`${open} open cases loaded`)
    const idle: number[] = []
    const busy: number[] = []
    for (let round = 0; round < rounds; round++) {
      idle.push(await sweep(sql, {}))
      busy.push(await sweep(sql, await makeDue(sql, due, now)))
      await loader.unsafe('vacuum analyze')
    }
    const pages = await readQueues(sql, say)
    const figures = {
      open,
      due,
      sweepIdleMilliseconds: Math.round(median(idle)),
      sweepMilliseconds: Math.round(median(busy)),
      ...pages,
    }
    say(`sweep of ${open} open cases, nothing due   ${figures.sweepIdleMilliseconds} ms`)
    say(`sweep of ${open} open cases, ${due} due      ${figures.sweepMilliseconds} ms`)
    return figures
  } finally {
    await Promise.all([sql.end(), loader.end()])
    await cluster.stop()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

/** One sweep, in milliseconds. Throws when it did not settle exactly what was due. */
async function sweep(sql: Database, expected: Record<string, number>): Promise<number> {
  const services = { log: createLog('silent'), keys: deriveKeys(randomBytes(32)) } as unknown as Services
  const before = await countSteps(sql)
  const began = performance.now()
  await sweepApplications({ sql, services, now: () => now })
  const took = performance.now() - began
  const after = await countSteps(sql)
  const { submitted = 0, correctionRequested = 0, accepted = 0, inReview = 0 } = expected
  const steps = {
    deemAccepted: submitted,
    lapse: correctionRequested,
    // Those that count as accepted only now were late already when they were: their limit had run since they were received.
    escalate: accepted + inReview,
  }
  for (const [kind, n] of Object.entries(steps)) {
    const made = (after[kind] ?? 0) - (before[kind] ?? 0)
    if (kind === 'escalate' ? made < n : made !== n) throw new Error(`${kind}: ${made} steps where ${n} were due`)
  }
  const [left] = await sql<{ n: number }[]>`
    select count(*)::int as n from applications
     where (status in ('submitted', 'correctionRequested') and deadline_at < ${now}) or (escalate_at < ${now} and escalation < 2)`
  if (left?.n !== 0) throw new Error(`${left?.n} cases are due after the sweep`)
  return took
}

async function countSteps(sql: Database): Promise<Record<string, number>> {
  const rows = await sql<{ kind: string; n: number }[]>`
    select kind, count(*)::int as n from application_events where actor = 'system' group by kind`
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]))
}

type Input = Record<string, unknown>
type Page = {
  rows: { applicationId: number; clock: { deadlineAt: Date | null; light: string } }[]
  nextCursor?: string
  counts?: { all: number; late: number; soon: number; go: number; idle: number }
}

async function readQueues(sql: Database, say: (line: string) => void): Promise<Record<string, number>> {
  const services = { log: createLog('silent'), countyCode } as unknown as Services
  const { queue } = deskOperations
  const ask = serve('application', { queue }, queueOperations, { sql, services, recordAudit, now: () => now }).get(
    'application.queue',
  )
  const page = async (who: Caller, input: object): Promise<Page> => {
    const answer = readDates(await ask?.(who, input)) as { ok: boolean; value: Page }
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    return answer.value
  }
  const people = {
    clerk: await callers(sql, 'clerk-9901010%'),
    town: await callers(sql, 'town-clerk'),
    county: await callers(sql, 'county-approver'),
  }
  const kinds: Record<string, { who: Caller[]; input: Input }> = {
    mine: { who: people.clerk, input: { whose: 'mine' } },
    unclaimed: { who: people.clerk, input: { whose: 'unclaimed' } },
    community: { who: people.clerk, input: { whose: 'all' } },
    township: { who: people.town, input: { whose: 'all' } },
    county: { who: people.county, input: { whose: 'all' } },
    countyStage: { who: people.county, input: { whose: 'all', stage: 'deciding' } },
    countyLight: { who: people.county, input: { whose: 'all', light: 'soon' } },
    searchName: { who: people.county, input: { whose: 'all', search: '王' } },
    searchNumber: { who: people.county, input: { whose: 'all', search: '004217' } },
    searchItem: { who: people.county, input: { whose: 'all', search: 'sxca' } },
  }
  const figures: Record<string, number> = {}
  for (const [name, { who, input }] of Object.entries(kinds)) {
    await check(sql, page, who[0] as Caller, input)
    const times: number[] = []
    for (let n = 0; n < calls; n++) {
      const caller = who[n % who.length] as Caller
      const began = performance.now()
      await page(caller, input)
      times.push(performance.now() - began)
    }
    const [p50, p99] = [at(times, 0.5), at(times, 0.99)].map((t) => Number(t.toFixed(1))) as [number, number]
    figures[`${name}P50`] = p50
    figures[`${name}P99`] = p99
    say(`queue, ${name.padEnd(14)} p50 ${String(p50).padStart(5)} ms   p99 ${String(p99).padStart(5)} ms`)
  }
  return figures
}

/** The first pages and the counts are what plain SQL says. */
async function check(
  sql: Database,
  page: (who: Caller, input: object) => Promise<Page>,
  who: Caller,
  input: Input,
): Promise<void> {
  const { whose, stage, light, search } = input as { whose: string; stage?: string; light?: string; search?: string }
  const rows = await sql<{ id: number; late: boolean; idle: boolean }[]>`
    select a.id, coalesce(a.deadline_at < ${now}, false) as late, a.deadline_at is null as idle
      from applications a join service_items i on i.id = a.item_id
     where a.status not in ('draft', 'delivered', 'rated', 'closed', 'withdrawn', 'lapsed')
       and has_role(${who.personId}::bigint, '{clerk,approver,communityAdmin,supervisor}', a.area_code)
       and (${whose} <> 'mine' or a.owner_id = ${who.personId})
       and (${whose} <> 'unclaimed' or (a.claimed_at is null and a.owner_id <> ${who.personId} and a.status not in ('approved', 'refused', 'underAppeal')))
       and (${stage ?? null}::text is null or a.status in ('accepted', 'conditionallyAccepted', 'deemedAccepted', 'inReview', 'suspended'))
       and (${light ?? null}::text is null or a.deadline_at between ${now} and '2026-11-26T17:00:00+08:00')
       and (${search ?? null}::text is null or a.applicant_name like ${`${search}%`} or substr(a.applicant_name, 2) like ${`${search}%`}
            or a.number like ${`%${search}%`} or i.search_text like ${`%${search}%`})
     order by coalesce(a.deadline_at, 'infinity'), a.id`
  if (rows.length === 0) throw new Error(`nothing to read for ${JSON.stringify(input)}`)
  const first = await page(who, input)
  const second = first.nextCursor ? await page(who, { ...input, cursor: first.nextCursor }) : { rows: [] }
  const served = [...first.rows, ...second.rows].map((row) => row.applicationId)
  const wanted = rows.slice(0, 40).map((row) => row.id)
  if (JSON.stringify(served) !== JSON.stringify(wanted)) throw new Error(`wrong rows for ${JSON.stringify(input)}`)
  const { counts } = first
  if (!counts) {
    if (search === undefined || rows.length <= mostCounted) throw new Error(`no counts for ${JSON.stringify(input)}`)
    return
  }
  const most = (n: number) => Math.min(n, mostCounted + 1)
  const { all, go, soon, late, idle } = counts
  const wrong =
    !light &&
    (all !== most(rows.length) ||
      late !== most(rows.filter((r) => r.late).length) ||
      idle !== most(rows.filter((r) => r.idle).length))
  if (wrong || most(go + soon + late + idle) !== all)
    throw new Error(`wrong counts for ${JSON.stringify(input)}: ${JSON.stringify(counts)} of ${rows.length}`)
}

async function callers(sql: Database, openid: string): Promise<Caller[]> {
  const rows = await sql<{ id: number; role: Caller['grants'][number]['role']; area: string }[]>`
    select p.id, g.role, g.area_code as area from people p join role_grants g on g.person_id = p.id where p.openid like ${openid} order by p.id limit 40`
  return rows.map(({ id, role, area }) => ({
    personId: id,
    sessionId: 0,
    openid: null,
    grants: [{ role, areaCode: area }],
  }))
}
