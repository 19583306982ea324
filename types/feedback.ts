import * as v from 'valibot'
import { areaCode, cursor, done, id, instant, operation, page, requestId, text, words } from './operation'

/**
 * 投诉建议 feedback (国办函〔2026〕12号 asks for the entry): what a resident complains of or suggests, a named administrator who answers,
 * and by when.
 */

export const feedbackKinds = ['complaint', 'suggestion'] as const
/** What it is about: this app, a public service (办事), an activity, somebody who works here, anything else. */
export const feedbackSubjects = ['app', 'service', 'activity', 'people', 'other'] as const
export const feedbackStates = ['open', 'answered', 'withdrawn'] as const
export type FeedbackKind = (typeof feedbackKinds)[number]
export type FeedbackSubject = (typeof feedbackSubjects)[number]
export type FeedbackState = (typeof feedbackStates)[number]

const shared = {
  feedbackId: id,
  /** What the person quotes on the phone, `20261126-003`. */
  number: text,
  kind: v.picklist(feedbackKinds),
  about: v.picklist(feedbackSubjects),
  areaName: text,
  words: text,
  anonymous: v.boolean(),
  sentAt: instant,
  /** The end of the fifth working day after it was sent. */
  answerBy: instant,
  state: v.picklist(feedbackStates),
  /** In time, at most a day left, overdue, nothing to wait for. */
  light: v.picklist(['go', 'soon', 'late', 'idle']),
  /** Who answers for it; null while nobody administers the area. */
  ownerName: v.nullable(text),
  answer: v.nullable(text),
  answeredAt: v.nullable(instant),
}
const mine = v.object({ ...shared, allowedActions: v.array(v.picklist(['withdraw'])) })

export const feedback = {
  /** Sends a complaint or a suggestion to the administrator of a community (mine unless named). At most five a day. */
  send: operation({
    access: 'signedIn',
    input: {
      requestId,
      kind: v.picklist(feedbackKinds, '请选投诉还是建议'),
      about: v.picklist(feedbackSubjects, '请选说的是什么'),
      areaCode: v.optional(areaCode),
      /** Staff do not learn who wrote it; the answer comes all the same. */
      anonymous: v.boolean(),
      words: words(1000, 5),
    },
    output: mine,
    refusals: { communityNeeded: {}, noSuchCommunity: {}, wordsRefused: {}, tooMany: { most: v.number() } },
  }),

  /** What I sent, newest first. */
  mine: operation({ access: 'signedIn', input: { cursor }, output: page(mine) }),

  /** One that I sent. */
  detail: operation({ access: 'signedIn', input: { feedbackId: id }, output: mine }),

  /** Takes back one that nobody has answered yet. */
  withdraw: operation({
    access: 'signedIn',
    input: { requestId, feedbackId: id },
    output: mine,
    refusals: { alreadyAnswered: {}, alreadyWithdrawn: {} },
  }),

  /**
   * Feedback of the areas I administer or supervise: open ones by their deadline, others newest first. What is about people who work
   * here is for whoever stands above the community, and for its owner.
   */
  desk: operation({
    access: ['communityAdmin', 'supervisor'],
    input: { state: v.optional(v.picklist(feedbackStates), 'open'), areaCode: v.optional(areaCode), cursor },
    output: page(
      v.object({
        ...shared,
        /** Null when it was sent anonymously. */
        from: v.nullable(v.object({ nickname: text, maskedPhone: v.nullable(text) })),
        mine: v.boolean(),
        allowedActions: v.array(v.picklist(['answer', 'takeOver'])),
      }),
    ),
  }),

  /** Answers it, once. The person reads the answer and gets a notice. */
  answer: operation({
    access: ['communityAdmin'],
    input: { requestId, feedbackId: id, answer: words(1000, 5) },
    output: done,
    refusals: { alreadyAnswered: {}, alreadyWithdrawn: {} },
  }),

  /** Makes me the one who answers for it. */
  takeOver: operation({
    access: ['communityAdmin'],
    input: { requestId, feedbackId: id },
    output: done,
    refusals: { alreadyAnswered: {}, alreadyWithdrawn: {}, alreadyYours: {} },
  }),
}
