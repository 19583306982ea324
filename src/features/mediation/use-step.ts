import { useState } from 'react'
import type { MediationDetail } from '../../../types/volunteer'
import { say, wordsOf } from '../../platform/say'
import { type DisputeRefusal, disputeRefusal } from './wording'

type Answer = { ok: true; value: MediationDetail } | { ok: false; refusal: DisputeRefusal }

/** One step of a dispute at a time; the page shows what it led to. */
export function useStep(put: (d: MediationDetail) => void, again: () => Promise<void>) {
  const [busy, setBusy] = useState('')
  const run = async (name: string, step: () => Promise<Answer>, done = ''): Promise<boolean> => {
    if (busy) return false
    setBusy(name)
    try {
      const answer = await step()
      if (answer.ok) put(answer.value)
      else await again()
      const words = answer.ok ? done : disputeRefusal(answer.refusal)
      if (words) say(words)
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
