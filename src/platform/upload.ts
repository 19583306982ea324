import { CallFailed, Unreachable } from './client'
import { env } from './env'
import { AV } from './leancloud'
import type { Picked } from './pick-file-types'

/** Sending a file to the cloud. */

/** Milliseconds an upload may take; longer than the cloud waits for the bytes. */
const timeoutMs = 190_000
/** Pauses before it is tried again, in milliseconds. */
const pauses = [1_000, 4_000]

export interface SendOptions {
  /** Hears 0 to 100 as the bytes go. */
  onProgress?: (percent: number) => void
  /** For a test; waits so many milliseconds. */
  sleep?: (ms: number) => Promise<unknown>
}

/**
 * Sends what was picked and gives its file id. A network that drops is tried again twice; then it throws Unreachable, and the same may
 * be sent later. Throws CallFailed with words for the person when the cloud does not take the file.
 */
export async function sendFile(picked: Picked, { onProgress, sleep = rest }: SendOptions = {}): Promise<number> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await sendOnce(picked, (percent) => onProgress?.(percent))
    } catch (error) {
      const known = toKnown(error)
      const pause = pauses[attempt]
      if (!(known instanceof Unreachable) || pause === undefined) throw known
      await sleep(pause)
    }
  }
}

async function sendOnce({ name, path, blob }: Picked, onProgress: (percent: number) => void): Promise<number> {
  // A file of the SDK's can be saved once: every attempt makes its own.
  const file = new AV.File(name || 'file', (blob ?? { blob: { uri: path } }) as never)
  const saved = file.save({
    onprogress: ({ percent, loaded, total }: { percent?: number; loaded?: number; total?: number }) => {
      const share = percent ?? (loaded && total ? (loaded / total) * 100 : 0)
      // The last hundredth is the cloud's: it still has to look at the file.
      onProgress(Math.min(99, Math.round(share)))
    },
  } as never)
  await withTimeout(saved)
  onProgress(100)
  return Number(file.id)
}

interface UploadError {
  code?: number
  message?: string
  rawMessage?: string
  response?: { status?: number; data?: { code?: number; error?: string } }
}

/** The cloud's no as CallFailed in its own words; everything else is a network that may come back. */
function toKnown(error: unknown): Error {
  if (error instanceof Unreachable || error instanceof CallFailed) return error
  const { code, message = '', rawMessage, response } = error as UploadError
  // The place was refused (code), or the bytes were (response).
  const number = response?.data?.code ?? code
  const words = response?.data?.error ?? rawMessage ?? message
  if (number === 206 || number === 211) return new CallFailed('notSignedIn', words)
  if (number === 429) return new CallFailed('tooMany', words)
  if (number === 403 || number === 101 || number === 137 || number === 142 || number === 413 || number === 107)
    return new CallFailed('invalidInput', words)
  return new Unreachable(words)
}

/** A file's address as a picture or download can use it: the cloud hands out paths of its own. */
export const fileUrl = (path: string): string => `${env.serverUrl}${path}`

function withTimeout<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Unreachable('time-out')), timeoutMs)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
