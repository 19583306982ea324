import * as v from 'valibot'
import type { AppCredentials, WithToken } from './access-token'
import type { Wire } from './wire'

// `session_key` is left out on purpose: what is never read cannot leak.
const session = v.object({ openid: v.string(), unionid: v.optional(v.string()) })
const phoneAnswer = v.object({ phone_info: v.object({ purePhoneNumber: v.string() }) })

/** Exchanges a single-use wx.login code for the person's ids. Throws WechatError (40029, 40163, 40226 …) or Unavailable. */
export function exchangeCode(wire: Wire, { appid, secret }: AppCredentials, code: string): Promise<Identity> {
  return wire.ask(
    {
      name: 'jscode2session',
      path: '/sns/jscode2session',
      query: { appid, secret, js_code: code, grant_type: 'authorization_code' },
    },
    session,
  )
}

/** The number behind a single-use getPhoneNumber code, without country code. Throws WechatError (40029 …) or Unavailable. */
export async function phoneNumber(wire: Wire, withToken: WithToken, code: string): Promise<string> {
  const answer = await withToken((access_token) =>
    wire.ask(
      { name: 'getuserphonenumber', path: '/wxa/business/getuserphonenumber', query: { access_token }, body: { code } },
      phoneAnswer,
    ),
  )
  return answer.phone_info.purePhoneNumber
}

export interface Identity {
  openid: string
  /** Present when the Mini Program is bound to an Open Platform (开放平台) account. */
  unionid?: string
}
