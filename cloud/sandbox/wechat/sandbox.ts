import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Answers, send } from './answers'
import type { Callback, Pushes } from './pushes'
import type { SandboxState } from './state'

export interface SandboxOptions {
  state: SandboxState
  /** Where message pushes go, and the token they are signed with. May be set later by `/sandbox-control/callback`. */
  callback?: Callback
  /** Addresses that may ask for a token; others get 40164. Absent: all. */
  allowedIps?: readonly string[]
  /** Template ids that exist; others get 40037. Absent: all. */
  templates?: readonly string[]
  /** Pages that exist; others get 41030. Absent: all that look like one. */
  pages?: readonly string[]
  /** Words that the content check finds; 违规测试 is risky and 待审测试 needs review by default. */
  markers?: { risky: readonly string[]; review: readonly string[] }
  /** Gives every person a unionid too, as for an app bound to an Open Platform (开放平台) account. */
  unionIds?: boolean
  /** Mini-program codes a minute before 45009; 5,000 by default. */
  codesAMinute?: number
  /** Fetches what a media check names, as WeChat does, and looks into it too. Absent: only the address is looked at. */
  readsMedia?: boolean
  /** Milliseconds between a media check and its pushed verdict; 1,000 by default. */
  verdictAfterMs?: number
  /** Waits before a push and in a fault's delay; ends early, by throwing, when the signal is aborted. */
  sleep?: (ms: number, signal: AbortSignal) => Promise<unknown>
}

/** What every route of one sandbox shares. */
export interface Sandbox {
  state: SandboxState
  answers: Answers
  pushes: Pushes
  /** Rejects when the server closes meanwhile. */
  sleep: (ms: number) => Promise<unknown>
  options: SandboxOptions
}

/** A call that needs an access token in its address and JSON in its body. `answer` gets the parsed body. */
export function tokenCall(
  app: FastifyInstance,
  { state, answers }: Sandbox,
  path: string,
  answer: (body: object, reply: FastifyReply) => object,
): void {
  app.post<{ Querystring: { access_token?: string } }>(path, async (request, reply) => {
    const refused = state.tokens.errorOf(request.query.access_token)
    if (refused) return send(reply, answers.failed(refused))
    if (!isObject(request.body)) return send(reply, answers.failed(47001))
    const given = answer(request.body, reply)
    return given === reply ? reply : send(reply, given)
  })
}

/** JSON whatever the content type says; anything else is undefined, for the route to refuse. */
export function readJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, JSON.parse(body.toString()))
    } catch {
      done(null, undefined)
    }
  })
}

export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
