import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import encodeQR from 'qr'
import * as v from 'valibot'
import { fieldIsValid } from '../../platform/wechat/template-fields'
import { type SandboxState, sandboxApp } from './state'

export { SandboxState, sandboxApp } from './state'

/**
 * A stand-in for WeChat's server with the calls, answers and errors of the real one, over real HTTP. The code `<openid>:<anything>`
 * signs in `<openid>` once; the code `phone:<number>:<anything>` gives that phone number once. Texts containing 违规测试 are risky,
 * 待审测试 need review. `/control/*` is ours: it grants acceptances, reads sent messages and plays faults.
 */
export function wechatSandbox(app: FastifyInstance, { state, pushUrl, pushToken = 'sandbox' }: SandboxOptions): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? {} : JSON.parse(body as string))
    } catch {
      done(null, undefined)
    }
  })
  app.addHook('preHandler', async (request, reply) => {
    const fault = state.faultFor(request.url.split('?')[0]?.replace(app.prefix, '') ?? '')
    if (!fault) return
    if (fault.delayMs) await sleep(fault.delayMs)
    if (fault.drop) {
      request.raw.socket.destroy()
      return reply.hijack()
    }
    if (fault.errcode !== undefined) return fail(reply, fault.errcode)
  })

  app.get('/sns/jscode2session', async (request, reply) => {
    const query = request.query as Record<string, string>
    reply.type('text/plain')
    if (query.appid !== sandboxApp.appid) return fail(reply, 40013)
    if (query.secret !== sandboxApp.secret) return fail(reply, 40125)
    const code = query.js_code ?? ''
    const [openid = '', rest] = split(code)
    if (!/^[\w-]{1,64}$/.test(openid) || !rest) return fail(reply, 40029)
    if (state.usedCodes.has(code)) return fail(reply, 40163)
    if (openid.startsWith('risky-')) return fail(reply, 40226)
    state.usedCodes.add(code)
    state.lastSignIn.set(openid, state.now())
    return JSON.stringify({ openid, session_key: randomBytes(16).toString('base64') })
  })

  app.post('/cgi-bin/stable_token', async (request, reply) => {
    const body = request.body as Record<string, unknown> | undefined
    if (!body) return fail(reply, 47001)
    if (body.appid !== sandboxApp.appid) return fail(reply, 40013)
    if (body.secret !== sandboxApp.secret) return fail(reply, 40125)
    return state.token(body.force_refresh === true) ?? fail(reply, 45009)
  })

  const authorised = (path: string, answer: (body: unknown, reply: FastifyReply) => unknown) =>
    app.post(path, async (request: FastifyRequest, reply) => {
      const error = state.tokenError((request.query as Record<string, string>).access_token)
      if (error) return fail(reply, error)
      if (request.body === undefined) return fail(reply, 47001)
      return answer(request.body, reply)
    })

  authorised('/wxa/business/getuserphonenumber', (body, reply) => {
    const { code } = v.parse(v.object({ code: v.fallback(v.string(), '') }), body)
    const number = /^phone:(1\d{10}):./.exec(code)?.[1]
    if (!number || state.usedCodes.has(code)) return fail(reply, 40029)
    state.usedCodes.add(code)
    const watermark = { timestamp: Math.floor(state.now() / 1000), appid: sandboxApp.appid }
    return {
      errcode: 0,
      errmsg: ok(),
      phone_info: { phoneNumber: number, purePhoneNumber: number, countryCode: '86', watermark },
    }
  })

  authorised('/cgi-bin/message/subscribe/send', (body, reply) => {
    const parsed = v.safeParse(subscribeMessage, body)
    if (!parsed.success) return fail(reply, 47001)
    const { touser, template_id, page = '', data } = parsed.output
    if (!/^[\w-]{1,64}$/.test(touser)) return fail(reply, 40003)
    if (!template_id) return fail(reply, 40037)
    if (page && !/^[\w/-]+(\?.*)?$/.test(page)) return fail(reply, 41030)
    if (!Object.entries(data).every(([field, { value }]) => fieldIsValid(field, value))) return fail(reply, 47003)
    if (!state.spend(touser, template_id)) return fail(reply, 43101)
    state.messages.push({ openid: touser, templateId: template_id, page, data })
    return { errcode: 0, errmsg: ok() }
  })

  authorised('/wxa/msg_sec_check', (body, reply) => {
    const parsed = v.safeParse(textToCheck, body)
    if (!parsed.success) return fail(reply, 47001)
    const { openid, scene, content } = parsed.output
    if (scene < 1 || scene > 4) return fail(reply, 40129)
    if ((state.lastSignIn.get(openid) ?? 0) < state.now() - 7_200_000) return fail(reply, 61010)
    const suggest = content.includes('违规测试') ? 'risky' : content.includes('待审测试') ? 'review' : 'pass'
    const result = { suggest, label: suggest === 'pass' ? 100 : 20001 }
    return {
      errcode: 0,
      errmsg: ok(),
      result,
      detail: [{ strategy: 'content_model', errcode: 0, ...result }],
      trace_id: randomBytes(16).toString('hex'),
    }
  })

  authorised('/wxa/media_check_async', (body, reply) => {
    const parsed = v.safeParse(v.object({ media_url: v.string(), openid: v.string(), scene: v.number() }), body)
    if (!parsed.success) return fail(reply, 47001)
    const trace_id = randomBytes(16).toString('hex')
    const suggest = parsed.output.media_url.includes('risky') ? 'risky' : 'pass'
    if (pushUrl)
      push(
        pushUrl,
        pushToken,
        { Event: 'wxa_media_check', version: 2, trace_id, result: { suggest, label: 100 } },
        state.now(),
      )
    return { errcode: 0, errmsg: ok(), trace_id }
  })

  authorised('/wxa/getwxacodeunlimit', (body, reply) => {
    const parsed = v.safeParse(v.object({ scene: v.string(), page: v.optional(v.string(), '') }), body)
    if (!parsed.success) return fail(reply, 47001)
    const { scene, page } = parsed.output
    if (!/^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/.test(scene)) return fail(reply, 40169)
    if (page.startsWith('/')) return fail(reply, 41030)
    return reply.type('image/gif').send(Buffer.from(encodeQR(`${page}?scene=${scene}`, 'gif')))
  })

  app.post('/control/accept', async (request) => {
    const { openid, templateId, count } = v.parse(
      v.object({ openid: v.string(), templateId: v.string(), count: v.number() }),
      request.body,
    )
    state.accept(openid, templateId, count)
    return {}
  })
  app.get('/control/messages', async (request) => {
    const { openid } = request.query as { openid?: string }
    return { messages: state.messages.filter((m) => !openid || m.openid === openid) }
  })
  app.post('/control/fault', async (request) => {
    state.faults.push(v.parse(playedFault, request.body))
    return {}
  })
  app.post('/control/expire-tokens', async () => {
    state.expireTokens()
    return {}
  })
}

export interface SandboxOptions {
  state: SandboxState
  /** Where verdicts of media checks are pushed, signed as WeChat signs them. */
  pushUrl?: string
  pushToken?: string
}

const subscribeMessage = v.object({
  touser: v.string(),
  template_id: v.string(),
  page: v.optional(v.string()),
  data: v.record(v.string(), v.object({ value: v.string() })),
})
const textToCheck = v.object({
  openid: v.string(),
  scene: v.number(),
  content: v.pipe(v.string(), v.maxLength(2500)),
  version: v.literal(2),
})
const playedFault = v.object({
  path: v.string(),
  times: v.number(),
  errcode: v.optional(v.number()),
  drop: v.optional(v.boolean()),
  delayMs: v.optional(v.number()),
})

const split = (code: string): [string, string] => {
  const at = code.indexOf(':')
  return at < 0 ? [code, ''] : [code.slice(0, at), code.slice(at + 1)]
}

const rid = () => [4, 4, 4].map((bytes) => randomBytes(bytes).toString('hex')).join('-')
const ok = () => `ok rid: ${rid()}`
/** Errors come with HTTP 200 too. */
const fail = (reply: FastifyReply, errcode: number) =>
  reply.send(JSON.stringify({ errcode, errmsg: `sandbox error rid: ${rid()}` }))

function push(url: string, token: string, event: object, now: number): void {
  const timestamp = String(Math.floor(now / 1000))
  const nonce = randomBytes(5).toString('hex')
  const signature = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex')
  const query = new URLSearchParams({ signature, timestamp, nonce })
  void fetch(`${url}?${query}`, { method: 'POST', body: JSON.stringify(event) }).catch(() => {})
}
