import type { LightKind } from '../../../components/light'
import type { ApplicationDetail } from '../shapes'
import { pauseNames } from '../wording'
import { caseWording } from './wording'

const { answers, by, pills } = caseWording

/** What a person wants to know first: the answer, by when, and the one light. */
export interface Head {
  light: { kind: LightKind; words: string }
  answer: string
  by: string
}

/** The head of one application, by where it stands. */
export function headOf(a: ApplicationDetail): Head {
  switch (a.status) {
    case 'draft':
      return { light: { kind: 'idle', words: answers.draft }, answer: answers.draft, by: '' }
    case 'correctionRequested': {
      const notice = a.notices.at(-1)
      return {
        light: { kind: a.clock.light === 'late' ? 'late' : 'soon', words: pills.yours },
        answer: answers.correct(notice?.lines.length ?? 0),
        by: notice ? by.correction(notice.dueAt) : '',
      }
    }
    case 'suspended': {
      const why = a.clock.pausedFor
      return {
        light: { kind: 'idle', words: pills.paused },
        answer: why ? answers.paused(pauseNames[why]) : pills.paused,
        by: by.paused,
      }
    }
    case 'approved':
      return { light: { kind: 'go', words: caseWording.decision.approved }, answer: answers.approved, by: deadline(a) }
    case 'refused':
      return refused(a)
    case 'delivered':
    case 'rated':
    case 'closed':
      return a.decision?.outcome === 'refused'
        ? refused(a)
        : { light: { kind: 'go', words: caseWording.decision.approved }, answer: answers.done, by: '' }
    case 'underAppeal':
      return { light: { kind: a.clock.light, words: answers.appeal }, answer: answers.appeal, by: deadline(a) }
    case 'withdrawn':
      return { light: { kind: 'idle', words: answers.withdrawn }, answer: answers.withdrawn, by: by.withdrawn }
    case 'lapsed':
      return { light: { kind: 'late', words: pills.lapsed }, answer: answers.lapsed, by: by.lapsed }
    default:
      return running(a)
  }
}

function running(a: ApplicationDetail): Head {
  const { light, daysLeft, deadlineAt } = a.clock
  const fine = a.status === 'submitted' ? pills.waiting : pills.fine
  const words = { go: fine, soon: pills.soon, late: pills.late, idle: pills.paused }[light]
  const answer =
    daysLeft === null || deadlineAt === null
      ? answers.onTheWay
      : daysLeft < 0
        ? answers.overdue(-daysLeft)
        : daysLeft === 0
          ? answers.today(deadlineAt)
          : answers.daysLeft(daysLeft)
  return { light: { kind: light, words }, answer, by: deadline(a) }
}

const refused = (a: ApplicationDetail): Head => ({
  light: { kind: 'late', words: caseWording.decision.refused },
  answer: answers.refused,
  by: a.allowedActions.includes('appeal') && a.decision ? by.rejected(a.decision.appealUntil) : '',
})

function deadline({ clock: { kind, deadlineAt, light } }: ApplicationDetail): string {
  if (!deadlineAt || !kind) return ''
  return light === 'late' ? by.late(deadlineAt) : by[kind](deadlineAt)
}
