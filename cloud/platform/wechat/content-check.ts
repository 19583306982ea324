import * as v from 'valibot'
import { Unavailable } from '../fault'
import type { WithToken } from './access-token'
import { WechatError } from './error'
import type { Wire } from './wire'

/** What WeChat thinks of content. Only `pass` is a pass; `review` needs a person; `unavailable` means that nobody has looked. */
export type Verdict = 'pass' | 'review' | 'risky' | 'unavailable'

/** Where the content appears: 1 profile (资料), 2 comment (评论), 3 forum (论坛), 4 social log (社交日志). */
export type Scene = 1 | 2 | 3 | 4

export interface TextToCheck {
  /** The author, who must have used the Mini Program within two hours. */
  openid: string
  scene: Scene
  content: string
}

export interface MediaToCheck {
  openid: string
  scene: Scene
  /** An address that WeChat's server can fetch. */
  url: string
  kind: 'image' | 'audio'
}

/** A media check under way: its verdict comes by message push under `traceId`. */
export type MediaCheck = { traceId: string } | 'unavailable'

const longestPart = 2500
// Words that stand across a cut are seen whole in the next part.
const sharedByParts = 64

const textAnswer = v.object({ result: v.object({ suggest: v.string() }) })
const mediaAnswer = v.object({ trace_id: v.string() })
const mediaTypes = { audio: 1, image: 2 } as const

/** Checks a text of any length and gives the worst verdict of its parts. An empty text passes unasked. Never throws for WeChat's sake. */
export async function checkText(wire: Wire, withToken: WithToken, text: TextToCheck): Promise<Verdict> {
  const { openid, scene } = text
  let worst: Verdict = 'pass'
  for (const content of partsToCheck(text.content)) {
    const body = { version: 2, openid, scene, content }
    const answer = await unlessDown(() =>
      withToken((access_token) =>
        wire.ask({ name: 'msg_sec_check', path: '/wxa/msg_sec_check', query: { access_token }, body }, textAnswer),
      ),
    )
    if (answer === 'unavailable') return 'unavailable'
    const { suggest } = answer.result
    if (suggest === 'risky') return 'risky'
    // errcode 0 only says that the check was made; an unknown opinion is for a person to judge.
    if (suggest !== 'pass') worst = 'review'
  }
  return worst
}

/** Asks for a check of an image or a recording. Never throws for WeChat's sake. */
export async function checkMedia(wire: Wire, withToken: WithToken, media: MediaToCheck): Promise<MediaCheck> {
  const { openid, scene, url, kind } = media
  const body = { version: 2, openid, scene, media_url: url, media_type: mediaTypes[kind] }
  const answer = await unlessDown(() =>
    withToken((access_token) =>
      wire.ask(
        { name: 'media_check_async', path: '/wxa/media_check_async', query: { access_token }, body },
        mediaAnswer,
      ),
    ),
  )
  return answer === 'unavailable' ? answer : { traceId: answer.trace_id }
}

/** Cuts a text into parts of at most 2,500 UTF-16 units, never inside a surrogate pair; neighbours share 63 or 64 units. */
export function partsToCheck(content: string): string[] {
  const parts: string[] = []
  for (let start = 0; start < content.length; ) {
    const end = pairStart(content, start + longestPart)
    parts.push(content.slice(start, end))
    start = end >= content.length ? content.length : pairEnd(content, end - sharedByParts)
  }
  return parts
}

const insidePair = (text: string, at: number) =>
  at > 0 && at < text.length && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1))
const pairStart = (text: string, at: number) => (insidePair(text, at) ? at - 1 : at)
const pairEnd = (text: string, at: number) => (insidePair(text, at) ? at + 1 : at)

async function unlessDown<T>(ask: () => Promise<T>): Promise<T | 'unavailable'> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof WechatError || error instanceof Unavailable) return 'unavailable'
    throw error
  }
}
