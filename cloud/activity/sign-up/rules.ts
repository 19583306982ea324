import type { ActivityStatus, JoinRule, SignUpStatus } from '../../../types/activity'
import { type Answers, limits, type Question } from '../../../types/activity'
import { type Refusal, refuse } from '../../platform/fault'

/** Who may sign up, with what: the whole decision except for the seats, which the database gives out. */

export interface OpenActivity {
  activityId: number
  status: ActivityStatus
  signUpOpensAt: Date
  signUpClosesAt: Date
  startsAt: Date
  join: JoinRule
  maxParty: number
  questions: readonly Question[]
  inviteCode: string
  showUpFirst: boolean
  groups: readonly { groupId: number; name: string }[]
}

export interface Applicant {
  /** Whether the caller may act for this person: it is themselves, family, or somebody enrolled in their grid. */
  mayActFor: boolean
  consented: boolean
  livesHere: boolean
  isVolunteer: boolean
  noShows: number
  live: { signUpId: number; status: SignUpStatus } | null
  overlap: { activityId: number; title: string } | null
}

export interface Wish {
  party: number
  groupId?: number | undefined
  answers: Answers
  inviteCode?: string | undefined
}

/** Where the party goes: which pool, and whether behind others in its line (show-up-first, three no-shows in 90 days). */
export interface Placement {
  groupId: number
  behind: boolean
}

/** Decides on one sign-up. Pure: everything it needs was read under the lock of the activity. */
export function decideSignUp(activity: OpenActivity, applicant: Applicant, wish: Wish, now: Date) {
  if (!applicant.consented) return refuse('consentNeeded')
  if (!applicant.mayActFor) return refuse('notEligible', { why: 'notYourDependant' as const })
  if (applicant.live) return refuse('alreadySignedUp', applicant.live)
  if (activity.status !== 'published' || now >= activity.signUpClosesAt) return refuse('signUpClosed')
  if (now < activity.signUpOpensAt) return refuse('notOpenYet', { opensAt: activity.signUpOpensAt })
  const why = notEligible(activity, applicant, wish)
  if (why) return refuse('notEligible', { why })
  if (wish.party > activity.maxParty) return refuse('partyTooLarge', { most: activity.maxParty })
  const group =
    activity.groups.length === 1 ? activity.groups[0] : activity.groups.find((g) => g.groupId === wish.groupId)
  if (!group || (wish.groupId !== undefined && wish.groupId !== group.groupId)) return refuse('chooseGroup')
  const answer = wrongAnswer(activity.questions, wish.answers)
  if (answer) return answer
  if (applicant.overlap) return refuse('overlaps', applicant.overlap)
  return {
    groupId: group.groupId,
    behind: activity.showUpFirst && applicant.noShows >= limits.noShowsBeforeLast,
  } satisfies Placement
}

function notEligible(
  activity: OpenActivity,
  applicant: Applicant,
  wish: Wish,
): 'community' | 'volunteers' | 'invited' | undefined {
  if (activity.join === 'community' && !applicant.livesHere) return 'community'
  if (activity.join === 'volunteers' && !applicant.isVolunteer) return 'volunteers'
  if (activity.join === 'invited' && wish.inviteCode !== activity.inviteCode) return 'invited'
  return undefined
}

type WrongAnswer = Refusal<{ reason: 'answerMissing' | 'answerInvalid' } & { key: string; label: string }>

/** The first question whose answer is missing or does not fit, or an answer to no question. */
export function wrongAnswer(questions: readonly Question[], answers: Answers): WrongAnswer | undefined {
  for (const { key, label, ...question } of questions) {
    const answer = answers[key]
    if (answer === undefined || answer === '') {
      if (question.required) return refuse('answerMissing', { key, label }) as WrongAnswer
      continue
    }
    const fits =
      question.type === 'number'
        ? typeof answer === 'number'
        : typeof answer === 'string' && (question.type === 'text' || question.choices.includes(answer))
    if (!fits) return refuse('answerInvalid', { key, label }) as WrongAnswer
  }
  const unknown = Object.keys(answers).find((key) => !questions.some((q) => q.key === key))
  return unknown === undefined ? undefined : (refuse('answerInvalid', { key: unknown, label: unknown }) as WrongAnswer)
}
