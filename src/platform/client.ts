import type { Contract } from '../../types'
import type { AnswerOf, AnyOperation, RequestOf } from '../../types/operation'
import { newRequestId } from './env'
import { AV } from './leancloud'
import { forgetSession } from './session-state'

/** Typed calls of the cloud, derived from the contract: `client.activity.signUp({ … })`. */

/** The cloud did not answer: no network, a time-out, or it is busy. Nothing is lost; a write may be sent again as it is. */
export class Unreachable extends Error {}

/** The cloud said no for a reason that is not a declared refusal. */
export class CallFailed extends Error {
  constructor(
    readonly kind: 'invalidInput' | 'notSignedIn' | 'notAllowed' | 'notFound' | 'conflict' | 'tooMany' | 'fault',
    message: string,
    readonly fields: readonly { path: string; problem: string }[] = [],
  ) {
    super(message)
  }
}

// A request id is filled in when the caller gives none.
type Sent<Op extends AnyOperation> = Omit<RequestOf<Op>, 'requestId'> & { requestId?: string }
type Method<Op extends AnyOperation> = (input: Sent<Op>) => Promise<AnswerOf<Op>>
export type Client = {
  [C in keyof Contract]: {
    [V in keyof Contract[C]]: Contract[C][V] extends AnyOperation ? Method<Contract[C][V]> : never
  }
}

const timeoutMs = 15_000

/** Calls one operation by its name. Throws Unreachable or CallFailed; refusals come back as data. */
export async function call(name: string, input: object): Promise<AnswerOf<AnyOperation>> {
  try {
    const answer: unknown = await withTimeout(AV.Cloud.run(name, input))
    return answer as AnswerOf<AnyOperation>
  } catch (error) {
    throw toKnown(error)
  }
}

type Call = (input: object) => Promise<unknown>

/**
 * Any operation by its name; which there are is known to the types alone, so that the contract stays out of the package. Each call has an id: a write may be
 * sent again as it is, a read has no use for it.
 */
export const client = named((capability) =>
  named(
    (verb): Call =>
      (input) =>
        call(`${capability}.${verb}`, { requestId: newRequestId(), ...input }),
  ),
) as unknown as Client

/** An object that makes what is asked of it, once for each name. */
function named<T>(make: (name: string) => T): Record<string, T> {
  const made = new Map<string, T>()
  return new Proxy<Record<string, T>>(
    {},
    {
      get(_, name) {
        if (typeof name !== 'string') return undefined
        const known = made.get(name) ?? make(name)
        made.set(name, known)
        return known
      },
    },
  )
}

function withTimeout<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Unreachable('time-out')), timeoutMs)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

interface SdkError {
  code?: number
  message?: string
  rawMessage?: string
  fields?: { path: string; problem: string }[]
}

function toKnown(error: unknown): Error {
  if (error instanceof Unreachable || error instanceof CallFailed) return error
  const { code, message = '', rawMessage, fields = [] } = error as SdkError
  const words = (rawMessage ?? message).replace(/ \[\d+ \w+ http.*\]$/, '')
  if (code === 142) return new CallFailed('invalidInput', words, fields)
  if (code === 206 || code === 211) {
    forgetSession()
    return new CallFailed('notSignedIn', words)
  }
  if (code === 403) return new CallFailed('notAllowed', words)
  if (code === 101) return new CallFailed('notFound', words)
  if (code === 137) return new CallFailed('conflict', words)
  if (code === 429) return new CallFailed('tooMany', words)
  if (code === 1) return new CallFailed('fault', words)
  return new Unreachable(words)
}
