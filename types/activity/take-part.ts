import * as v from 'valibot'
import { count, done, id, instant, line, operation, requestId, text } from '../operation'
import { answers, partySize, signUpStatuses } from './shapes'

/** Taking part in 邻里活动: sign up, leave, answer a promotion, check in. */

const outcome = v.object({
  signUpId: id,
  status: v.picklist(signUpStatuses),
  /** Place in the waitlist; null unless waitlisted. */
  position: v.nullable(count),
})

export const takePartOperations = {
  /**
   * Signs a person up: me, or with `personId` a dependant of mine (代报名). Takes a seat or a place in the waitlist, never both,
   * never more than there are. The same `requestId` answers the same for ever.
   */
  signUp: operation({
    access: 'signedIn',
    input: {
      requestId,
      activityId: id,
      party: partySize,
      groupId: v.optional(id),
      personId: v.optional(id),
      answers: v.optional(answers, {}),
      inviteCode: v.optional(line(12)),
    },
    output: outcome,
    refusals: {
      notOpenYet: { opensAt: instant },
      signUpClosed: {},
      fullNoWaitlist: {},
      alreadySignedUp: { signUpId: id, status: v.picklist(signUpStatuses) },
      overlaps: { activityId: id, title: text },
      notEligible: {
        why: v.picklist(['community', 'volunteers', 'invited', 'notYourDependant']),
      },
      partyTooLarge: { most: count },
      chooseGroup: {},
      answerMissing: { key: text, label: text },
      answerInvalid: { key: text, label: text },
      consentNeeded: {},
    },
  }),

  /** Gives the seat or the place in the line back; the first waiting party that fits moves up in the same transaction. */
  cancelSignUp: operation({
    access: 'signedIn',
    input: { requestId, signUpId: id },
    output: done,
    refusals: {
      tooLate: { until: instant },
      alreadyOver: { status: v.picklist(signUpStatuses) },
    },
  }),

  /** Answers a promotion from the waitlist before its deadline. Declining costs nothing. */
  answerPromotion: operation({
    access: 'signedIn',
    input: { requestId, signUpId: id, accept: v.boolean() },
    output: outcome,
    refusals: {
      nothingToAnswer: {},
      tooLate: {},
      overlaps: { activityId: id, title: text },
    },
  }),

  /** Checks me (or a dependant) in or out with the rotating code on the organiser's screen. */
  checkInByCode: operation({
    access: 'signedIn',
    input: {
      requestId,
      activityId: id,
      code: line(64),
      personId: v.optional(id),
    },
    output: v.object({
      signUpId: id,
      status: v.picklist(signUpStatuses),
      at: instant,
      minutes: v.nullable(count),
    }),
    refusals: {
      codeExpired: {},
      notSignedUp: {},
      notNow: { opensAt: instant },
      tooManyToday: { most: count },
      stillWaiting: {},
    },
  }),
}
