const codeLifeMs = 300_000
const minuteMs = 60_000
const signInsAMinute = 100

export const openidForm = /^[\w-]{1,64}$/

/**
 * Single-use codes. `<openid>:<anything>` signs in `<openid>`, `phone:<11 digits>:<anything>` gives that number. Where `<anything>`
 * begins with 13 digits they are the moment it was made, in milliseconds, and the code dies five minutes later. Openids that begin with
 * `risky-` are people WeChat distrusts.
 */
export class Codes {
  private readonly used = new Set<string>()
  private readonly signInsAt = new Map<string, number[]>()

  constructor(private readonly now: () => number) {}

  /** The openid that a sign-in code stands for, or the errcode 40029, 40163, 40226 or 45011. */
  signIn(code: string): string | number {
    const [, openid = '', rest = ''] = /^([^:]*):(.+)$/.exec(code) ?? []
    if (openid === 'phone' || !openidForm.test(openid) || this.isExpired(rest)) return 40029
    const recent = (this.signInsAt.get(openid) ?? []).filter((at) => at > this.now() - minuteMs)
    if (recent.length >= signInsAMinute) return 45011
    if (this.used.has(code)) return 40163
    if (openid.startsWith('risky-')) return 40226
    this.used.add(code)
    this.signInsAt.set(openid, [...recent, this.now()])
    return openid
  }

  /** The number that a phone code stands for, or the errcode 40029, which WeChat gives for used ones too. */
  phoneNumber(code: string): string | number {
    const [, number, rest = ''] = /^phone:(1\d{10}):(.+)$/.exec(code) ?? []
    if (!number || this.used.has(code) || this.isExpired(rest)) return 40029
    this.used.add(code)
    return number
  }

  /** Whether the person used the Mini Program within two hours, as far as signing in tells. */
  isActive(openid: string): boolean {
    return (this.signInsAt.get(openid)?.at(-1) ?? 0) > this.now() - 7_200_000
  }

  private isExpired(rest: string): boolean {
    const madeAt = /^\d{13}(?=:|$)/.exec(rest)?.[0]
    return madeAt !== undefined && this.now() - Number(madeAt) > codeLifeMs
  }
}
