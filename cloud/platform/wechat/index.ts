import { setTimeout as sleepFor } from 'node:timers/promises'
import * as v from 'valibot'
import { Unavailable } from '../fault'
import { fitTemplateData } from './template-fields'

/** The calls our cloud makes to WeChat's server, and what their answers mean to us. */
export interface Wechat {
  /** Exchanges a single-use wx.login code. `session_key` never leaves this module. Throws WechatError (40029, 40163 …) or Unavailable. */
  exchangeCode(code: string): Promise<{ openid: string; unionid?: string }>
  /** The number behind a getPhoneNumber code, without country code. Throws WechatError 40029. */
  phoneNumber(code: string): Promise<string>
  /** Sends one subscription message. `unknown`: the connection broke after sending, so it may have arrived; never send it again. */
  sendSubscribeMessage(message: SubscribeMessage): Promise<SendOutcome>
  /** Content check before others see a text. Anything but an explicit pass is not a pass. */
  checkText(text: {
    openid: string
    scene: 1 | 2 | 3 | 4
    content: string
  }): Promise<'pass' | 'review' | 'risky' | 'unavailable'>
  /** A mini-program code (小程序码): image bytes and their type. */
  miniProgramCode(code: { scene: string; page: string }): Promise<{ bytes: Buffer; mimeType: string }>
}

export interface SubscribeMessage {
  openid: string
  templateId: string
  page: string
  data: Readonly<Record<string, string>>
}

export type SendOutcome =
  | { outcome: 'sent' }
  /** 43101: no acceptance left at WeChat, whatever our ledger says. */
  | { outcome: 'noAcceptance' }
  /** WeChat certainly did not send it and may do so later (-1, quota). */
  | { outcome: 'tryLater'; errcode: number }
  /** It will never be sent as it is (template, field, openid). */
  | { outcome: 'failed'; errcode: number }
  | { outcome: 'unknown' }

/** WeChat's refusal of a call. Carries no personal data. */
export class WechatError extends Error {
  constructor(
    readonly call: string,
    readonly errcode: number,
  ) {
    super(`WeChat ${call} answered ${errcode}`)
  }
}

export interface WechatOptions {
  appid: string
  secret: string
  baseUrl: string
  timeoutMs?: number
  now?: () => number
  sleep?: (ms: number) => Promise<unknown>
}

const tokenErrors = new Set([40001, 40014, 42001])
const busy = -1
const busyTries = 3
const checkedAtOnce = 2500

type Json = Record<string, unknown>
const failure = v.object({ errcode: v.number() })
const session = v.object({ openid: v.string(), unionid: v.optional(v.string()) })
const tokenAnswer = v.object({ access_token: v.string(), expires_in: v.number() })
const phoneAnswer = v.object({ phone_info: v.object({ purePhoneNumber: v.string() }) })
const checkAnswer = v.object({ result: v.object({ suggest: v.string() }) })

/** A client for WeChat's server, or for the sandbox that stands in for it: only `baseUrl` differs. */
export function createWechat(options: WechatOptions): Wechat {
  const { appid, secret, timeoutMs = 5000, now = Date.now, sleep = sleepFor } = options
  const base = options.baseUrl.replace(/\/$/, '')
  let token: { value: string; until: number } | undefined
  let fetching: Promise<string> | undefined

  const request = async (call: string, path: string, body?: Json): Promise<Response> => {
    try {
      return await fetch(`${base}${path}`, {
        method: body ? 'POST' : 'GET',
        body: body ? JSON.stringify(body) : undefined,
        signal: AbortSignal.timeout(timeoutMs),
      })
    } catch {
      throw new Unavailable(`微信暂时没有回应（${call}）`)
    }
  }

  /** Always HTTP 200: `errcode` decides, and an absent one is success. Busy is tried again with growing pauses. */
  const ask = async (call: string, path: string, body?: Json): Promise<Json> => {
    for (let attempt = 1; ; attempt++) {
      const response = await request(call, path, body)
      const answer = await readJson(call, response)
      const { errcode } = v.is(failure, answer) ? answer : { errcode: 0 }
      if (errcode === 0) return answer
      if (errcode !== busy || attempt >= busyTries) throw new WechatError(call, errcode)
      await sleep(200 * 2 ** attempt)
    }
  }

  const fetchToken = async (): Promise<string> => {
    const answer = await ask('stable_token', '/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid,
      secret,
    })
    const { access_token, expires_in } = v.parse(tokenAnswer, answer)
    // Renewed a minute early; WeChat keeps the old one valid for five more.
    token = { value: access_token, until: now() + (expires_in - 60) * 1000 }
    return access_token
  }
  const accessToken = (): Promise<string> => {
    if (token && token.until > now()) return Promise.resolve(token.value)
    fetching ??= fetchToken().finally(() => {
      fetching = undefined
    })
    return fetching
  }

  /** A call with an access token; a token that WeChat no longer takes is dropped and the call made once more. */
  const withToken = async <T>(run: (query: string) => Promise<T>): Promise<T> => {
    const used = await accessToken()
    try {
      return await run(`access_token=${encodeURIComponent(used)}`)
    } catch (error) {
      if (!(error instanceof WechatError) || !tokenErrors.has(error.errcode)) throw error
      if (token?.value === used) token = undefined
      return run(`access_token=${encodeURIComponent(await accessToken())}`)
    }
  }

  return {
    async exchangeCode(code) {
      const query = new URLSearchParams({ appid, secret, js_code: code, grant_type: 'authorization_code' })
      const answer = v.parse(session, await ask('jscode2session', `/sns/jscode2session?${query}`))
      return answer.unionid ? { openid: answer.openid, unionid: answer.unionid } : { openid: answer.openid }
    },

    async phoneNumber(code) {
      const answer = await withToken((query) =>
        ask('getuserphonenumber', `/wxa/business/getuserphonenumber?${query}`, { code }),
      )
      return v.parse(phoneAnswer, answer).phone_info.purePhoneNumber
    },

    async sendSubscribeMessage({ openid, templateId, page, data }) {
      const body = { touser: openid, template_id: templateId, page, data: fitTemplateData(data) }
      try {
        // One attempt a call: whether to try again is for the job to decide, which keeps the books.
        await withToken(async (query) => {
          const call = 'subscribe/send'
          const answer = await readJson(call, await request(call, `/cgi-bin/message/subscribe/send?${query}`, body))
          if (v.is(failure, answer) && answer.errcode !== 0) throw new WechatError(call, answer.errcode)
        })
        return { outcome: 'sent' }
      } catch (error) {
        if (!(error instanceof WechatError)) return { outcome: 'unknown' }
        if (error.errcode === 43101) return { outcome: 'noAcceptance' }
        const later =
          error.errcode === busy || error.errcode === 45009 || error.errcode === 45011 || tokenErrors.has(error.errcode)
        return { outcome: later ? 'tryLater' : 'failed', errcode: error.errcode }
      }
    },

    async checkText({ openid, scene, content }) {
      const characters = [...content]
      let worst: 'pass' | 'review' = 'pass'
      try {
        for (let at = 0; at < characters.length; at += checkedAtOnce) {
          const part = characters.slice(at, at + checkedAtOnce).join('')
          const answer = await withToken((query) =>
            ask('msg_sec_check', `/wxa/msg_sec_check?${query}`, { version: 2, openid, scene, content: part }),
          )
          const { suggest } = v.parse(checkAnswer, answer).result
          if (suggest === 'risky') return 'risky'
          if (suggest !== 'pass') worst = 'review'
        }
        return worst
      } catch (error) {
        if (error instanceof WechatError || error instanceof Unavailable) return 'unavailable'
        throw error
      }
    },

    miniProgramCode: ({ scene, page }) =>
      withToken(async (query) => {
        const call = 'getwxacodeunlimit'
        const response = await request(call, `/wxa/getwxacodeunlimit?${query}`, { scene, page, check_path: false })
        const mimeType = response.headers.get('content-type') ?? ''
        if (mimeType.startsWith('image/')) return { bytes: Buffer.from(await response.arrayBuffer()), mimeType }
        const answer = await readJson(call, response)
        throw new WechatError(call, v.is(failure, answer) ? answer.errcode : busy)
      }),
  }
}

/** jscode2session answers JSON as text/plain, so the content type says nothing. */
async function readJson(call: string, response: Response): Promise<Json> {
  try {
    return JSON.parse(await response.text()) as Json
  } catch {
    throw new Unavailable(`微信的回应不完整（${call}）`)
  }
}
