import type { FeedbackState, FeedbackSubject } from '../../types/feedback'
import { addWorkingDays, lightOf as lightOfClock } from '../deadlines/working-days'

/** Pure decisions about feedback. */

export const mostADay = 5
const workingDaysToAnswer = 5

/** The end of the fifth working day after the day it was sent. */
export function answerDeadline(sentAt: Date): Date {
  const at = addWorkingDays(sentAt, workingDaysToAnswer)
  // Null only while a pause is open, and there is none.
  if (at === null) throw new Error('a deadline without pauses has an end')
  return at
}

/** Somebody who administers the area. */
export interface Candidate {
  personId: number
  /** Where their grant stands: the area itself or one above it. */
  areaCode: string
  /** Open feedback they answer for already. */
  open: number
}

const communityDigits = 12

/**
 * Who answers for it (责任到人): the nearest administrator, of several the one with least to answer, never the author. What is about
 * people who work there goes to somebody above the community, when there is one.
 */
export function chooseOwner(
  candidates: readonly Candidate[],
  about: FeedbackSubject,
  author: number,
): number | undefined {
  const others = candidates.filter((c) => c.personId !== author)
  const above = others.filter((c) => c.areaCode.length < communityDigits)
  const eligible = about === 'people' && above.length > 0 ? above : others
  const [best] = [...eligible].sort(
    (a, b) => b.areaCode.length - a.areaCode.length || a.open - b.open || a.personId - b.personId,
  )
  return best?.personId
}

interface Times {
  answerBy: Date
  answeredAt: Date | null
  withdrawnAt: Date | null
}

export function stateOf({ answeredAt, withdrawnAt }: Omit<Times, 'answerBy'>): FeedbackState {
  return withdrawnAt ? 'withdrawn' : answeredAt ? 'answered' : 'open'
}

/** The light of its clock. What was answered is in order, however late. */
export function lightOf(times: Times, now: Date): 'go' | 'soon' | 'late' | 'idle' {
  const state = stateOf(times)
  return state === 'open' ? lightOfClock(now, times.answerBy, false) : state === 'answered' ? 'go' : 'idle'
}
