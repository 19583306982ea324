import * as v from 'valibot'
import { Unavailable } from '../fault'
import type { WithToken } from './access-token'
import { busy, isTokenError, WechatError, WechatQuotaError } from './error'
import { fitTemplateData } from './template-fields'
import type { Wire } from './wire'

export interface SubscribeMessage {
  openid: string
  templateId: string
  /** Page to open with its query, without a leading slash; empty for a message that opens nothing. */
  page?: string
  /** Texts by template field (`thing1`, `time2` …); cut to each field's limits before sending. */
  data: Readonly<Record<string, string>>
}

export type SendOutcome =
  | { outcome: 'sent' }
  /** 43101: no acceptance left at WeChat, whatever our ledger says. */
  | { outcome: 'noAcceptance' }
  /** WeChat certainly did not send it and may do so later (busy, quota, no access token). */
  | { outcome: 'tryLater'; errcode: number }
  /** It will never be sent as it is (template, field, openid, page). */
  | { outcome: 'failed'; errcode: number }
  /** The connection broke after sending, so it may have arrived: never send it again. */
  | { outcome: 'unknown' }

/** Sends one subscription message (订阅消息). One attempt: whether to try again is for the caller to decide, who keeps the books. */
export async function sendSubscribeMessage(
  wire: Wire,
  withToken: WithToken,
  { openid, templateId, page, data }: SubscribeMessage,
): Promise<SendOutcome> {
  const body = { touser: openid, template_id: templateId, ...(page && { page }), data: fitTemplateData(data) }
  let mayHaveArrived = false
  try {
    await withToken(async (access_token) => {
      mayHaveArrived = true
      try {
        const call = { name: sendCall, path: '/cgi-bin/message/subscribe/send', query: { access_token }, body }
        await wire.askOnce(call, v.object({ errcode: v.literal(0) }))
      } catch (error) {
        if (error instanceof WechatError) mayHaveArrived = false
        throw error
      }
    })
    return { outcome: 'sent' }
  } catch (error) {
    if (error instanceof Unavailable) return mayHaveArrived ? { outcome: 'unknown' } : notNow(busy)
    if (!(error instanceof WechatError)) throw error
    if (error.errcode === 43101) return { outcome: 'noAcceptance' }
    return mayWorkLater(error) ? notNow(error.errcode) : { outcome: 'failed', errcode: error.errcode }
  }
}

const sendCall = 'subscribe/send'

const notNow = (errcode: number): SendOutcome => ({ outcome: 'tryLater', errcode })

/** Without an access token (a secret reset, an address not on the allow list) nothing is wrong with the message itself. */
const mayWorkLater = (error: WechatError): boolean =>
  error.call !== sendCall || error.errcode === busy || error instanceof WechatQuotaError || isTokenError(error)
