import { useState } from 'react'
import { say, wordsOf } from '../../platform/say'
import type { Refusal } from './shapes'
import { refusalWords } from './wording'

type Answer<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

/** Does something, one at a time, and says what came of it. What it gave, or undefined where it was not done. */
export type Step = <T>(work: () => Promise<Answer<T>>, done: string | ((value: T) => string)) => Promise<T | undefined>

/** `changed` shows what is so now: after what was done, and where somebody else was quicker. */
export function useStep(changed: () => unknown): { busy: boolean; step: Step } {
  const [busy, setBusy] = useState(false)
  const step: Step = async (work, done) => {
    if (busy) return undefined
    setBusy(true)
    try {
      const answer = await work()
      if (!answer.ok) {
        say(refusalWords(answer.refusal))
        await changed()
        return undefined
      }
      const words = typeof done === 'string' ? done : done(answer.value)
      if (words) say(words)
      await changed()
      return answer.value
    } catch (error) {
      say(wordsOf(error))
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { busy, step }
}
