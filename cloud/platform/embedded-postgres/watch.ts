import { setTimeout as sleep } from 'node:timers/promises'
import { postmasterOf, removeStalePidFile } from './postmaster'

const everyMs = 250
const slowestRecoveryMs = 120_000

/** Waits until a server that is starting or recovering takes connections. Throws after two minutes. */
export async function untilReady(data: string): Promise<void> {
  const until = Date.now() + slowestRecoveryMs
  while (postmasterOf(data) !== 'ready') {
    if (Date.now() > until) throw new Error(`PostgreSQL on ${data} is not ready after two minutes.`)
    await sleep(50)
  }
}

export interface Watch {
  /** Ends the watch, after a restart that is under way. */
  end(): Promise<void>
}

/** Looks four times a second whether the server still runs, and calls `restart` until it does again. */
export function watchServer(data: string, restart: () => Promise<void>, onRestart: () => void): Watch {
  let restarting: Promise<void> | undefined
  const revive = async () => {
    try {
      if (postmasterOf(data) === 'stale') removeStalePidFile(data)
      await restart()
      onRestart()
    } catch {
      // Its orphaned children have not left yet, or the disk is full: the next tick tries again.
    }
  }
  const timer = setInterval(() => {
    const state = postmasterOf(data)
    if (restarting || state === 'ready' || state === 'starting') return
    restarting = revive().finally(() => {
      restarting = undefined
    })
  }, everyMs)
  timer.unref()
  return {
    async end() {
      clearInterval(timer)
      await restarting
    },
  }
}
