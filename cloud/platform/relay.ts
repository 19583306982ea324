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

const patienceMs = 10_000

/** A provider that takes `POST {"id","from","to"}` with a bearer token and answers `{"reference"}`; `Idempotency-Key` is the call's. */
export function createRelay({ url, token }: RelaySettings): Relay {
  return {
    async connect({ callId, fromPhone, toPhone }) {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          'idempotency-key': `linlibang-call-${callId}`,
        },
        body: JSON.stringify({ id: String(callId), from: fromPhone, to: toPhone }),
        signal: AbortSignal.timeout(patienceMs),
      })
      if (!response.ok) throw new Error(`the relay answered ${response.status}`)
      const { reference } = (await response.json()) as { reference?: unknown }
      if (typeof reference !== 'string' || reference === '') throw new Error('the relay gave no reference')
      return { reference }
    },
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
