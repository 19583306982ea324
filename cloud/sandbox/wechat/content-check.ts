import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { openidForm } from './codes'
import { type Sandbox, type SandboxOptions, tokenCall } from './sandbox'
import { sandboxApp } from './state'

type Suggestion = 'pass' | 'review' | 'risky'

const text = v.object({
  version: v.literal(2),
  openid: v.string(),
  scene: v.number(),
  content: v.pipe(v.string(), v.nonEmpty(), v.maxLength(2500)),
})
const media = v.object({
  media_url: v.pipe(v.string(), v.url()),
  media_type: v.picklist([1, 2]),
  version: v.number(),
  scene: v.number(),
  openid: v.string(),
})
const scenes = [1, 2, 3, 4]

/** `msg_sec_check` answers at once; `media_check_async` answers with a trace id, and its verdict is pushed. */
export function contentCheckCalls(app: FastifyInstance, sandbox: Sandbox): void {
  const { state, answers, options, pushes } = sandbox

  tokenCall(app, sandbox, '/wxa/msg_sec_check', (body) => {
    const asked = v.safeParse(text, body)
    if (!asked.success) return answers.failed(47001)
    const { openid, scene, content } = asked.output
    if (!scenes.includes(scene)) return answers.failed(40129)
    if (!openidForm.test(openid)) return answers.failed(40003)
    if (!state.codes.isActive(openid)) return answers.failed(61010)
    return answers.ok({ ...opinion(suggestionFor(content, options)), trace_id: state.nextId(32) })
  })

  tokenCall(app, sandbox, '/wxa/media_check_async', (body) => {
    const asked = v.safeParse(media, body)
    if (!asked.success) return answers.failed(47001)
    const { openid, scene, version, media_url } = asked.output
    if (!scenes.includes(scene)) return answers.failed(40129)
    if (!openidForm.test(openid)) return answers.failed(40003)
    const trace_id = state.nextId(32)
    pushes.push(async () => ({
      ToUserName: 'gh_sandbox',
      FromUserName: openid,
      CreateTime: Math.floor(state.now() / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: sandboxApp.appid,
      trace_id,
      ...verdict(version, await seen(media_url, options)),
    }))
    return answers.ok({ trace_id })
  })
}

/** What WeChat would look at: the address as written, and the bytes behind it. Undefined when it cannot fetch them. */
async function seen(url: string, options: SandboxOptions): Promise<Suggestion | undefined> {
  const address = readable(url)
  if (!options.readsMedia) return suggestionFor(address, options)
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) })
    if (!response.ok) return undefined
    return suggestionFor(address + Buffer.from(await response.arrayBuffer()).toString('utf8'), options)
  } catch {
    return undefined
  }
}

const notFetched = -1008

function verdict(version: number, suggestion: Suggestion | undefined): object {
  if (version !== 2)
    return {
      isrisky: suggestion && suggestion !== 'pass' ? 1 : 0,
      status_code: suggestion ? 0 : notFetched,
      extra_info_json: '',
    }
  if (!suggestion) return { version: 2, errcode: notFetched, errmsg: 'download failed' }
  return { version: 2, errcode: 0, errmsg: 'ok', ...opinion(suggestion) }
}

const defaultMarkers = { risky: ['违规测试'], review: ['待审测试'] }

function suggestionFor(content: string, { markers = defaultMarkers }: SandboxOptions): Suggestion {
  const has = (words: readonly string[]) => words.some((word) => content.includes(word))
  if (has(markers.risky)) return 'risky'
  return has(markers.review) ? 'review' : 'pass'
}

function opinion(suggest: Suggestion) {
  const result = { suggest, label: suggest === 'pass' ? 100 : 21000 }
  return { result, detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }] }
}

/** The address as written: Chinese file names arrive percent-encoded. */
function readable(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
