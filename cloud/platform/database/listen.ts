import { setTimeout as sleep } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { quoted } from './statement'

export interface Listener {
  stop(): Promise<void>
}

export interface Ears {
  /** Channel → what to do with a message. */
  channels: Readonly<Record<string, (payload: string) => void>>
  /** Every time it begins to hear. What was announced before is lost. */
  onListen: () => void
  /** When it can hear no more, until the next `onListen`. */
  onDeaf: () => void
}

/**
 * Listens to channels on a connection of its own, and connects anew for ever (100 ms, doubling to 5 s) when it is lost. Resolves when it
 * hears for the first time; throws when that fails.
 */
export async function listenOn(config: ClientConfig, ears: Ears): Promise<Listener> {
  const stopping = new AbortController()
  let client: Client | undefined

  const hear = async () => {
    const next = new Client({ ...config, keepAlive: true })
    next.on('error', () => {}) // `end` follows
    next.once('end', () => {
      if (client !== next) return
      client = undefined
      ears.onDeaf()
      if (!stopping.signal.aborted) void hearAgain()
    })
    next.on('notification', ({ channel, payload }) => ears.channels[channel]?.(payload ?? ''))
    try {
      await next.connect()
      for (const channel of Object.keys(ears.channels)) await next.query(`listen ${quoted(channel)}`)
    } catch (error) {
      await next.end().catch(() => {})
      throw error
    }
    if (stopping.signal.aborted) return next.end()
    client = next
    ears.onListen()
  }
  const hearAgain = async () => {
    for (let wait = 100; !stopping.signal.aborted; wait = Math.min(wait * 2, 5000)) {
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return
      const heard = await hear().then(
        () => true,
        () => false,
      )
      if (heard) return
    }
  }

  await hear()
  return {
    async stop() {
      stopping.abort()
      await client?.end()
    },
  }
}
