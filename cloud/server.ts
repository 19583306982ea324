import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import cors from '@fastify/cors'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance, LogController } from 'fastify'
import { serveActivity } from './activity'
import { activityJobs } from './activity/jobs'
import { photoSubject } from './activity/rate/photo-verdict'
import { serveApplication } from './application'
import { applicationJobs } from './application/jobs'
import { auditJobs } from './audit/jobs'
import { recordAudit } from './audit/record'
import { serveCatalogue } from './catalogue'
import { serveFeedback } from './feedback'
import { feedbackJobs } from './feedback/jobs'
import { createFileKeeper, serveFiles } from './files'
import { filesJobs } from './files/jobs'
import { serveHub } from './hub'
import { hubJobs } from './hub/jobs'
import { serveInbox } from './inbox'
import { inboxJobs } from './inbox/jobs'
import { mediaJobs } from './media/jobs'
import { mediaRoutes } from './media/routes'
import type { MediaSubjects } from './media/subject'
import { servePeople } from './people'
import { peopleJobs } from './people/jobs'
import { selectSessionsByToken, touchSessions } from './people/sessions/queries'
import { createAccounts } from './people/sessions/sign-in'
import { deriveKeys } from './platform/crypto'
import type { Database } from './platform/database'
import { PublicError } from './platform/fault'
import { createFileStore } from './platform/file-store'
import { fileBytes, fileCalls } from './platform/files'
import { createIdentity, type Identity } from './platform/identity'
import type { Job } from './platform/jobs'
import { type Accounts, leancloud } from './platform/leancloud'
import type { Log } from './platform/log'
import type { Services } from './platform/operations'
import { createRelay, createSandboxRelay } from './platform/relay'
import type { Endpoints, ServeDeps } from './platform/serve'
import type { Settings } from './platform/settings'
import { createWechat } from './platform/wechat'
import { serveVolunteer } from './volunteer'
import { volunteerJobs } from './volunteer/jobs'

/** Whose pictures WeChat looks at before others see them. */
export const mediaSubjects: MediaSubjects = { activityPhoto: photoSubject }

export const jobs: readonly Job[] = [
  ...peopleJobs,
  ...inboxJobs,
  ...auditJobs,
  ...activityJobs,
  ...feedbackJobs,
  ...applicationJobs,
  ...volunteerJobs,
  ...hubJobs,
  ...filesJobs,
  ...mediaJobs(mediaSubjects),
]

export interface ServerDeps {
  settings: Settings
  sql: Database
  log: Log
  /** WeChat's server or the sandbox in its place. */
  wechat: { appid: string; secret: string; baseUrl: string; pushToken?: string | undefined }
  /** Folder of the built H5 app, served at `/` when it exists. */
  h5Dir?: string
  /** More routes on the same port (the sandbox). */
  mount?: (app: FastifyInstance, inside: { identity: Identity; services: Services }) => Promise<void>
  now?: () => Date
}

export interface Server {
  app: FastifyInstance
  services: Services
  endpoints: Endpoints
  accounts: Accounts
  sql: Database
}

/** Everything a capability may use, from the settings. */
export function createServices(
  deps: Pick<ServerDeps, 'settings' | 'log' | 'wechat'>,
  ownAddress: () => string | undefined,
): Services {
  const { settings, log } = deps
  return {
    wechat: createWechat(deps.wechat),
    keys: deriveKeys(settings.secretKey, settings.formerSecretKeys),
    store: createFileStore(settings),
    log,
    relay: settings.relay ? createRelay(settings.relay) : settings.wechat ? undefined : createSandboxRelay(log),
    templates: settings.templates,
    countyCode: settings.countyCode,
    // The sandbox is on this machine and finds us as we are; WeChat needs to be told where we are.
    publicUrl: () => settings.publicUrl ?? (settings.wechat ? undefined : ownAddress()),
  }
}

/** All operations of the contract, ready to be called. */
export function createEndpoints(deps: ServeDeps): Endpoints {
  return new Map([
    ...servePeople(deps),
    ...serveInbox(deps),
    ...serveActivity(deps),
    ...serveCatalogue(deps),
    ...serveFeedback(deps),
    ...serveApplication(deps),
    ...serveFiles(deps),
    ...serveVolunteer(deps),
    ...serveHub(deps),
  ])
}

const bodyLimit = 700 * 1024

/** The HTTP server: the API under `/1.1`, health, and the H5 app. Not yet listening. */
export async function buildServer(deps: ServerDeps): Promise<Server> {
  const { settings, sql, log, now = () => new Date() } = deps
  const services = createServices(deps, () => addressOf(app))
  const serveDeps = { sql, services, recordAudit, now }
  const endpoints = createEndpoints(serveDeps)
  const files = { files: createFileKeeper(serveDeps), publicUrl: settings.publicUrl?.replace(/\/$/, '') }
  const accounts = createAccounts(sql, services.wechat)
  const identity = await createIdentity({ sql, findSessions: selectSessionsByToken, touchSessions, now })

  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    // Our own line per request below: without address, header or body.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: settings.trustProxy,
    bodyLimit,
    genReqId: () => randomUUID(),
    // 10 MB over a weak mobile network.
    requestTimeout: 180_000,
    routerOptions: { maxParamLength: 160 },
    forceCloseConnections: 'idle',
  })
  app.addHook('onClose', () => identity.stop())
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    reply.header('x-content-type-options', 'nosniff')
  })
  app.addHook('onResponse', async (request, reply) => {
    const { url } = request.routeOptions
    const name = (request.params as { name?: string } | undefined)?.name
    request.log.info(
      { route: name ?? url ?? 'none', status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    )
  })

  app.setErrorHandler((error: FastifyError | PublicError, request, reply) => {
    const { status, code, message, fields } = toWire(error, request.id)
    if (status >= 500) request.log.error({ err: error, id: request.id }, 'fault')
    return reply.code(status).send({ code, error: message, ...(fields ? { fields } : {}) })
  })
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ code: 101, error: '没有找到' }))

  app.get('/healthz', async () => ({ ok: true }))
  app.get('/readyz', async (_request, reply) => {
    try {
      await sql`select 1`
      return { ok: true }
    } catch {
      return reply.code(503).send({ code: 1, error: '数据库还没有准备好' })
    }
  })

  await app.register(
    async (api) => {
      await api.register(cors, {
        origin: true,
        methods: ['GET', 'POST', 'PUT'],
        allowedHeaders: ['content-type', 'x-lc-id', 'x-lc-key', 'x-lc-sign', 'x-lc-session', 'x-lc-prod', 'x-lc-ua'],
        exposedHeaders: ['x-request-id', 'retry-after'],
        maxAge: 86_400,
      })
      await api.register(rateLimit, { global: false })
      limitCalls(api, settings.rateLimit)
      await api.register(async (known) => {
        leancloud(known, { ...settings.leancloud, endpoints, identity, accounts, now })
        fileCalls(known, files)
      })
      // A form of wx.uploadFile and a picture on a page bring a token instead of the app's key.
      await api.register((open) => fileBytes(open, files))
    },
    { prefix: '/1.1' },
  )

  await app.register(mediaRoutes, { sql, services, subjects: mediaSubjects })
  if (deps.mount) await deps.mount(app, { identity, services })
  if (deps.h5Dir && fs.existsSync(deps.h5Dir))
    await app.register(fastifyStatic, { root: deps.h5Dir, preCompressed: false, cacheControl: true, maxAge: 0 })
  return { app, services, endpoints, accounts, sql }
}

/** Where a listening server is reached on this machine. */
export function addressOf(app: FastifyInstance): string | undefined {
  const address = app.server.address()
  if (address === null || typeof address === 'string') return undefined
  const host = ['0.0.0.0', '::'].includes(address.address) ? '127.0.0.1' : address.address
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`
}

/** So many calls a minute for one session and for one address; beyond that 429 with when to try again. */
function limitCalls(api: FastifyInstance, limits: Settings['rateLimit']): void {
  const timeWindow = 60_000
  const bySession = api.createRateLimit({
    max: limits.session,
    timeWindow,
    keyGenerator: (request) => `session:${String(request.headers['x-lc-session']).slice(0, 100)}`,
  })
  const byAddress = api.createRateLimit({
    max: limits.address,
    timeWindow,
    keyGenerator: (request) => `address:${request.ip}`,
  })
  api.addHook('onRequest', async (request, reply) => {
    const checks = request.headers['x-lc-session'] ? [byAddress, bySession] : [byAddress]
    for (const check of checks) {
      const limit = await check(request)
      if (limit.isAllowed || !limit.isExceeded) continue
      reply.header('retry-after', limit.ttlInSeconds)
      throw new PublicError(429, 429, '操作太频繁，请稍等一会儿再试')
    }
  })
}

type WireError = Pick<PublicError, 'status' | 'code' | 'message' | 'fields'>

/** What leaves the cloud for an error: PublicErrors as they are, Fastify's own by their status, anything else as a fault with its id. */
function toWire(error: FastifyError | PublicError, id: string): WireError {
  if (error instanceof PublicError) return error
  const status = error.statusCode ?? 500
  if (status === 413) return { status, code: 413, message: '内容太大' }
  if (status === 415) return { status, code: 107, message: '请求格式不对' }
  if (status >= 400 && status < 500) return { status, code: 142, message: '请求不对' }
  return { status: 500, code: 1, message: `系统繁忙，请稍后再试（${id}）` }
}
