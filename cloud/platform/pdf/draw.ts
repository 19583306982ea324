import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Letter, LetterDescription } from './letter'

/**
 * Draws letters in a thread of their own: shaping Chinese text and cutting fonts to size takes a tenth of a second and more, in which the
 * server would answer nobody. One thread, begun with the first letter, takes them in turn; after a quiet while it ends and gives its memory back.
 */

export type Drawn = { id: number } & ({ letter: Letter } | { error: string })

interface Waiting {
  resolve(letter: Letter): void
  reject(error: Error): void
}

const quietMs = 120_000

let thread: Worker | undefined
let ending: NodeJS.Timeout | undefined
let asked = 0
const waiting = new Map<number, Waiting>()

/** The letter, byte for byte as `letter` draws it. Rejects when it cannot be drawn; the next one can. */
export function drawLetter(description: LetterDescription): Promise<Letter> {
  return new Promise((resolve, reject) => {
    clearTimeout(ending)
    thread ??= begin()
    // While a letter is awaited the process stays; an idle thread keeps nobody.
    thread.ref()
    const id = ++asked
    waiting.set(id, { resolve, reject })
    thread.postMessage({ id, description })
  })
}

function begin(): Worker {
  // A thread begins without the loader that reads TypeScript (on Node 20 none is handed down), whatever the process runs under.
  const modules = [require.resolve('tsx/cjs'), path.join(__dirname, 'draw-thread.ts')]
  const worker = new Worker(modules.map((name) => `require(${JSON.stringify(name)})`).join('\n'), {
    eval: true,
    execArgv: [],
  })
  worker.on('message', (drawn: Drawn) => {
    const one = waiting.get(drawn.id)
    waiting.delete(drawn.id)
    if ('letter' in drawn) one?.resolve(drawn.letter)
    else one?.reject(new Error(drawn.error))
    if (waiting.size > 0) return
    worker.unref()
    ending = setTimeout(() => void worker.terminate(), quietMs).unref()
  })
  let cause: Error | undefined
  worker.on('error', (error: Error) => {
    cause = error
  })
  worker.on('exit', (code) => {
    if (thread === worker) thread = undefined
    for (const { reject } of waiting.values())
      reject(new Error(`the thread that draws letters ended with ${code}`, { cause }))
    waiting.clear()
  })
  return worker
}
