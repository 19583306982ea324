import { createHash, timingSafeEqual } from 'node:crypto'
import * as v from 'valibot'
import type { Verdict } from './content-check'

/**
 * Whether a message push (消息推送) comes from someone who knows the push token: `signature` is the SHA-1 of token, timestamp and nonce,
 * sorted and joined. Without a token nothing is trusted. The body is not covered: take pushes over HTTPS only.
 */
export function pushIsGenuine(token: string | undefined, signature: string, timestamp: string, nonce: string): boolean {
  if (!token) return false
  const expected = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest()
  const given = Buffer.from(signature, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

export interface MediaVerdict {
  /** The check it belongs to. Pushes repeat: settle each trace id once. */
  traceId: string
  verdict: Verdict
}

const mediaCheckEvent = v.object({ Event: v.literal('wxa_media_check'), trace_id: v.string() })
const secondVersion = v.object({
  errcode: v.optional(v.literal(0)),
  result: v.object({ suggest: v.picklist(['pass', 'review', 'risky']) }),
})

/** Reads a pushed verdict on an image or a recording; undefined for any other event. The old shape (`isrisky`) is no verdict. */
export function readMediaVerdict(event: unknown): MediaVerdict | undefined {
  const known = v.safeParse(mediaCheckEvent, event)
  if (!known.success) return undefined
  const told = v.safeParse(secondVersion, event)
  return { traceId: known.output.trace_id, verdict: told.success ? told.output.result.suggest : 'unavailable' }
}
