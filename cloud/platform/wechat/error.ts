/** WeChat's refusal of a call: the call's name, the number, and WeChat's request id for its support. No personal data, no secrets. */
export class WechatError extends Error {
  constructor(
    readonly call: string,
    readonly errcode: number,
    readonly rid?: string,
  ) {
    super(`WeChat ${call} answered ${errcode}`)
    this.name = 'WechatError'
  }
}

/** WeChat's limit for this call is used up, for the minute (45011) or the day (45009). Trying again soon only makes it worse. */
export class WechatQuotaError extends WechatError {
  override readonly name = 'WechatQuotaError'
}

/** WeChat is busy; the call was not carried out. */
export const busy = -1

const tokenErrors: ReadonlySet<number> = new Set([40001, 40014, 42001])
const quotaErrors: ReadonlySet<number> = new Set([45009, 45011])

/** The error for a nonzero errcode, of the class callers tell apart. */
export function wechatError(call: string, errcode: number, rid?: string): WechatError {
  return quotaErrors.has(errcode) ? new WechatQuotaError(call, errcode, rid) : new WechatError(call, errcode, rid)
}

/** Whether WeChat refused the access token rather than the call. */
export function isTokenError(error: unknown): boolean {
  return error instanceof WechatError && tokenErrors.has(error.errcode)
}
