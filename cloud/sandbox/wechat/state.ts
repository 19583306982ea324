import { createHash } from 'node:crypto'
import { Codes } from './codes'
import { Tokens } from './tokens'

/** The one app that the sandbox knows. */
export const sandboxApp = { appid: 'wxsandbox00000001', secret: 'sandbox-secret' }

/** A subscription message that was sent. */
export interface SentMessage {
  openid: string
  templateId: string
  /** Empty when the message opens nothing. */
  page: string
  data: Record<string, { value: string }>
}

/** A fault played on the next `times` calls of a path (`/wxa/msg_sec_check`). Without any of the rest, the call is answered normally. */
export interface PlayedFault {
  path: string
  times: number
  /** Milliseconds to wait before anything else. */
  delayMs?: number
  /** Answer this, and carry nothing out. */
  errcode?: number
  /** Cut the connection, and carry nothing out. */
  drop?: boolean
  /** Carry the call out, then cut the connection instead of answering. */
  loseAnswer?: boolean
}

/**
 * What the sandbox remembers, in memory only. Ids and tokens follow from the moment it was made, so that a test with a fixed clock
 * sees the same ones every time, and a restarted sandbox never repeats the trace ids of the one before.
 */
export class SandboxState {
  readonly codes: Codes
  readonly tokens: Tokens
  /** Messages sent, oldest first. */
  readonly messages: SentMessage[] = []
  /** Faults still to be played, by path. */
  readonly faults: PlayedFault[] = []
  private readonly acceptances = new Map<string, number>()
  private readonly seed: number
  private ids = 0

  /** @param now milliseconds since 1970 */
  constructor(readonly now: () => number) {
    this.seed = now()
    this.codes = new Codes(now)
    this.tokens = new Tokens(now, this.nextId)
  }

  /** Up to 64 hexadecimal digits that were not given before. */
  readonly nextId = (digits: number): string =>
    createHash('sha256')
      .update(`${this.seed}/${this.ids++}`)
      .digest('hex')
      .slice(0, digits)

  /** The person taps 允许 (allow) `count` times in the prompt for this template. */
  accept(openid: string, templateId: string, count: number): void {
    const key = `${openid}/${templateId}`
    this.acceptances.set(key, (this.acceptances.get(key) ?? 0) + count)
  }

  /** Uses one acceptance up; false when none is left. */
  spend(openid: string, templateId: string): boolean {
    const key = `${openid}/${templateId}`
    const left = this.acceptances.get(key) ?? 0
    if (left === 0) return false
    this.acceptances.set(key, left - 1)
    return true
  }

  /** Ends all access tokens at once, as resetting the secret does. */
  expireTokens(): void {
    this.tokens.endAll()
  }
}
