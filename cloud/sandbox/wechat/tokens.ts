interface Token {
  value: string
  /** Milliseconds since 1970. */
  until: number
}

export const tokenLifeMs = 7_200_000
export const overlapMs = 300_000
export const forcedEveryMs = 30_000
export const forcedADay = 20

const dayMs = 86_400_000

/**
 * Access tokens as `stable_token` gives them: the same one again while it has more than five minutes to live, then a new one, with
 * both valid for those minutes. At most two are ever valid, so two forced renewals end a leaked one.
 */
export class Tokens {
  private current: Token | undefined
  private previous: Token | undefined
  private readonly given = new Set<string>()
  private forcedAt: number[] = []

  constructor(
    private readonly now: () => number,
    private readonly nextId: (digits: number) => string,
  ) {}

  /** A token with its seconds to live, or the errcode 45009 when 20 forced renewals were made within a day. */
  give(force = false): { access_token: string; expires_in: number } | 45009 {
    const now = this.now()
    if (this.current && !this.mustRenew(this.current, force)) return this.told(this.current)
    if (force) {
      this.forcedAt = this.forcedAt.filter((at) => at > now - dayMs)
      if (this.forcedAt.length >= forcedADay) return 45009
      this.forcedAt.push(now)
    }
    if (this.current) this.previous = { ...this.current, until: Math.min(this.current.until, now + overlapMs) }
    this.current = { value: `sandbox_${this.nextId(64)}`, until: now + tokenLifeMs }
    this.given.add(this.current.value)
    return this.told(this.current)
  }

  /** 0 when the token may be used, else the errcode. */
  errorOf(token: string | undefined): number {
    if (!token) return 41001
    if (!this.given.has(token)) return 40014
    const known = [this.current, this.previous].find((one) => one?.value === token)
    if (!known) return 40001
    return this.now() < known.until ? 0 : 42001
  }

  /** Ends all tokens at once, as resetting the secret does. */
  endAll(): void {
    this.current = undefined
    this.previous = undefined
  }

  /** Forced renewals less than 30 s apart do nothing. */
  private mustRenew(current: Token, force: boolean): boolean {
    const lastForcedAt = this.forcedAt.at(-1) ?? Number.NEGATIVE_INFINITY
    return current.until - this.now() <= overlapMs || (force && this.now() - lastForcedAt >= forcedEveryMs)
  }

  private told({ value, until }: Token) {
    return { access_token: value, expires_in: Math.floor((until - this.now()) / 1000) }
  }
}
