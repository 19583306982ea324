import * as v from 'valibot'
import {
  areaCode,
  attachment,
  count,
  cursor,
  day,
  done,
  id,
  instant,
  latitude,
  line,
  longitude,
  operation,
  page,
  requestId,
  text,
  words,
} from '../operation'
import { activityDetail, activityRow, answers, kindOrAll, partySize, signUpStatuses, signUpView } from './shapes'

/** Operations of 邻里活动 that residents use: browse, sign up, wait, check in, rate. */

const outcome = v.object({
  signUpId: id,
  status: v.picklist(signUpStatuses),
  /** Place in the waitlist; null unless waitlisted. */
  position: v.nullable(count),
})

const near = {
  lat: v.optional(latitude),
  lng: v.optional(longitude),
}

export const residentOperations = {
  /**
   * Published activities that have not ended: my community first, then the county around it, by start time. `day` limits
   * to one day, `from` starts later. Without a session and without `areaCode` it lists the whole county.
   */
  list: operation({
    access: 'anyone',
    input: {
      areaCode: v.optional(areaCode),
      kind: kindOrAll,
      day: v.optional(day),
      from: v.optional(day),
      onlyHere: v.optional(v.boolean()),
      cursor,
    },
    output: page(v.object({ ...activityRow.entries, here: v.boolean() })),
  }),

  /** Number of activities on each day of a month (`month` is any day in it), for the calendar view. */
  calendar: operation({
    access: 'anyone',
    input: { month: day, areaCode: v.optional(areaCode), kind: kindOrAll },
    output: v.object({
      days: v.array(v.object({ day: text, activities: count })),
    }),
  }),

  /** One activity with my state in it. Drafts and submissions are visible to their makers and approvers only. */
  detail: operation({
    access: 'anyone',
    input: { activityId: id },
    output: activityDetail,
  }),

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

  /** Sign-ups of mine and of my dependants: coming ones by start, or past and cancelled ones newest first. */
  mine: operation({
    access: 'signedIn',
    input: { when: v.picklist(['coming', 'past']), cursor },
    output: page(v.object({ activity: activityRow, signUp: signUpView })),
  }),

  /** What needs me now: promotions to answer, activities of today and tomorrow, drafts sent back, submissions to approve. */
  today: operation({
    access: 'signedIn',
    input: {},
    output: v.object({
      tasks: v.array(
        v.object({
          kind: v.picklist(['answerPromotion', 'attend', 'waiting', 'sentBack', 'approve', 'rate']),
          activity: activityRow,
          signUp: v.nullable(signUpView),
          dueAt: v.nullable(instant),
        }),
      ),
      /** Activities within 7 days in my community and around. */
      thisWeekNearby: count,
    }),
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

  /** Rates an activity I attended, 1–5, once; changeable for 7 days. The comment is shown to others after its check. */
  rate: operation({
    access: 'signedIn',
    input: {
      requestId,
      activityId: id,
      stars: v.pipe(v.number('请打分'), v.integer(), v.minValue(1, '请打分'), v.maxValue(5)),
      comment: v.optional(words(500), ''),
    },
    output: v.object({
      commentShown: v.picklist(['yes', 'afterReview', 'none']),
    }),
    refusals: { notAttended: {}, tooLate: {}, commentRefused: {} },
  }),

  /** Comments that passed the check, newest first, without names. */
  ratings: operation({
    access: 'anyone',
    input: { activityId: id, cursor },
    output: page(
      v.object({
        ratingId: id,
        stars: count,
        comment: text,
        createdAt: instant,
      }),
    ),
  }),

  /** The activity as an .ics calendar file (RFC 5545). */
  calendarFile: operation({
    access: 'anyone',
    input: { activityId: id },
    output: attachment,
  }),

  /** A mini-program code (小程序码) that opens the activity, for a poster. */
  poster: operation({
    access: 'anyone',
    input: { activityId: id },
    output: attachment,
    refusals: { wechatUnavailable: {} },
  }),

  /** Places near a sold-out activity: other open ones of the same kind with free seats. */
  alternatives: operation({
    access: 'anyone',
    input: { activityId: id, ...near },
    output: v.object({ rows: v.array(activityRow) }),
  }),

  /** A picture of the album. */
  photo: operation({
    access: 'anyone',
    input: { photoId: id },
    output: attachment,
  }),
}
