import type { Log } from './log'

/**
 * Calls by relay: a provider of virtual numbers rings both and connects them, so that neither sees the other's number. The provider is plugged in by settings; without one a
 * sandbox records what would have been connected.
 */
export interface Relay {
  /** Connects two numbers; the same `callId` again is the same call. Gives the provider's reference; throws when it cannot be reached. */
  connect(call: RelayCall): Promise<{ reference: string }>
}

export interface RelayCall {
  callId: number
  fromPhone: string
  toPhone: string
}

export interface RelaySettings {
  url: string
  token: string
}

/**
 * A provider that takes `POST {"id","from","to"}` with a bearer token and answers `{"reference"}`; `Idempotency-Key` is the call's. Whatever goes wrong is thrown without a
 * word of the provider's, which may repeat a number.
 */
export function createRelay({ url, token }: RelaySettings, patienceMs = 10_000): Relay {
  return {
    async connect({ callId, fromPhone, toPhone }) {
      const response = await fetch(url, {
        method: 'POST',
        // Numbers go to the address that was set up and to no other.
        redirect: 'error',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          'idempotency-key': `linlibang-call-${callId}`,
        },
        body: JSON.stringify({ id: String(callId), from: fromPhone, to: toPhone }),
        signal: AbortSignal.timeout(patienceMs),
      })
      const said = await response.text()
      if (!response.ok) throw new Error(`the relay answered ${response.status}`)
      const reference = referenceIn(said)
      if (reference === undefined) throw new Error('the relay gave no reference')
      // A reference is kept and may be read: one that repeats a number is not. The provider knows the call by our id as well.
      return {
        reference: [fromPhone, toPhone].some((phone) => reference.includes(phone)) ? `call-${callId}` : reference,
      }
    },
  }
}

function referenceIn(said: string): string | undefined {
  try {
    const answer: unknown = JSON.parse(said)
    const reference = (answer as { reference?: unknown } | null)?.reference
    return typeof reference === 'string' && reference !== '' ? reference : undefined
  } catch {
    return undefined
  }
}

export interface SandboxRelay extends Relay {
  /** What was connected, the newest last; numbers as they were. Kept in memory only. */
  readonly calls: readonly RelayCall[]
}

const mostCalls = 100

/** Connects nobody and remembers the last hundred calls. */
export function createSandboxRelay(log: Log): SandboxRelay {
  const calls: RelayCall[] = []
  return {
    calls,
    async connect(call) {
      if (!calls.some((one) => one.callId === call.callId)) calls.push(call)
      if (calls.length > mostCalls) calls.shift()
      log.info({ callId: call.callId }, 'sandbox relay: would connect a call')
      return { reference: `sandbox-${call.callId}` }
    },
  }
}
