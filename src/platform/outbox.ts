import Taro from '@tarojs/taro'
import type { AnswerOf, AnyOperation } from '../../types/operation'
import { CallFailed, call, Unreachable } from './client'
import { useWatched, watched } from './emitter'
import { newRequestId } from './env'
import { storage } from './storage'

/**
 * Writes that could not be sent wait here, across restarts, and are sent once the network is back. Every entry keeps its request id:
 * sending it again, even if the first attempt did arrive, changes nothing.
 */
export interface Waiting {
  name: string
  input: Record<string, unknown> & { requestId: string }
  /** What it was, for the person to read. */
  title: string
  since: number
}

const key = 'outbox'
const entries = watched<readonly Waiting[]>(storage.read<Waiting[]>(key) ?? [])
const settled = watched<{ entry: Waiting; answer: AnswerOf<AnyOperation> | CallFailed } | undefined>(undefined)
let sending = false

function keep(next: readonly Waiting[]): void {
  storage.write(key, next)
  entries.set(next)
}

/** Sends now, or keeps it for later: `undefined` means it waits in the outbox. */
export async function sendOrKeep(
  name: string,
  title: string,
  input: object,
): Promise<AnswerOf<AnyOperation> | undefined> {
  const complete = { requestId: newRequestId(), ...input }
  try {
    return await call(name, complete)
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    keep([...entries.get(), { name, input: complete, title, since: Date.now() }])
    return undefined
  }
}

/** Sends what waits, oldest first, and stops at the first that still cannot be sent. */
export async function flushOutbox(): Promise<void> {
  if (sending) return
  sending = true
  try {
    for (let entry = entries.get()[0]; entry; entry = entries.get()[0]) {
      const answer = await call(entry.name, entry.input).catch((error: unknown) => error)
      if (answer instanceof Unreachable) return
      if (answer instanceof Error && !(answer instanceof CallFailed)) throw answer
      // Not signed in any more: it keeps waiting for its owner.
      if (answer instanceof CallFailed && answer.kind === 'notSignedIn') return
      const [, ...rest] = entries.get()
      keep(rest)
      settled.set({ entry, answer: answer as AnswerOf<AnyOperation> | CallFailed })
    }
  } finally {
    sending = false
  }
}

/** Watches the network, and tries again now and then: "connected" does not always mean reachable. */
export function startOutbox(): void {
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) void flushOutbox()
  })
  setInterval(() => {
    if (entries.get().length > 0) void flushOutbox()
  }, 20_000)
  void flushOutbox()
}

export const useOutbox = () => useWatched(entries)
/** The last entry that was sent from the outbox, with its answer. */
export const useSettled = () => useWatched(settled)
