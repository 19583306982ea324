import { createHash } from 'node:crypto'
import type { SandboxState } from './state'

/** Where pushes go, and the token that signs them. */
export interface Callback {
  url: string
  token: string
}

interface PushOptions {
  state: SandboxState
  verdictAfterMs: number
  sleep: (ms: number) => Promise<unknown>
  /** Aborted when the server closes: what is under way is given up. */
  stopping: AbortSignal
}

const tries = 3
const againAfterMs = 5_000

/** Message pushes (消息推送) to the app's server, each up to three times, five seconds apart, until it answers `success`. */
export class Pushes {
  private readonly underWay = new Set<Promise<void>>()

  constructor(
    private readonly options: PushOptions,
    private callback?: Callback,
  ) {}

  /** Asks the address to prove that it knows the token; pushes go there if it does. */
  async configure(callback: Callback): Promise<boolean> {
    const { state, stopping } = this.options
    const echostr = state.nextId(16)
    try {
      const response = await fetch(this.signed(callback, { echostr }), { signal: stopping })
      if (!response.ok || (await response.text()) !== echostr) return false
    } catch {
      return false // Nobody listens there.
    }
    this.callback = callback
    return true
  }

  /** Makes and sends an event some time from now; nobody waits for it. */
  push(event: () => Promise<object>): void {
    if (!this.callback) return
    const delivery = this.deliver(this.callback, event)
      .catch(() => undefined) // Only stopping ends up here, and a stopped sandbox owes nothing.
      .finally(() => this.underWay.delete(delivery))
    this.underWay.add(delivery)
  }

  /** Settles when nothing is under way any more. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay)
  }

  private async deliver(callback: Callback, make: () => Promise<object>): Promise<void> {
    const { sleep, verdictAfterMs } = this.options
    await sleep(verdictAfterMs)
    const event = await make()
    for (let attempt = 1; attempt <= tries; attempt++) {
      if (attempt > 1) await sleep(againAfterMs)
      if (await this.isTaken(callback, event)) return
    }
  }

  private async isTaken(callback: Callback, event: object): Promise<boolean> {
    try {
      const response = await fetch(this.signed(callback, {}), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(event),
        signal: this.options.stopping,
      })
      return response.ok && ['success', ''].includes(await response.text())
    } catch (error) {
      if (this.options.stopping.aborted) throw error
      return false
    }
  }

  private signed({ url, token }: Callback, extra: Record<string, string>): URL {
    const timestamp = String(Math.floor(this.options.state.now() / 1000))
    const nonce = String(Number.parseInt(this.options.state.nextId(8), 16))
    const signature = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex')
    const address = new URL(url)
    for (const [name, value] of Object.entries({ signature, timestamp, nonce, ...extra }))
      address.searchParams.set(name, value)
    return address
  }
}
