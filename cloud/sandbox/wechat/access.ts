import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { send } from './answers'
import { isObject, type Sandbox, tokenCall } from './sandbox'
import { sandboxApp } from './state'

const text = v.fallback(v.string(), '')
const credentials = v.object({ appid: text, secret: text, grant_type: text })
const phoneCode = v.object({ code: text })

/** Who calls and who signs in: `jscode2session`, `stable_token`, `getuserphonenumber`. */
export function accessCalls(app: FastifyInstance, sandbox: Sandbox): void {
  const { state, answers, options } = sandbox

  app.get<{ Querystring: Record<string, string | undefined> }>(
    '/sns/jscode2session',
    // JSON under the name of plain text, errors too: WeChat has never changed it.
    { onRequest: async (_request, reply) => void reply.type('text/plain') },
    async ({ query }, reply) => {
      const refused = appError(query, 'authorization_code')
      if (refused) return send(reply, answers.failed(refused))
      const openid = state.codes.signIn(query.js_code ?? '')
      if (typeof openid === 'number') return send(reply, answers.failed(openid))
      return send(reply, {
        session_key: Buffer.from(state.nextId(32), 'hex').toString('base64'),
        openid,
        ...(options.unionIds && { unionid: `union-${openid}` }),
      })
    },
  )

  app.post('/cgi-bin/stable_token', async ({ body, ip }, reply) => {
    if (!isObject(body)) return send(reply, answers.failed(47001))
    const refused = appError(body, 'client_credential') || (options.allowedIps?.includes(ip) === false ? 40164 : 0)
    if (refused) return send(reply, answers.failed(refused))
    const given = state.tokens.give('force_refresh' in body && body.force_refresh === true)
    return send(reply, given === 45009 ? answers.failed(given) : given)
  })

  tokenCall(app, sandbox, '/wxa/business/getuserphonenumber', (body) => {
    const number = state.codes.phoneNumber(v.parse(phoneCode, body).code)
    if (typeof number === 'number') return answers.failed(number)
    return answers.ok({
      phone_info: {
        phoneNumber: number,
        purePhoneNumber: number,
        countryCode: '86',
        watermark: { timestamp: Math.floor(state.now() / 1000), appid: sandboxApp.appid },
      },
    })
  })
}

function appError(given: object, grantType: string): number {
  const { appid, secret, grant_type } = v.parse(credentials, given)
  if (grant_type !== grantType) return 40002
  if (appid !== sandboxApp.appid) return 40013
  return secret === sandboxApp.secret ? 0 : 40125
}
