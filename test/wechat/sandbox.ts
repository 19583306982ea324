import Fastify from 'fastify'
import { createWechat, type Wechat, type WechatOptions } from '../../cloud/platform/wechat'
import { type SandboxOptions, SandboxState, sandboxApp, wechatSandbox } from '../../cloud/sandbox/wechat'

export const startedAt = Date.UTC(2026, 10, 24, 3)

/** A clock that moves only when told to. */
export interface Clock {
  now: () => number
  pass: (ms: number) => void
}

export interface TestSandbox {
  baseUrl: string
  clock: Clock
  state: SandboxState
  /** A client of the sandbox with the test's clock, pauses that take no time, and its calls counted. */
  client(options?: Partial<WechatOptions>): TestClient
  /** One raw call as WeChat's server would get it. */
  get(path: string, query: Record<string, string>): Promise<RawAnswer>
  post(path: string, body: unknown, token?: string): Promise<RawAnswer>
  /** An access token, straight from the sandbox. */
  token(): Promise<string>
  control(path: string, body?: object): Promise<Response>
  stop(): Promise<void>
}

export interface TestClient extends Wechat {
  /** Paths asked, in order, the sandbox's prefix left out. */
  asked: string[]
  /** Pauses made, in milliseconds. */
  pauses: number[]
}

export interface RawAnswer {
  status: number
  contentType: string
  body: Record<string, unknown> & { errcode?: number; errmsg?: string }
}

const prefix = '/sandbox/wechat'

/** A sandbox of its own for one test, over real HTTP, mounted under a prefix. */
export async function startSandbox(options: Partial<SandboxOptions> = {}): Promise<TestSandbox> {
  let at = startedAt
  const clock: Clock = {
    now: () => at,
    pass: (ms) => {
      at += ms
    },
  }
  const state = new SandboxState(clock.now)
  const app = Fastify({ forceCloseConnections: true })
  await app.register(wechatSandbox, { prefix, state, sleep: async () => undefined, ...options })
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const baseUrl = `${origin}${prefix}`

  const sandbox: TestSandbox = {
    baseUrl,
    clock,
    state,
    client(given = {}) {
      const asked: string[] = []
      const pauses: number[] = []
      const wechat = createWechat({
        ...sandboxApp,
        baseUrl,
        now: clock.now,
        sleep: async (ms) => pauses.push(ms),
        fetch: (input, init) => {
          asked.push(new URL(String(input)).pathname.slice(prefix.length))
          return fetch(input, init)
        },
        ...given,
      })
      return { ...wechat, asked, pauses }
    },
    get: async (path, query) => readRaw(await fetch(`${baseUrl}${path}?${new URLSearchParams(query)}`)),
    async post(path, body, token) {
      const query = token === undefined ? '' : `?access_token=${token}`
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      return readRaw(await fetch(`${baseUrl}${path}${query}`, { method: 'POST', body: text }))
    },
    async token() {
      const { body } = await sandbox.post('/cgi-bin/stable_token', { ...sandboxApp, grant_type: 'client_credential' })
      return String(body.access_token)
    },
    control: (path, body) =>
      fetch(`${baseUrl}/sandbox-control/${path}`, body && { method: 'POST', body: JSON.stringify(body) }),
    stop: () => app.close(),
  }
  return sandbox
}

async function readRaw(response: Response): Promise<RawAnswer> {
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    body: (await response.json()) as RawAnswer['body'],
  }
}
