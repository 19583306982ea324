import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { hashToken } from '../../cloud/platform/crypto'
import { type Database, openDatabase } from '../../cloud/platform/database'
import { type Cluster, joinCluster } from '../../cloud/platform/embedded-postgres'
import { post } from '../cloud'
import { insertAreas, liuqiao } from '../factories/areas'
import { expectSoundSeats } from './invariants'

/**
 * The last seats of a popular evening, with everything going wrong: 2,000 people, 50 seats, double taps, people leaving meanwhile, the
 * server killed with -9, then PostgreSQL killed with -9, everybody trying again. fsync and synchronous_commit are on here.
 */
const people = 2000
const seats = 50
const root = path.join(__dirname, '..', '..')
const headers = { 'x-lc-id': 'linlibang-sandbox', 'x-lc-key': 'linlibang-sandbox-key' }

let dataDir: string
let port: number
let server: ChildProcess
let cluster: Cluster
let sql: Database

beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-storm-'))
  fs.chmodSync(dataDir, 0o755)
  port = await freePort()
  server = await serve()
  cluster = await joinCluster({ dataDir })
  sql = openDatabase(cluster.address('linlibang'), { max: 2 })
  await insertAreas(sql)
}, 120_000)

afterAll(async () => {
  await sql?.end({ timeout: 5 })
  server?.kill('SIGTERM')
  await new Promise((resolve) => (server?.exitCode === null ? server.once('exit', resolve) : resolve(undefined)))
  await cluster?.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
}, 60_000)

it('sells no seat twice, leaves none empty while people wait, and keeps every promise it made, through kill -9 of the server and of PostgreSQL', async () => {
  const tokens = await insertPeople()
  const activityId = await insertActivity()
  const told = new Map<number, { status: string; signUpId: number }>()
  const requestIds = tokens.map(() => randomUUID())
  const left: number[] = []

  const call = async (token: string, name: string, input: object): Promise<Answer> => {
    // Like the outbox: tried again, with the same request id, until there is an answer.
    for (let attempt = 0; attempt < 200; attempt++) {
      const reply = await post(`http://127.0.0.1:${port}/1.1/functions/${name}`, input, {
        ...headers,
        'x-lc-session': token,
      }).catch(() => undefined)
      if (reply?.body.result) return reply.body.result as Answer
      if (reply && reply.status < 500) throw new Error(JSON.stringify(reply.body))
      await sleep(100 + 20 * attempt)
    }
    throw new Error('nobody answered')
  }
  const signUp = async (n: number) => {
    const input = { requestId: requestIds[n], activityId, party: 1 }
    // Every twentieth thumb taps twice.
    const answers = await Promise.all(
      Array.from({ length: n % 20 === 0 ? 2 : 1 }, () => call(tokens[n] as string, 'activity.signUp', input)),
    )
    for (const answer of answers) {
      expect(answer.ok).toBe(true)
      const before = told.get(n)
      const value = answer.value as { status: string; signUpId: number }
      if (before) expect(value).toMatchObject(before)
      told.set(n, { status: value.status, signUpId: value.signUpId })
    }
    if (n % 10 === 3) {
      const gone = await call(tokens[n] as string, 'activity.cancelSignUp', {
        requestId: randomUUID(),
        signUpId: told.get(n)?.signUpId,
      })
      expect(gone.ok || gone.refusal?.reason === 'alreadyOver').toBe(true)
      left.push(n)
    }
  }

  const order = Array.from({ length: people }, (_, n) => n)
  const crowd = Promise.all(
    Array.from({ length: 64 }, async () => {
      for (let n = order.shift(); n !== undefined; n = order.shift()) await signUp(n)
    }),
  )

  await until(() => told.size > people / 4)
  server.kill('SIGKILL')
  await sleep(300)
  server = await serve()
  await until(() => told.size > people / 2)
  await killPostgres()
  await until(() => told.size > (people * 3) / 4)
  await killPostgres()
  await crowd
  // The server outlived both: it is the process that was started last.
  expect(server.exitCode).toBeNull()

  await expectSoundSeats(sql)
  const rows = await sql<{ id: number; status: string; person: number; answerBy: Date | null; ticket: number }[]>`
    select id, status, person_id as person, answer_by as "answerBy", ticket from sign_ups where activity_id = ${activityId} order by ticket`
  expect(rows).toHaveLength(people)
  expect(rows.filter((r) => r.status === 'confirmed')).toHaveLength(seats)
  // No gap in the order of arrival, and everybody ahead of a waiting person was served or left.
  expect(rows.map((r) => r.ticket)).toEqual(Array.from({ length: people }, (_, n) => n + 1))
  const firstWaiting = rows.find((r) => r.status === 'waitlisted')?.ticket ?? 0
  expect(rows.filter((r) => r.status === 'confirmed' && r.ticket > firstWaiting)).toEqual([])
  // What was said is so: the seat is theirs, or they gave it back themselves.
  const byId = new Map(rows.map((r) => [r.id, r]))
  for (const [n, { status, signUpId }] of told) {
    const row = byId.get(signUpId)
    expect(row).toBeDefined()
    if (left.includes(n)) expect(row?.status).toBe('cancelled')
    else if (status === 'confirmed') expect(row?.status).toBe('confirmed')
  }
  const [audited] = await sql`select count(*)::int as n from audit_log where operation = 'activity.signUp'`
  expect(audited?.n).toBe(people)
}, 240_000)

interface Answer {
  ok: boolean
  value?: unknown
  refusal?: { reason: string }
}

async function insertPeople(): Promise<string[]> {
  const tokens = Array.from({ length: people }, (_, n) => `storm-token-${n}-${randomUUID()}`)
  await sql`
    with made as (insert into people (openid, nickname) select 'storm-' || n, '居民' || n from generate_series(1, ${people}) n returning id),
         numbered as (select id, row_number() over (order by id) as n from made),
         agreed as (insert into privacy_consents (person_id, version) select id, '2026-11-01' from made)
    insert into sessions (token_hash, person_id, client, expires_at)
    select decode(t.hash, 'hex'), numbered.id, 'storm', now() + interval '1 day'
      from numbered join unnest(${tokens.map((t) => hashToken(t).toString('hex'))}::text[]) with ordinality as t (hash, n) using (n)`
  return tokens
}

async function insertActivity(): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    with a as (
      insert into activities (area_code, kind, status, title, body, place_name, address, starts_at, ends_at, sign_up_opens_at, sign_up_closes_at,
                              cancel_until, waitlist, join_rule, max_party, needs_approval, show_up_first, promotion_answer_minutes, invite_code,
                              host, contact_name, created_by, approved_at)
      select ${liuqiao}, 'song', 'published', '云溪老歌会', '', '小广场', '柳桥路 1 号', now() + interval '3 days', now() + interval '3 days 2 hours',
             now() - interval '1 day', now() + interval '3 days', now() + interval '2 days', true, 'everyone', 1, false, false, 120, 'ABCDEF',
             '居委会', '刘敏', min(id), now() from people returning id)
    insert into activity_groups (activity_id, name, capacity) select id, '', ${seats} from a returning activity_id as id`
  return row?.id ?? 0
}

async function killPostgres(): Promise<void> {
  const [postmaster] = fs.readFileSync(path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(postmaster), 'SIGKILL')
}

async function serve(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'cloud/cli.ts', 'serve'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'development',
      DATA_DIR: dataDir,
      PORT: String(port),
      LOG_LEVEL: 'error',
      RATE_LIMIT_SESSION: '100000',
      RATE_LIMIT_ADDRESS: '10000000',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  await until(() => output.includes('Serving at') || child.exitCode !== null)
  if (child.exitCode !== null) throw new Error(output)
  return child
}

async function until(test: () => boolean): Promise<void> {
  for (let waited = 0; !test(); waited += 50) {
    if (waited > 60_000) throw new Error('it took longer than a minute')
    await sleep(50)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
