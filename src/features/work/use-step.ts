import { useState } from 'react'
import { say, wordsOf } from '../../platform/say'
import { type WorkRefusal, workRefusal } from './refusal-wording'

type Answer = { ok: true } | { ok: false; refusal: WorkRefusal }

/** Does one step at a time: what it was refused for is said, and the page shows what is so now. */
export function useStep(changed: () => Promise<void>) {
  const [busy, setBusy] = useState('')
  const run = async (name: string, step: () => Promise<Answer>, done: string): Promise<boolean> => {
    if (busy) return false
    setBusy(name)
    try {
      const answer = await step()
      say(answer.ok ? done : workRefusal(answer.refusal))
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
export type Step = ReturnType<typeof useStep>
