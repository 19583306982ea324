import * as v from 'valibot'
import { Unavailable } from '../fault'
import type { Log } from '../log'
import { busy, WechatError, wechatError } from './error'
import { wording } from './wording'

/** One call to WeChat's server. `name` is what logs and errors call it: the path and query hold secrets. */
export interface Call {
  name: string
  path: string
  query: Readonly<Record<string, string>>
  /** Sent as JSON by POST; without one the call is a GET. */
  body?: object
}

export interface Image {
  bytes: Buffer
  mimeType: string
}

export interface Wire {
  /** The answer in the given shape. Busy (-1) is tried again with growing pauses. Throws WechatError or Unavailable. */
  ask<S extends AnySchema>(call: Call, shape: S): Promise<v.InferOutput<S>>
  /** As `ask`, but one attempt only: for calls that must not happen twice. */
  askOnce<S extends AnySchema>(call: Call, shape: S): Promise<v.InferOutput<S>>
  /** As `ask`, for calls that answer with an image. */
  askForImage(call: Call): Promise<Image>
}

export interface WireOptions {
  baseUrl: string
  /** Milliseconds for one attempt, its answer's body included. */
  timeoutMs: number
  fetch: typeof globalThis.fetch
  sleep(ms: number): Promise<unknown>
  log?: Pick<Log, 'warn'>
}

type AnySchema = v.GenericSchema<unknown, unknown>
type Answer = { json: object } | { image: Image }

const tries = 3
const firstPauseMs = 200
const failure = v.object({ errcode: v.number(), errmsg: v.optional(v.string(), '') })

/** WeChat's conventions over HTTP: always status 200, `errcode` decides, and an absent one is success. */
export function createWire({ baseUrl, timeoutMs, fetch, sleep, log }: WireOptions): Wire {
  const base = baseUrl.replace(/\/+$/, '')

  const exchange = async (call: Call): Promise<Answer> => {
    const answer = await receive(call)
    if ('image' in answer) return answer
    const parsed = v.safeParse(failure, answer.json)
    if (!parsed.success || parsed.output.errcode === 0) return answer
    const { errcode, errmsg } = parsed.output
    const rid = /rid: ([\w-]+)$/.exec(errmsg)?.[1]
    log?.warn({ call: call.name, errcode, rid }, 'WeChat refused a call')
    throw wechatError(call.name, errcode, rid)
  }

  const receive = async (call: Call): Promise<Answer> => {
    let text: string
    try {
      const response = await fetch(`${base}${call.path}?${new URLSearchParams(call.query)}`, {
        method: call.body ? 'POST' : 'GET',
        ...(call.body && { body: JSON.stringify(call.body), headers: { 'content-type': 'application/json' } }),
        signal: AbortSignal.timeout(timeoutMs),
      })
      const mimeType = response.headers.get('content-type') ?? ''
      if (response.ok && mimeType.startsWith('image/'))
        return { image: { bytes: Buffer.from(await response.arrayBuffer()), mimeType } }
      // jscode2session answers JSON as text/plain, so the content type says nothing more.
      text = await response.text()
      if (!response.ok) {
        log?.warn({ call: call.name, status: response.status }, 'WeChat answered with an error page')
        throw new Unavailable(wording.noAnswer)
      }
    } catch (error) {
      if (error instanceof Unavailable) throw error
      // The error's own words stay here: some of them quote the address, which holds the secret.
      log?.warn({ call: call.name, reason: error instanceof Error ? error.name : 'unknown' }, 'WeChat did not answer')
      throw new Unavailable(wording.noAnswer)
    }
    const json = parseObject(text)
    if (!json) throw unclear(call)
    return { json }
  }

  const unclear = (call: Call) => {
    log?.warn({ call: call.name }, 'WeChat answered in an unknown shape')
    return new Unavailable(wording.answerUnclear)
  }

  // A plain parse error would carry the input, and with it openids and session keys, into the log.
  const shaped = <S extends AnySchema>(call: Call, shape: S, answer: Answer): v.InferOutput<S> => {
    const parsed = v.safeParse(shape, 'json' in answer ? answer.json : undefined)
    if (!parsed.success) throw unclear(call)
    return parsed.output
  }

  const patiently = async (call: Call): Promise<Answer> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await exchange(call)
      } catch (error) {
        if (!(error instanceof WechatError) || error.errcode !== busy || attempt === tries) throw error
        await sleep(firstPauseMs * 2 ** (attempt - 1))
      }
    }
  }

  return {
    ask: async (call, shape) => shaped(call, shape, await patiently(call)),
    askOnce: async (call, shape) => shaped(call, shape, await exchange(call)),
    async askForImage(call) {
      const answer = await patiently(call)
      if ('image' in answer) return answer.image
      throw unclear(call)
    },
  }
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
