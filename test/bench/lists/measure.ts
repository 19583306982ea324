import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import http from 'node:http'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { deriveKeys } from '../../../cloud/platform/crypto'
import { type Address, type Database, openDatabase } from '../../../cloud/platform/database'
import type { Asker, ListCall } from './list-call'
import { tokenOf } from './load'

const samples = 200
const warmUp = 40
/** Pages read one after another by whoever has a long list, and by the others. */
const deep = 40
const near = 3
const checkedAskers = 5

/** A county that is served. */
export interface Served {
  sql: Database
  ask(operation: string, me: number, input: object): Promise<{ page: Page; milliseconds: number }>
  stop(): Promise<void>
}

interface Page {
  rows: never[]
  nextCursor?: string
}

interface Request {
  asker: Asker
  input: object
  /** What was found to be right; absent: only its size and that nothing repeats is looked at. */
  ids?: number[]
}

export interface Timing {
  /** Milliseconds. */
  p50: number
  p99: number
}

/** Starts a server for a database, in a process of its own. */
export async function serveCounty(address: Address, dataDir: string): Promise<Served> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(__dirname, 'serve.ts')], {
    env: {
      ...process.env,
      BENCH_DATABASE: JSON.stringify(address),
      DATA_DIR: dataDir,
      SECRET_KEY: randomBytes(32).toString('base64'),
      LOG_LEVEL: 'error',
      RATE_LIMIT_SESSION: '1000000',
      RATE_LIMIT_ADDRESS: '10000000',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await addressIn(child)
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  const sql = openDatabase(address, { max: 2, patient: true, sealing: deriveKeys(randomBytes(32)).sealing })
  return {
    sql,
    ask: (operation, me, input) => post(agent, `${url}/1.1/functions/${operation}`, me, input),
    async stop() {
      agent.destroy()
      child.kill('SIGTERM')
      await sql.end()
    },
  }
}

async function addressIn(child: ChildProcess): Promise<string> {
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  for (;;) {
    const url = /Serving at (\S+)/.exec(output)?.[1]
    if (url) return url
    if (child.exitCode !== null) throw new Error(output)
    await sleep(50)
  }
}

function post(
  agent: http.Agent,
  url: string,
  me: number,
  input: object,
): Promise<{ page: Page; milliseconds: number }> {
  const body = JSON.stringify(input)
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-lc-id': 'linlibang-sandbox',
    'x-lc-key': 'linlibang-sandbox-key',
    ...(me > 0 ? { 'x-lc-session': tokenOf(me) } : {}),
  }
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('error', reject)
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const milliseconds = performance.now() - began
        const text = Buffer.concat(chunks).toString('utf8')
        const answer = JSON.parse(text) as { result?: { ok: boolean; value: Page } }
        if (answer.result?.ok) resolve({ page: answer.result.value, milliseconds })
        else reject(new Error(`${url} answered ${response.statusCode} ${text}`))
      })
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** Measures one call in several counties, one request at a time, taking turns. Throws for a wrong answer. */
export async function measure(call: ListCall, counties: readonly Served[]): Promise<Timing[]> {
  const requests: Request[][] = []
  for (const county of counties) requests.push(await prepare(call, county))
  const times = counties.map((): number[] => [])
  for (let n = -warmUp; n < samples; n++)
    for (const [at, county] of counties.entries()) {
      const asked = requests[at] as Request[]
      // First pages of many people and deep pages of a few by turns: `prepare` mixed them.
      const request = asked[(n + warmUp) % asked.length] as Request
      const { page, milliseconds } = await county.ask(call.operation, request.asker.me, request.input)
      judge(call, request, page)
      if (n >= 0) (times[at] as number[]).push(milliseconds)
    }
  return times.map((list) => ({ p50: at(list, 0.5), p99: at(list, 0.99) }))
}

/** Reads lists page by page and compares them with plain SQL; gives the requests to measure. */
async function prepare(call: ListCall, county: Served): Promise<Request[]> {
  const askers = await county.sql.unsafe<Asker[]>(call.askers)
  if (askers.length === 0) throw new Error(`${call.name}: nobody to ask`)
  // From both ends: those with the long lists stand last.
  const checked = [...new Set([...askers.slice(0, checkedAskers), ...askers.slice(-1)])]
  const walked: Request[] = []
  let longest = 0
  for (const asker of [...checked].reverse()) {
    const pages = await walk(call, county, asker, longest > near ? near : deep)
    longest = Math.max(longest, pages.length)
    walked.push(...pages)
  }
  if (longest === 1 && call.long) throw new Error(`${call.name}: no list is longer than a page`)
  if (walked.every(({ ids }) => ids?.length === 0)) throw new Error(`${call.name}: nothing to read`)
  const first = askers.map((asker): Request => ({ asker, input: call.input(asker) }))
  const length = Math.max(walked.length, first.length)
  return Array.from({ length: length * 2 }, (_, n) => {
    const from = n % 2 === 0 ? first : walked
    return from[(n >> 1) % from.length] as Request
  })
}

async function walk(call: ListCall, county: Served, asker: Asker, most: number): Promise<Request[]> {
  const size = call.most ?? 20
  const { me, about = '' } = asker
  const plain = call.holds.replaceAll('$1', String(me)).replaceAll('$2', `'${about}'`)
  const held = await county.sql.unsafe<{ id: number }[]>(`select id from (${plain}) held limit ${size * most + 1}`)
  const pages: Request[] = []
  let input = call.input(asker)
  for (let read = 0; pages.length < most; ) {
    const { page } = await county.ask(call.operation, asker.me, input)
    const wanted = held.slice(read, read + size).map((row) => row.id)
    const request = { asker, input, ids: wanted }
    judge(call, request, page)
    pages.push(request)
    read += wanted.length
    if ((page.nextCursor !== undefined) !== read < held.length)
      throw new Error(`${call.name}: ends at ${read} of ${held.length}`)
    if (page.nextCursor === undefined) break
    input = { ...call.input(asker), cursor: page.nextCursor }
  }
  return pages
}

function judge(call: ListCall, { asker, input, ids }: Request, page: Page): void {
  const served = page.rows.map(call.id)
  const right = ids
    ? JSON.stringify(served) === JSON.stringify(ids)
    : served.length <= (call.most ?? 20) && new Set(served).size === served.length
  if (!right)
    throw new Error(
      `${call.name} for ${asker.me} with ${JSON.stringify(input)} served ${served} where ${ids ?? 'a page'} was right`,
    )
}

const at = (numbers: number[], share: number) =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0
