import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { InvalidInput, NotFound, NotSignedIn, PublicError, SessionInvalid } from './fault'
import type { Identity } from './identity'
import type { Caller } from './operations'
import type { Endpoints } from './serve'

/**
 * The part of LeanCloud's REST 1.1 protocol that `leancloud-storage` 4.15.2 needs of us: date, cloud functions, sign-in, sessions.
 * Tables are out of reach: `/1.1/classes/*` is refused, every rule lives in a cloud function.
 */

/** A person as the SDK's `AV.User` understands it. */
export interface SignedIn {
  person: { id: number; nickname: string; createdAt: Date }
  created: boolean
  token: string
}

/** Signing in and out, as the people capability does it. */
export interface Accounts {
  /** Exchanges a wx.login code at WeChat. `failOnNotExist`: do not make an account. Undefined when there is none. */
  signInWithCode(code: string, client: string, failOnNotExist: boolean): Promise<SignedIn | undefined>
  /** Staff desk on a computer: user name and password. Throws PublicError 210, 211 or 219. */
  signInWithPassword(username: string, password: string, client: string): Promise<SignedIn>
  /** The same session under a new token. */
  refreshToken(caller: Caller): Promise<SignedIn>
  /** Changes the desk password, ends all other sessions, and gives this one a new token. */
  changePassword(caller: Caller, oldPassword: string, newPassword: string): Promise<SignedIn>
  whoIs(caller: Caller): Promise<SignedIn['person']>
}

export interface LeancloudDeps {
  appId: string
  appKey: string
  endpoints: Endpoints
  identity: Identity
  accounts: Accounts
  now: () => Date
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null
    sessionToken: string
  }
}

/** Registers the calls under the instance's prefix (`/1.1`). */
export function leancloud(app: FastifyInstance, deps: LeancloudDeps): void {
  const { endpoints, accounts, identity } = deps

  // The SDK announces JSON and then sends nothing, or a literal `null`.
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? {} : (JSON.parse(body as string) ?? {}))
    } catch {
      done(new PublicError(400, 107, '请求不是有效的 JSON'))
    }
  })
  app.addContentTypeParser('text/plain', { parseAs: 'string' }, (_request, body, done) => {
    // A browser that avoids the CORS preflight sends JSON as text.
    try {
      done(null, body === '' ? {} : (JSON.parse(body as string) ?? {}))
    } catch {
      done(new PublicError(400, 107, '请求不是有效的 JSON'))
    }
  })

  app.decorateRequest('caller', null)
  app.decorateRequest('sessionToken', '')
  app.addHook('onRequest', async (request) => {
    if (!appIsKnown(request, deps)) throw new PublicError(401, 401, 'Unauthorized.')
  })
  app.addHook('preParsing', async (request) => {
    // A stale session must not bar the way to a new one.
    if (request.routeOptions.config.signsIn) return
    const query = request.query as Record<string, string | undefined>
    const token = header(request, 'x-lc-session') || query.session_token
    if (!token) return
    const caller = token.length < 200 ? await identity.callerOf(token) : undefined
    if (!caller) throw new SessionInvalid()
    request.caller = caller
    request.sessionToken = token
  })

  app.get('/date', async () => ({ __type: 'Date', iso: deps.now().toISOString() }))

  const call = async (request: FastifyRequest) => {
    const endpoint = endpoints.get((request.params as { name: string }).name)
    if (!endpoint) throw new NotFound()
    return { result: await endpoint(request.caller, request.body) }
  }
  app.post('/functions/:name', call)
  app.post('/call/:name', call)

  app.post('/users', { config: { signsIn: true } }, async (request, reply) => {
    const { authData } = parse(v.object({ authData: wechatOnly }), request.body)
    const { failOnNotExist } = request.query as { failOnNotExist?: string }
    const signedIn = await accounts.signInWithCode(authData.lc_weapp.code, clientOf(request), failOnNotExist === 'true')
    if (!signedIn) throw new PublicError(404, 211, '还没有这个账号')
    return sendUser(reply, signedIn)
  })

  app.post('/login', { config: { signsIn: true } }, async (request, reply) => {
    const credentials = parse(v.object({ username: shortText, password: shortText }), request.body)
    const signedIn = await accounts.signInWithPassword(credentials.username, credentials.password, clientOf(request))
    return sendUser(reply, { ...signedIn, created: false })
  })

  app.get('/users/me', async (request) => {
    if (!request.caller) throw new PublicError(400, 211, '请先登录')
    return user(await accounts.whoIs(request.caller), request.sessionToken)
  })

  app.put('/users/:id/refreshSessionToken', async (request) => {
    const { person, token } = await accounts.refreshToken(self(request))
    return user(person, token)
  })

  app.put('/users/:id/updatePassword', async (request) => {
    const body = parse(v.object({ old_password: shortText, new_password: newPassword }), request.body)
    const { person, token } = await accounts.changePassword(self(request), body.old_password, body.new_password)
    return user(person, token)
  })

  app.all('/classes', refuseTables)
  app.all('/classes/*', refuseTables)
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The call gets a session rather than using one. */
    signsIn?: boolean
  }
}

const shortText = v.pipe(v.string('请填写'), v.minLength(1, '请填写'), v.maxLength(200, '太长'))
const newPassword = v.pipe(v.string('请填写'), v.minLength(10, '密码至少 10 位'), v.maxLength(128, '密码最多 128 位'))
// Only a code that WeChat itself vouches for: an openid claimed by a client, or another provider, is refused by name.
const wechatOnly = v.strictObject({ lc_weapp: v.strictObject({ code: shortText }) })

function parse<S extends v.GenericSchema>(schema: S, body: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, body)
  if (result.success) return result.output
  throw new InvalidInput(result.issues.map((i) => ({ path: v.getDotPath(i) ?? '', problem: '填得不对' })))
}

async function refuseTables(): Promise<never> {
  throw new PublicError(403, 119, '客户端不能直接读写数据表')
}

function self(request: FastifyRequest): Caller {
  if (!request.caller) throw new NotSignedIn()
  const { id } = request.params as { id: string }
  if (id !== String(request.caller.personId)) throw new NotFound()
  return request.caller
}

function user(person: SignedIn['person'], token: string) {
  return {
    objectId: String(person.id),
    nickname: person.nickname,
    createdAt: person.createdAt.toISOString(),
    updatedAt: person.createdAt.toISOString(),
    sessionToken: token,
  }
}

function sendUser(reply: FastifyReply, signedIn: SignedIn) {
  return reply.code(signedIn.created ? 201 : 200).send(user(signedIn.person, signedIn.token))
}

const header = (request: FastifyRequest, name: string) => {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}

/** Which app the person uses, in a few words for the list of their sessions. */
function clientOf(request: FastifyRequest): string {
  const agent = header(request, 'user-agent') ?? ''
  if (/miniProgram|MicroMessenger|servicewechat/i.test(agent) || /weapp/i.test(header(request, 'x-lc-ua') ?? ''))
    return '微信小程序'
  if (/Mobile|Android|iPhone/i.test(agent)) return '手机浏览器'
  return agent.includes('Mozilla') ? '电脑浏览器' : '其他'
}

/** `X-LC-Sign` is md5hex(ms + appKey) "," ms. The key ships inside the client: it names the app and authorises nothing. */
function appIsKnown(request: FastifyRequest, deps: LeancloudDeps): boolean {
  if (header(request, 'x-lc-id') !== deps.appId) return false
  const key = header(request, 'x-lc-key')
  if (key !== undefined) return same(key, deps.appKey)
  const [sign = '', ms = '', ...rest] = (header(request, 'x-lc-sign') ?? '').split(',')
  if (rest.length > 0 || !/^\d{1,15}$/.test(ms)) return false
  return same(
    sign,
    createHash('md5')
      .update(ms + deps.appKey)
      .digest('hex'),
  )
}

function same(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
