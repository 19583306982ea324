import * as v from 'valibot'
import { guidanceAnswers, itemCode } from '../catalogue'
import { count, cursor, done, id, instant, operation, page, requestId, text, words } from '../operation'
import { filledIn, handedIn } from './shapes'
import { applicationDetail, applicationRow } from './views'
import { statuses } from './workflow'

/** The applicant's side of 最多跑一次: draft, submit, correct, withdraw, be helped, appeal, rate. */

const missing = v.object({
  documents: v.array(v.object({ key: text, name: text })),
  fields: v.array(v.object({ key: text, title: text, problem: text })),
})

/** Why a submission cannot be taken as it stands. */
const notComplete = {
  incomplete: missing.entries,
  questionsOpen: { keys: v.array(text) },
  notEligible: { why: text, goTo: text },
  itemChanged: { version: count },
  fileGone: { key: text },
}
const wrongStatus = { wrongStatus: { status: v.picklist(statuses) } }

export const applyOperations = {
  /** Saves a draft in the cloud; it survives a reinstall and says when it was saved. Without `applicationId` a new one begins. */
  saveDraft: operation({
    access: 'signedIn',
    input: {
      requestId,
      applicationId: v.optional(id),
      itemCode,
      itemVersion: v.optional(count),
      /** For whom: me, or somebody I may act for (family, an enrolled resident). */
      personId: v.optional(id),
      ...filledIn,
      answers: v.optional(guidanceAnswers, {}),
      form: v.optional(filledIn.form, {}),
      documents: v.optional(filledIn.documents, []),
    },
    output: v.object({ applicationId: id, savedAt: instant, itemVersion: count }),
    refusals: {
      notOpen: {},
      notYours: {},
      tooManyDrafts: { most: count },
      consentNeeded: {},
      ...wrongStatus,
      fileGone: { key: text },
    },
  }),

  /** Throws a draft away, with its files. */
  discardDraft: operation({
    access: 'signedIn',
    input: { requestId, applicationId: id },
    output: done,
    refusals: wrongStatus,
  }),

  /**
   * Submits in one piece (so that a phone without a network sends one thing once): from a draft or from nothing. Answers with the number, who is
   * responsible and by when there is an answer.
   */
  submit: operation({
    access: 'signedIn',
    input: {
      requestId,
      applicationId: v.optional(id),
      itemCode,
      itemVersion: count,
      personId: v.optional(id),
      ...filledIn,
    },
    output: v.object({ applicationId: id, number: text, ownerName: text, department: text, answerBy: instant }),
    refusals: {
      ...notComplete,
      ...wrongStatus,
      notOpen: {},
      notYours: {},
      consentNeeded: {},
      homeUnknown: {},
      noStaff: {},
      /** The same item for the same person is under way already. */
      alreadyUnderWay: { applicationId: id, number: text },
    },
  }),

  /** Answers the correction notice: all its lines at once. Only documents named in it may be replaced. */
  correct: operation({
    access: 'signedIn',
    input: {
      requestId,
      applicationId: id,
      documents: v.pipe(v.array(handedIn), v.maxLength(30)),
      form: v.optional(filledIn.form),
    },
    output: v.object({ answerBy: instant }),
    refusals: { ...notComplete, ...wrongStatus, notAskedFor: { key: text } },
  }),

  /** 容缺: supplies what was allowed to follow later. */
  supply: operation({
    access: 'signedIn',
    input: { requestId, applicationId: id, documents: v.pipe(v.array(handedIn), v.minLength(1), v.maxLength(30)) },
    output: v.object({ stillMissing: v.array(text) }),
    refusals: { ...wrongStatus, notAskedFor: { key: text }, fileGone: { key: text } },
  }),

  /** Withdraws before the decision. Nothing is held against it. */
  withdraw: operation({
    access: 'signedIn',
    input: { requestId, applicationId: id, reason: v.optional(words(200), '') },
    output: done,
    refusals: wrongStatus,
  }),

  /** My applications and those I help with: under way first (nearest deadline first), then drafts, then ended, newest first. */
  mine: operation({
    access: 'signedIn',
    input: { when: v.picklist(['underWay', 'drafts', 'ended']), cursor },
    output: page(v.object({ ...applicationRow.entries, savedAt: v.nullable(instant), asHelper: v.boolean() })),
  }),

  /** What needs me now: corrections to make, documents to supply, a visit today or tomorrow, a result to rate. */
  today: operation({
    access: 'signedIn',
    input: {},
    output: v.object({
      tasks: v.array(
        v.object({
          kind: v.picklist(['correct', 'supply', 'visit', 'rate', 'underWay', 'desk']),
          application: v.nullable(applicationRow),
          dueAt: v.nullable(instant),
          /** `desk`: cases of mine as staff that are due or overdue today. */
          count: v.optional(count),
        }),
      ),
    }),
  }),

  /** One application with its clock explained day by day and its whole history. */
  detail: operation({ access: 'signedIn', input: { applicationId: id }, output: applicationDetail }),

  /** Words to whoever is responsible; the answer comes into the same thread. */
  say: operation({
    access: 'signedIn',
    input: { requestId, applicationId: id, words: words(500, 1) },
    output: done,
    refusals: { ...wrongStatus, unfitWords: {}, tooManyWaiting: { most: count } },
  }),

  /** 帮办代办: names a helper for this one application. The consent ends by itself with the application, or earlier. */
  nameHelper: operation({
    access: 'signedIn',
    input: {
      requestId,
      applicationId: id,
      phone: v.optional(v.pipe(v.string(), v.regex(/^1\d{10}$/, '请填 11 位手机号'))),
      gridWorker: v.optional(v.boolean(), false),
      agreed: v.literal(true, '要您同意才行'),
    },
    output: v.object({ name: text, until: instant }),
    refusals: { ...wrongStatus, nobodyFound: {}, alreadyHelped: { name: text }, yourself: {} },
  }),
  endHelper: operation({
    access: 'signedIn',
    input: { requestId, applicationId: id },
    output: done,
    refusals: { nobodyHelps: {} },
  }),
}
