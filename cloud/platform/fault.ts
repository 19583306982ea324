/** What can go wrong that is not a declared refusal, and how each reads on LeanCloud's wire. */

export interface FieldProblem {
  /** Dotted path of the field, e.g. `groups.0.capacity`. */
  path: string
  /** Plain Chinese, ready to stand under the field. */
  problem: string
}

/** An error that a caller may see. `code` is LeanCloud's number, `status` the HTTP status; nothing else leaves the cloud. */
export class PublicError extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly fields?: readonly FieldProblem[] | undefined,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** The input does not fit the contract. Names every field at fault. */
export class InvalidInput extends PublicError {
  constructor(fields: readonly FieldProblem[]) {
    super(400, 142, fields.map((f) => (f.path ? `${f.path}: ${f.problem}` : f.problem)).join('; '), fields)
  }
}

/** One field of a call that no contract describes is at fault. `status` doubles as the code where it says more than that the input is wrong. */
export class FieldRefused extends PublicError {
  constructor(path: string, problem: string, status?: 403 | 413, options?: ErrorOptions) {
    super(status ?? 400, status ?? 142, problem, [{ path, problem }], options)
  }
}

/** The operation needs a session. */
export class NotSignedIn extends PublicError {
  constructor() {
    super(401, 206, '请先登录')
  }
}

/** A session was sent, and it is forged, expired or revoked. */
export class SessionInvalid extends PublicError {
  constructor() {
    super(401, 211, '登录已过期，请重新登录')
  }
}

/** The caller has no role for this, or none for this area. */
export class NotAllowed extends PublicError {
  constructor() {
    super(403, 403, '您没有这项权限')
  }
}

/** There is no such thing, or not for this caller: the two look the same from outside. */
export class NotFound extends PublicError {
  constructor() {
    super(404, 101, '没有找到')
  }
}

/** The request id was used before with other content. */
export class Conflict extends PublicError {
  constructor() {
    super(409, 137, 'requestId: 这个请求编号已经用过，内容不一样')
  }
}

/** WeChat, or something else we depend on, does not answer; the caller may try again. */
export class Unavailable extends PublicError {
  constructor(message: string, options?: ErrorOptions) {
    super(503, 124, message, undefined, options)
  }
}

/** An expected business answer, declared in the contract, with its facts. Made by `refuse`. */
export class Refusal<R = unknown> {
  constructor(readonly refusal: R) {}
}

/**
 * Answers with a declared refusal: `return refuse('overlaps', { activityId, title })`. Facts are checked against the contract by
 * the operation's return type.
 */
export function refuse<K extends string>(reason: K): Refusal<{ reason: K }>
export function refuse<K extends string, F extends object>(reason: K, facts: F): Refusal<{ reason: K } & F>
export function refuse(reason: string, facts: object = {}): Refusal {
  return new Refusal({ ...facts, reason })
}
