import { parentPort } from 'node:worker_threads'
import type { Drawn } from './draw'
import { type LetterDescription, letter } from './letter'

/** The other side of draw.ts: one letter after another, as they are asked for. */
let before: Promise<void> = Promise.resolve()

parentPort?.on('message', ({ id, description }: { id: number; description: LetterDescription }) => {
  before = before.then(async () => answer(await drawn(id, description)))
})

async function drawn(id: number, description: LetterDescription): Promise<Drawn> {
  try {
    return { id, letter: await letter(description) }
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function answer(drawing: Drawn): void {
  const bytes = 'letter' in drawing ? [drawing.letter.pdf.buffer as ArrayBuffer] : []
  parentPort?.postMessage(drawing, bytes)
}
