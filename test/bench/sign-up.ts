import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import type { EventEmitter } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { hashToken } from '../../cloud/platform/crypto'
import { type Database, openDatabase } from '../../cloud/platform/database'
import { joinCluster } from '../../cloud/platform/embedded-postgres'
import { insertAreas, liuqiao } from '../factories/areas'
import type { Bench } from './main'
import { onceARequest } from './pgbench'

interface Result {
  latency: { p99: number }
  non2xx: number
}
interface Request {
  headers: Record<string, string>
  body: string
}
type Autocannon = (options: object, done: (error: unknown, result: Result) => void) => EventEmitter
// It ships no types.
const autocannon = require('autocannon') as Autocannon

const root = path.join(__dirname, '..', '..')
const connections = 64
const people = 20_000
const rounds = 3
const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/**
 * N clients race for one activity (5 % double taps), through signature, session, authorisation, validation, audit and stored answer; then
 * for a thousand activities. The reference is a bare Fastify route on the same machine, measured in the same run, interleaved.
 */
export const signUpBench: Bench = async (say) => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-bench-'))
  fs.chmodSync(dataDir, 0o755)
  const [ours, bare] = [await serve(dataDir), await bareRoute()]
  const cluster = await joinCluster({ dataDir })
  const sql = openDatabase(cluster.address('linlibang'), { max: 2 })
  await insertAreas(sql)
  const tokens = await insertPeople(sql)

  const hello: number[] = []
  const one: number[] = []
  const thousand: number[] = []
  const p99: number[] = []
  const pgbench: number[] = []
  for (let round = 0; round < rounds; round++) {
    hello.push(
      (
        await fire({
          url: bare.url,
          amount: people,
          method: 'POST',
          body: '{"a":1}',
          headers: { 'content-type': 'application/json' },
        })
      ).perSecond,
    )
    const [single] = await insertActivities(sql, 1, 50)
    const hot = await race(ours.url, tokens, () => single as number)
    one.push(hot.perSecond)
    p99.push(hot.p99)
    await assertSound(sql, [single as number], people, 50)
    const many = await insertActivities(sql, 1000, 10)
    thousand.push((await race(ours.url, tokens, (n) => many[n % many.length] as number)).perSecond)
    await assertSound(sql, many, people, 10)
    const alone = await onceARequest(
      sql,
      cluster.address('linlibang'),
      ...((await insertActivities(sql, 1, 50)) as [number]),
    )
    if (alone !== undefined) pgbench.push(alone)
  }
  for (const { child } of [ours, bare]) child.kill('SIGTERM')
  await sql.end()
  await sleep(1000)
  await cluster.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })

  const figures = {
    helloPerSecond: Math.round(median(hello)),
    onePerSecond: Math.round(median(one)),
    thousandPerSecond: Math.round(median(thousand)),
    ratioOne: Number((median(one) / median(hello)).toFixed(2)),
    ratioThousand: Number((median(thousand) / median(hello)).toFixed(2)),
    p99Milliseconds: median(p99),
    ...(pgbench.length > 0
      ? {
          pgbenchPerSecond: Math.round(median(pgbench)),
          timesPgbench: Number((median(one) / median(pgbench)).toFixed(1)),
        }
      : {}),
  }
  say(`bare Fastify route        ${figures.helloPerSecond} req/s`)
  say(
    `sign-up, one activity     ${figures.onePerSecond} req/s   ${figures.ratioOne} of bare   p99 ${figures.p99Milliseconds} ms`,
  )
  say(`sign-up, 1,000 activities ${figures.thousandPerSecond} req/s   ${figures.ratioThousand} of bare`)
  if (figures.pgbenchPerSecond === undefined) say('pgbench                   not installed, skipped')
  else say(`pgbench, once a request   ${figures.pgbenchPerSecond} req/s   ours is ${figures.timesPgbench} times that`)
  return figures
}

interface Fired {
  perSecond: number
  /** Milliseconds. */
  p99: number
}

/** Sends `amount` requests over all connections, each as soon as the one before it is answered. Throws when one is not answered well. */
function fire(options: { url: string; amount: number } & Record<string, unknown>): Promise<Fired> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    let answered = began
    const run = autocannon({ ...options, connections }, (error, result) => {
      if (error || result.non2xx > 0) reject(error ?? new Error(`${result.non2xx} answers were not 2xx`))
      // Its own duration is rounded up to its next tick of a second.
      else resolve({ perSecond: (options.amount / (answered - began)) * 1000, p99: result.latency.p99 })
    })
    run.on('response', () => {
      answered = performance.now()
    })
  })
}

function race(url: string, tokens: readonly string[], activityOf: (n: number) => number): Promise<Fired> {
  let n = 0
  let last: Request | undefined
  return fire({
    url: `${url}/1.1/functions/activity.signUp`,
    amount: Math.round(people * 1.05),
    requests: [
      {
        method: 'POST',
        setupRequest: (request: object) => {
          if (last && n % 20 === 0 && n < people) {
            const again = { ...request, ...last }
            last = undefined
            return again
          }
          const token = tokens[n % tokens.length] as string
          last = {
            headers: {
              'content-type': 'application/json',
              'x-lc-id': 'linlibang-sandbox',
              'x-lc-key': 'linlibang-sandbox-key',
              'x-lc-session': token,
            },
            body: JSON.stringify({ requestId: randomUUID(), activityId: activityOf(n), party: 1 }),
          }
          n += 1
          return { ...request, ...last }
        },
      },
    ],
  })
}

/** A benchmark that served wrong answers fails. */
async function assertSound(sql: Database, activityIds: readonly number[], most: number, seats: number): Promise<void> {
  const [row] = await sql<{ wrong: number; people: number }[]>`
    select (count(*) filter (where g.taken <> least(${seats}, s.n) or s.confirmed <> g.taken or s.waiting <> g.waiting or s.last <> s.n or s.persons <> s.n))::int as wrong,
           coalesce(sum(s.n), 0)::int as people
      from activity_groups g cross join lateral (
        select count(*)::int as n, count(distinct person_id)::int as persons, max(ticket) as last,
               (count(*) filter (where status = 'confirmed'))::int as confirmed, (count(*) filter (where status = 'waitlisted'))::int as waiting
          from sign_ups where group_id = g.id) s
     where g.activity_id = any (${activityIds as number[]}::bigint[]) and s.n > 0`
  if (!row || row.wrong > 0 || row.people < most * 0.9) throw new Error(`wrong answers: ${JSON.stringify(row)}`)
}

async function insertPeople(sql: Database): Promise<string[]> {
  const tokens = Array.from({ length: people }, () => randomUUID())
  await sql`
    with made as (insert into people (openid, nickname) select 'bench-' || n, '居民' || n from generate_series(1, ${people}) n returning id),
         numbered as (select id, row_number() over (order by id) as n from made),
         agreed as (insert into privacy_consents (person_id, version) select id, '2026-11-01' from made)
    insert into sessions (token_hash, person_id, client, expires_at)
    select decode(t.hash, 'hex'), numbered.id, 'bench', now() + interval '1 day'
      from numbered join unnest(${tokens.map((t) => hashToken(t).toString('hex'))}::text[]) with ordinality as t (hash, n) using (n)`
  return tokens
}

let day = 3
/** Activities of their own day each, so that nobody is refused for an overlap. */
async function insertActivities(sql: Database, count: number, seats: number): Promise<number[]> {
  day += 1
  const rows = await sql<{ id: number }[]>`
    with a as (
      insert into activities (area_code, kind, status, title, body, place_name, address, starts_at, ends_at, sign_up_opens_at, sign_up_closes_at,
                              cancel_until, waitlist, join_rule, max_party, needs_approval, show_up_first, promotion_answer_minutes, invite_code,
                              host, contact_name, created_by, approved_at)
      select ${liuqiao}, 'song', 'published', '云溪老歌会', '', '小广场', '柳桥路 1 号', now() + make_interval(days => ${day}), now() + make_interval(days => ${day}, hours => 2),
             now() - interval '1 day', now() + make_interval(days => ${day}), now() + interval '2 days', true, 'everyone', 1, false, false, 120, 'ABCDEF',
             '居委会', '刘敏', (select min(id) from people), now() from generate_series(1, ${count}) returning id)
    insert into activity_groups (activity_id, name, capacity) select id, '', ${seats} from a returning activity_id as id`
  return rows.map((row) => row.id)
}

interface Served {
  child: ChildProcess
  url: string
}

const serve = (dataDir: string) =>
  started(['--import', 'tsx', 'cloud/cli.ts', 'serve'], {
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    PORT: '0',
    NODE_ENV: 'development',
    RATE_LIMIT_SESSION: '1000000',
    RATE_LIMIT_ADDRESS: '10000000',
  })

const bareRoute = () =>
  started(
    [
      '-e',
      "const f=require('fastify')();f.post('/',async()=>({result:{ok:true}}));f.listen({port:0}).then(u=>console.log('Serving at',u.replace('[::1]','127.0.0.1')))",
    ],
    {},
  )

async function started(args: string[], env: Record<string, string>): Promise<Served> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  for (;;) {
    const url = /Serving at (\S+)/.exec(output)?.[1]
    if (url) return { child, url }
    if (child.exitCode !== null) throw new Error(output)
    await sleep(50)
  }
}
