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
  operation,
  page,
  requestId,
  text,
  words,
} from '../operation'
import { queueRow } from './views'

/** Watching over 最多跑一次: overdue, exceptions, poor ratings, appeals, rates. A supervisor changes no case but by an exception or an answer to an appeal. */

const rates = v.object({
  /** Ended with a decision in the period. */
  decided: count,
  /** 零跑率, 一跑率: the shares decided with no visit and with exactly one, of visits that happened. Null when nothing was decided. */
  zeroVisitRate: v.nullable(v.number()),
  oneVisitRate: v.nullable(v.number()),
  exceptions: count,
  onTimeRate: v.nullable(v.number()),
  ratings: count,
  satisfiedRate: v.nullable(v.number()),
  /** Working days from acceptance to decision. */
  averageDays: v.nullable(v.number()),
})

const period = { from: v.optional(day), until: v.optional(day) }

export const superviseOperations = {
  /** The board: what is overdue, rates by department and community, rates by month. */
  board: operation({
    access: ['supervisor', 'communityAdmin', 'approver'],
    input: { areaCode: v.optional(areaCode), ...period },
    output: v.object({
      open: count,
      late: count,
      soon: count,
      paused: count,
      total: rates,
      byDepartment: v.array(v.object({ department: text, ...rates.entries })),
      byCommunity: v.array(v.object({ areaCode: text, name: text, ...rates.entries })),
      byMonth: v.array(v.object({ month: text, ...rates.entries })),
    }),
  }),
  overdue: operation({
    access: ['supervisor', 'communityAdmin', 'approver'],
    input: { cursor },
    output: page(queueRow),
  }),
  /** Second visits that had to be allowed. */
  exceptions: operation({
    access: ['supervisor', 'communityAdmin'],
    input: { cursor },
    output: page(
      v.object({
        exceptionId: id,
        applicationId: id,
        number: text,
        itemName: text,
        department: text,
        reason: text,
        apology: text,
        by: text,
        at: instant,
      }),
    ),
  }),
  /** Opens a second visit: with a reason, an apology to the applicant, and counted publicly. */
  allowSecondVisit: operation({
    access: ['supervisor'],
    input: { requestId, applicationId: id, reason: words(300, 5), apology: words(300, 5) },
    output: done,
    refusals: { notVisitedYet: {}, alreadyAllowed: {}, wrongStatus: { status: text }, outsideYourArea: {} },
  }),
  /** Poor ratings and their call-backs. Who rated is not shown to whoever was rated: only the person who calls back gets the number. */
  callBacks: operation({
    access: ['supervisor', 'communityAdmin', 'approver'],
    input: { open: v.optional(v.boolean(), true), cursor },
    output: page(
      v.object({
        callBackId: id,
        number: v.nullable(text),
        itemName: text,
        department: text,
        level: count,
        words: text,
        dueAt: instant,
        ownerName: text,
        mine: v.boolean(),
        phone: v.nullable(text),
        doneAt: v.nullable(instant),
        answer: v.nullable(text),
      }),
    ),
  }),
  callBack: operation({
    access: ['supervisor', 'communityAdmin', 'approver'],
    input: { requestId, callBackId: id, answer: words(500, 5) },
    output: done,
    refusals: { alreadyDone: {}, notYours: { owner: text } },
  }),
  appeals: operation({
    access: ['supervisor'],
    input: { open: v.optional(v.boolean(), true), cursor },
    output: page(
      v.object({
        appealId: id,
        applicationId: id,
        number: text,
        itemName: text,
        department: text,
        words: text,
        at: instant,
        dueAt: instant,
        outcome: v.nullable(text),
        answer: v.nullable(text),
      }),
    ),
  }),
  /** Answers an appeal: upheld, or the case is reviewed anew by somebody else. */
  answerAppeal: operation({
    access: ['supervisor'],
    input: { requestId, appealId: id, uphold: v.boolean(), answer: words(1000, 5) },
    output: done,
    refusals: { alreadyDone: {}, noStaff: {} },
  }),
  /** The board as an Excel file. */
  exportBoard: operation({
    access: ['supervisor', 'communityAdmin', 'approver'],
    input: { areaCode: v.optional(areaCode), ...period },
    output: attachment,
  }),
  /** The rates, for everybody: no personal data, no group smaller than ten. */
  publicRates: operation({
    access: 'anyone',
    input: {},
    output: v.object({
      since: text,
      total: rates,
      byDepartment: v.array(v.object({ department: text, ...rates.entries })),
      byMonth: v.array(v.object({ month: text, ...rates.entries })),
    }),
  }),
  /** Numbers a county may set. */
  settings: operation({ access: ['supervisor', 'communityAdmin'], input: {}, output: v.object(settingsFields()) }),
  saveSettings: operation({
    access: ['communityAdmin'],
    input: { requestId, ...settingsFields() },
    output: done,
    refusals: { outsideYourArea: {} },
  }),
}

function settingsFields() {
  const days = (least: number, most: number) =>
    v.pipe(
      v.number('请填天数'),
      v.integer('请填整天数'),
      v.minValue(least, `最少 ${least} 天`),
      v.maxValue(most, `最多 ${most} 天`),
    )
  return {
    /** Working days to accept or notify (行政许可法 art. 32: at most 5). */
    noticeDays: days(1, 5),
    /** Working days to deliver after a decision (art. 44: at most 10). */
    deliveryDays: days(1, 10),
    /** Working days to call back after a poor rating. */
    callBackDays: days(1, 15),
    /** Calendar days to appeal to the supervisor. */
    appealDays: days(15, 180),
    /** Working days to answer an appeal. */
    appealAnswerDays: days(5, 60),
    /** Calendar days after delivery until an unrated case closes. */
    closeDays: days(7, 60),
    /** Working days overdue after which it goes up from the approver to the supervisor. */
    escalateDays: days(1, 5),
  }
}
