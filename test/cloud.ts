import { randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { deriveKeys } from '../cloud/platform/crypto'
import { createLog } from '../cloud/platform/log'
import { readSettings, type Settings } from '../cloud/platform/settings'
import { demoOf } from '../cloud/sandbox/demo/mount'
import type { RunningSandbox } from '../cloud/sandbox/wechat/start'
import { startWechatSandbox } from '../cloud/sandbox/wechat/start'
import { buildServer, type Server, type ServerDeps } from '../cloud/server'
import type { Contract } from '../types'
import type { AnswerOf, AnyOperation, RequestOf } from '../types/operation'
import { createTestDatabase, type TestDatabase } from './database'
import { insertAreas } from './factories/areas'

/** A real cloud for a test file: its own database, real HTTP, the WeChat sandbox. */
export interface TestCloud extends TestDatabase {
  url: string
  server: Server
  sandbox: RunningSandbox
  settings: Settings
  /** Signs a person in (made on first sight), by default with privacy consent. */
  signIn(openid: string, options?: { consent?: boolean; community?: string }): Promise<TestPerson>
  /** Calls an operation over HTTP and expects its output; a refusal or an error fails the test. */
  ask<C extends keyof Contract, V extends keyof Contract[C] & string>(
    as: TestPerson | null,
    name: `${C & string}.${V}`,
    input: Loose<RequestOf<Op<C, V>>>,
  ): Promise<Extract<AnswerOf<Op<C, V>>, { ok: true }>['value']>
  /** Calls an operation over HTTP and gives whatever came back. */
  send(as: { token: string } | null, name: string, input: unknown, headers?: Record<string, string>): Promise<Reply>
  /** Ends the server and its connections; what it holds stays, and can be copied as often as a test likes: each copy is a cloud of its own. */
  rest(): Promise<Copied>
  stop(): Promise<void>
}

/** A cloud at rest: its database, its keys and where its files lie. */
export type Copied = Record<'database' | 'SECRET_KEY' | 'DATA_DIR', string>

type Op<C extends keyof Contract, V extends keyof Contract[C]> = Contract[C][V] extends AnyOperation
  ? Contract[C][V]
  : never
// Tests leave the request id out where it does not matter.
type Loose<T> = T extends { requestId: string } ? Omit<T, 'requestId'> & { requestId?: string } : T

export interface TestPerson {
  token: string
  personId: number
  openid: string
}

export interface Reply {
  status: number
  body: {
    result?: { ok: boolean; value?: Record<string, unknown>; refusal?: Record<string, unknown> }
    code?: number
    error?: string
    fields?: unknown
  }
  headers: Headers
}

/** `more` goes to the server: the built app, further routes, or what a server of the demo has more (`demo`). `of`: a copy of a cloud at rest. */
export async function startTestCloud(
  overrides: NodeJS.ProcessEnv = {},
  {
    demo = false,
    of,
    ...more
  }: Pick<ServerDeps, 'h5Dir' | 'mount' | 'now'> &
    Partial<Pick<ServerDeps, 'log'>> & { demo?: boolean; of?: Copied } = {},
): Promise<TestCloud> {
  const { database: copied, ...kept } = of ?? {}
  const sandbox = await startWechatSandbox(Date.now, { verdictAfterMs: 10 })
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-files-'))
  const settings = readSettings({
    SECRET_KEY: randomBytes(32).toString('base64'),
    DATA_DIR: dataDir,
    LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
    RATE_LIMIT_SESSION: '1000000',
    RATE_LIMIT_ADDRESS: '1000000',
    ...kept,
    ...overrides,
  })
  const { sealing } = deriveKeys(settings.secretKey, settings.formerSecretKeys)
  const database = await createTestDatabase(copied, sealing)
  if (!of) await insertAreas(database.sql)
  const server = await buildServer({
    settings,
    sql: database.sql,
    log: createLog(settings.logLevel),
    wechat: sandbox.wechat,
    ...more,
    ...(demo ? demoOf(sandbox.state, settings) : {}),
  })
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' })
  if (!(await sandbox.pushTo(`${url}/wechat/push`))) throw new Error('the sandbox cannot push to the cloud')
  let codes = 0
  let resting: Promise<void> | undefined

  const cloud: TestCloud = {
    ...database,
    url,
    server,
    sandbox,
    settings,
    async signIn(openid, { consent = true, community } = {}) {
      const reply = await post(
        `${url}/1.1/users`,
        { authData: { lc_weapp: { code: `${openid}:${codes++}` } } },
        appHeaders(settings),
      )
      const user = reply.body as unknown as { objectId: string; sessionToken: string }
      const person = { token: user.sessionToken, personId: Number(user.objectId), openid }
      if (consent) await cloud.ask(person, 'people.givePrivacyConsent', { version: '2026-11-01' })
      if (community) await cloud.ask(person, 'people.updateMe', { communityCode: community })
      return person
    },
    async ask(as, name, input) {
      const reply = await cloud.send(as, name, input)
      if (!reply.body.result?.ok) throw new Error(`${name} answered ${reply.status} ${JSON.stringify(reply.body)}`)
      return reply.body.result.value as never
    },
    async send(as, name, input, headers = {}) {
      const session: Record<string, string> = as ? { 'x-lc-session': as.token } : {}
      const [capability, verb] = name.split('.') as [keyof Contract, string]
      const op = (server.endpoints.has(name) ? (await contract())[capability][verb as never] : undefined) as
        | AnyOperation
        | undefined
      const body =
        op?.writes && isObject(input) && !('requestId' in input) ? { requestId: randomUUID(), ...input } : input
      const reply = await post(`${url}/1.1/functions/${name}`, wireDates(body), {
        ...appHeaders(settings),
        ...session,
        ...headers,
      })
      return { ...reply, body: readDates(reply.body) as Reply['body'] }
    },
    async rest() {
      resting ??= (async () => {
        await server.app.close()
        await sandbox.stop()
        await database.sql.end({ timeout: 5 })
      })()
      await resting
      const SECRET_KEY = settings.secretKey.toString('base64')
      return { database: (database.address as { database: string }).database, SECRET_KEY, DATA_DIR: settings.dataDir }
    },
    async stop() {
      await cloud.rest()
      await database.drop()
      fs.rmSync(dataDir, { recursive: true, force: true })
    },
  }
  return cloud
}

const contract = async () => (await import('../types')).contract
const isObject = (value: unknown): value is object =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** How the SDK writes and reads moments. */
export function wireDates(value: unknown): unknown {
  if (value instanceof Date) return { __type: 'Date', iso: value.toISOString() }
  if (Array.isArray(value)) return value.map(wireDates)
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, wireDates(v)])) : value
}
export function readDates(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readDates)
  if (!isObject(value)) return value
  if ('__type' in value && 'iso' in value) return new Date(String(value.iso))
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, readDates(v)]))
}

export const appHeaders = (settings: Settings) => ({
  'x-lc-id': settings.leancloud.appId,
  'x-lc-key': settings.leancloud.appKey,
})

export async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  })
  return {
    status: response.status,
    body: JSON.parse(await response.text()) as Reply['body'],
    headers: response.headers,
  }
}

/** Grants a role directly in the database, where how it came about does not matter. */
export async function grantRole(cloud: TestDatabase, personId: number, role: string, areaCode: string): Promise<void> {
  await cloud.sql`insert into role_grants (person_id, role, area_code, valid_from) values (${personId}, ${role}, ${areaCode}, now() - interval '1 hour')`
}

/** What servers hear of through the database (an ended session, a changed role) holds a moment later: tried for two seconds. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  for (let waited = 0; ; waited += 20) {
    try {
      return await check()
    } catch (error) {
      if (waited >= 2000) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
