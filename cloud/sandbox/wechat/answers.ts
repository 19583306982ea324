import type { FastifyReply } from 'fastify'

/** How WeChat's server words its answers: status 200 whatever happens, `errcode` for the outcome, and a request id at the end of `errmsg`. */

const words: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  40163: 'code been used',
  40164: 'invalid ip, not in whitelist',
  40169: 'invalid length for scene, or the data is not json string',
  40226: 'high risk user login reject',
  41001: 'access_token missing',
  41030: 'invalid page',
  42001: 'access_token expired',
  43101: 'user refuse to accept the msg',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower',
  47001: 'data format error',
  47003: 'argument invalid',
  61010: 'code is expired',
}

/** Makes answers of one sandbox; `nextId` gives hexadecimal digits that never repeat. */
export function createAnswers(nextId: (digits: number) => string) {
  const rid = () => (nextId(24).match(/.{8}/g) ?? []).join('-')
  return {
    /** Success, with what the call gives. */
    ok: (gives: object = {}) => ({ errcode: 0, errmsg: `ok rid: ${rid()}`, ...gives }),
    failed: (errcode: number) => ({ errcode, errmsg: `${words[errcode] ?? 'error'} rid: ${rid()}` }),
  }
}

export type Answers = ReturnType<typeof createAnswers>

/** Sends an answer as JSON text; a route may have set another content type before. */
export function send(reply: FastifyReply, answer: object): FastifyReply {
  if (!reply.hasHeader('content-type')) reply.type('application/json; encoding=utf-8')
  return reply.code(200).send(JSON.stringify(answer))
}
