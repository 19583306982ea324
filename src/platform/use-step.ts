import { useState } from 'react'
import { say, wordsOf } from './say'

type Answer<R> = { ok: true } | { ok: false; refusal: R }

/** Does one step at a time: what it was refused for is said, and the page shows what is so now. */
export function useStep<R>(refusalWords: (refusal: R) => string, changed: () => Promise<void>) {
  const [busy, setBusy] = useState('')
  const run = async (name: string, step: () => Promise<Answer<R>>, done: string): Promise<boolean> => {
    if (busy) return false
    setBusy(name)
    try {
      const answer = await step()
      say(answer.ok ? done : refusalWords(answer.refusal))
      await changed()
      return answer.ok
    } catch (error) {
      say(wordsOf(error))
      return false
    } finally {
      setBusy('')
    }
  }
  return { busy, run }
}
