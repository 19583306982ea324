import { setTimeout as sleepFor } from 'node:timers/promises'
import type { Log } from '../log'
import { createWithToken } from './access-token'
import {
  checkMedia,
  checkText,
  type MediaCheck,
  type MediaToCheck,
  type TextToCheck,
  type Verdict,
} from './content-check'
import { type CodeToDraw, type Edition, miniProgramCode } from './mini-program-code'
import { pushIsGenuine } from './push'
import { exchangeCode, type Identity, phoneNumber } from './sign-in'
import { type SendOutcome, type SubscribeMessage, sendSubscribeMessage } from './subscribe-message'
import { createWire, type Image } from './wire'

export type { MediaCheck, MediaToCheck, Scene, TextToCheck, Verdict } from './content-check'
export { WechatError, WechatQuotaError } from './error'
export { type MediaVerdict, readMediaVerdict } from './push'
export type { SendOutcome, SubscribeMessage } from './subscribe-message'

/** The calls our cloud makes to WeChat's server, and what their answers mean to us. */
export interface Wechat {
  /** Exchanges a single-use wx.login code. `session_key` never leaves this module. Throws WechatError (40029, 40163 …) or Unavailable. */
  exchangeCode(code: string): Promise<Identity>
  /** The number behind a getPhoneNumber code, without country code. Throws WechatError (40029 …) or Unavailable. */
  phoneNumber(code: string): Promise<string>
  /** Sends one subscription message, at most once. WeChat's refusals are outcomes, not errors. */
  sendSubscribeMessage(message: SubscribeMessage): Promise<SendOutcome>
  /** Content check before others see a text. Anything but an explicit pass is not a pass. */
  checkText(text: TextToCheck): Promise<Verdict>
  /** Starts the content check of an image or a recording; the verdict comes by push (`readMediaVerdict`). */
  checkMedia(media: MediaToCheck): Promise<MediaCheck>
  /** A mini-program code (小程序码). Throws WechatError (40169, 41030 …) or Unavailable. */
  miniProgramCode(code: CodeToDraw): Promise<Image>
  /** Whether a message push is WeChat's. For the GET handshake, answer `echostr` then; for a POST, answer `success`. */
  verifyPush(signature: string, timestamp: string, nonce: string): boolean
}

export interface WechatOptions {
  appid: string
  secret: string
  /** WeChat's server, `https://api.weixin.qq.com`, or the sandbox with its prefix. */
  baseUrl: string
  /** The token set for message push; without it every push is refused. */
  pushToken?: string
  /** The edition that mini-program codes open; `release` by default. */
  edition?: Edition
  /** For one attempt; 5 seconds by default. */
  timeoutMs?: number
  fetch?: typeof globalThis.fetch
  /** Milliseconds since 1970. */
  now?: () => number
  sleep?: (ms: number) => Promise<unknown>
  log?: Pick<Log, 'warn'>
}

/** A client for WeChat's server, or for the sandbox that stands in for it: only `baseUrl` and the credentials differ. */
export function createWechat(options: WechatOptions): Wechat {
  const { appid, secret, baseUrl, pushToken, edition = 'release', log } = options
  const { timeoutMs = 5000, fetch = globalThis.fetch, now = Date.now, sleep = sleepFor } = options
  const credentials = { appid, secret }
  const wire = createWire({ baseUrl, timeoutMs, fetch, sleep, log })
  const withToken = createWithToken(wire, credentials, now)
  return {
    exchangeCode: (code) => exchangeCode(wire, credentials, code),
    phoneNumber: (code) => phoneNumber(wire, withToken, code),
    sendSubscribeMessage: (message) => sendSubscribeMessage(wire, withToken, message),
    checkText: (text) => checkText(wire, withToken, text),
    checkMedia: (media) => checkMedia(wire, withToken, media),
    miniProgramCode: (code) => miniProgramCode(wire, withToken, code, edition),
    verifyPush: (signature, timestamp, nonce) => pushIsGenuine(pushToken, signature, timestamp, nonce),
  }
}
