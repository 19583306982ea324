import Taro from '@tarojs/taro'
import type { AnswerOf, AnyOperation } from '../../types/operation'
import { CallFailed, call, Unreachable } from './client'
import { useWatched, watched } from './emitter'
import { newRequestId } from './env'
import { whoIsHere } from './session-state'
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
  /** Who wrote it: for anybody else on this phone it is neither sent nor shown. */
  owner?: string | undefined
  /** What was written is too much to lose when the cloud says no: it stays for its writer to put right. */
  keepRefused?: boolean
  /** Why the cloud said no: a refusal, or its words. */
  refused?: unknown
}

const key = 'outbox'
const entries = watched<readonly Waiting[]>(storage.read<Waiting[]>(key) ?? [])
const settled = watched<{ entry: Waiting; answer: AnswerOf<AnyOperation> | CallFailed } | undefined>(undefined)
let sending = false

const isMine = ({ owner }: Waiting) => owner === undefined || owner === whoIsHere()
const waits = (entry: Waiting) => isMine(entry) && entry.refused === undefined

function keep(next: readonly Waiting[]): void {
  storage.write(key, next)
  entries.set(next)
}

/** Sends now, or keeps it for later: `undefined` means it waits in the outbox. */
export async function sendOrKeep(
  name: string,
  title: string,
  input: object,
  { keepRefused = false } = {},
): Promise<AnswerOf<AnyOperation> | undefined> {
  const complete = { requestId: newRequestId(), ...input }
  try {
    return await call(name, complete)
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    const owner = whoIsHere()
    keep([...entries.get(), { name, input: complete, title, since: Date.now(), owner, keepRefused }])
    return undefined
  }
}

/** Sends what waits, oldest first, and stops at the first that still cannot be sent. */
export async function flushOutbox(): Promise<void> {
  if (sending) return
  sending = true
  try {
    for (let entry = entries.get().find(waits); entry; entry = entries.get().find(waits)) {
      const answer = await call(entry.name, entry.input).catch((error: unknown) => error)
      if (answer instanceof Unreachable) return
      if (answer instanceof Error && !(answer instanceof CallFailed)) throw answer
      // Not signed in any more: it keeps waiting for its owner.
      if (answer instanceof CallFailed && answer.kind === 'notSignedIn') return
      const sent = entry
      const why = refusalOf(answer as AnswerOf<AnyOperation> | CallFailed)
      const held = why !== undefined && sent.keepRefused
      keep(entries.get().flatMap((one) => (one !== sent ? [one] : held ? [{ ...one, refused: why }] : [])))
      settled.set({ entry, answer: answer as AnswerOf<AnyOperation> | CallFailed })
    }
  } finally {
    sending = false
  }
}

function refusalOf(answer: AnswerOf<AnyOperation> | CallFailed): unknown {
  if (answer instanceof CallFailed) return answer.fields[0]?.problem ?? answer.message
  return answer.ok ? undefined : answer.refusal
}

/** Throws away what the cloud said no to: it was written anew, or is not wanted any more. */
export function dropRefused(requestId: string): void {
  keep(entries.get().filter((entry) => entry.refused === undefined || entry.input.requestId !== requestId))
}

/** Watches the network, and tries again now and then: "connected" does not always mean reachable. */
export function startOutbox(): void {
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) void flushOutbox()
  })
  setInterval(() => {
    if (entries.get().some(waits)) void flushOutbox()
  }, 20_000)
  void flushOutbox()
}

/** What of mine waits to be sent. */
export const useOutbox = (): readonly Waiting[] => useWatched(entries).filter(waits)
/** What of mine the cloud said no to and I have to look at. */
export const useRefused = (): readonly Waiting[] =>
  useWatched(entries).filter((entry) => isMine(entry) && entry.refused !== undefined)
/** The last entry that was sent from the outbox, with its answer. */
export const useSettled = () => useWatched(settled)
