import { randomBytes } from 'node:crypto'

/** What the stand-in remembers: codes used, tokens given, acceptances, messages sent, faults to play. In memory, like a test double should. */

export const sandboxApp = { appid: 'wxsandbox00000001', secret: 'sandbox-secret' }

export interface SentMessage {
  openid: string
  templateId: string
  page: string
  data: Record<string, { value: string }>
}

/** A fault played on the next `times` calls of a path: an errcode, a dropped connection, or a delay before the normal answer. */
export interface PlayedFault {
  path: string
  times: number
  errcode?: number
  drop?: boolean
  delayMs?: number
}

const tokenLifeMs = 7_200_000
const overlapMs = 300_000
const forcedEveryMs = 30_000
const forcedADay = 20

export class SandboxState {
  readonly usedCodes = new Set<string>()
  readonly lastSignIn = new Map<string, number>()
  readonly messages: SentMessage[] = []
  readonly faults: PlayedFault[] = []
  private readonly acceptances = new Map<string, number>()
  private tokens: { value: string; until: number }[] = []
  private forced: number[] = []

  constructor(readonly now: () => number) {}

  /** The same token within its validity; on renewal the old one stays valid for five minutes. Undefined: forced too often. */
  token(force: boolean): { access_token: string; expires_in: number } | undefined {
    const now = this.now()
    this.tokens = this.tokens.filter((t) => t.until > now)
    const current = this.tokens.at(-1)
    if (force) {
      this.forced = this.forced.filter((at) => at > now - 86_400_000)
      if (this.forced.length >= forcedADay || (this.forced.at(-1) ?? 0) > now - forcedEveryMs) return undefined
      this.forced.push(now)
    } else if (current && current.until - now > overlapMs) {
      return { access_token: current.value, expires_in: Math.floor((current.until - now) / 1000) }
    }
    if (current) current.until = Math.min(current.until, now + overlapMs)
    const fresh = { value: randomBytes(24).toString('base64url'), until: now + tokenLifeMs }
    this.tokens.push(fresh)
    return { access_token: fresh.value, expires_in: tokenLifeMs / 1000 }
  }

  /** 0 when the token may be used, else the errcode. */
  tokenError(token: string | undefined): number {
    if (!token) return 40001
    const known = this.tokens.find((t) => t.value === token)
    if (!known) return 40014
    return known.until > this.now() ? 0 : 42001
  }

  /** Ends all tokens at once, as a secret reset does. */
  expireTokens(): void {
    for (const token of this.tokens) token.until = 0
  }

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

  /** The fault to play on this call, if any. */
  faultFor(path: string): PlayedFault | undefined {
    const fault = this.faults.find((f) => f.path === path && f.times > 0)
    if (fault) fault.times -= 1
    return fault
  }
}
