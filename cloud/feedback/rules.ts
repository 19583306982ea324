import type { FeedbackState, FeedbackSubject } from '../../types/feedback'

/** Pure decisions about feedback. */

export const mostADay = 5
const workingDaysToAnswer = 5
const dayMs = 86_400_000

const hourMs = 3_600_000
const closingHour = 17

/** 17:00 in Asia/Shanghai of the fifth weekday after the day it was sent. */
export function answerDeadline(sentAt: Date): Date {
  // Midnight of that day in Shanghai, told as if it were UTC.
  const day = new Date(Math.floor((sentAt.getTime() + 8 * hourMs) / dayMs) * dayMs)
  for (let counted = 0; counted < workingDaysToAnswer; ) {
    day.setUTCDate(day.getUTCDate() + 1)
    if (day.getUTCDay() % 6 !== 0) counted += 1
  }
  return new Date(day.getTime() + (closingHour - 8) * hourMs)
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

/** The light of its clock. */
export function lightOf(times: Times, now: Date): 'go' | 'soon' | 'late' | 'idle' {
  if (times.withdrawnAt) return 'idle'
  if (times.answeredAt) return 'go'
  const left = times.answerBy.getTime() - now.getTime()
  return left < 0 ? 'late' : left <= dayMs ? 'soon' : 'go'
}
