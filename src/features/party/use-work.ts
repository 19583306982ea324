import { useState } from 'react'
import { say, wordsOf } from '../../platform/say'
import type { Done } from './shapes'
import { refusalWords } from './wording'

/** Does one thing at a time and says how it went; true when it was done. */
export function useWork(): [busy: boolean, work: (doIt: () => Promise<Done>, done: string) => Promise<boolean>] {
  const [busy, setBusy] = useState(false)
  const work = async (doIt: () => Promise<Done>, done: string) => {
    setBusy(true)
    try {
      const answer = await doIt()
      say(answer.ok ? done : refusalWords(answer.refusal))
      return answer.ok
    } catch (error) {
      say(wordsOf(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return [busy, work]
}
