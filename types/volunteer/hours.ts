import * as v from 'valibot'
import {
  attachment,
  count,
  cursor,
  day,
  done,
  id,
  instant,
  line,
  operation,
  page,
  requestId,
  text,
  words,
} from '../operation'
import { helpKinds } from './kinds'

/**
 * 服务时长 serviceHours: evidence its owner keeps, and nobody else sees. Up to eight hours a day count by themselves, up to twelve when the community agrees, more when the
 * county does; two records of one person never overlap; what is wrong is put right by a new record.
 */

export const recordSources = ['checked', 'longer', 'selfLogged', 'correction'] as const
export const recordStatuses = ['counted', 'waiting', 'refused', 'replaced'] as const
export const reviewLevels = ['community', 'county'] as const

const record = v.object({
  recordId: id,
  source: v.picklist(recordSources),
  status: v.picklist(recordStatuses),
  reviewLevel: v.nullable(v.picklist(reviewLevels)),
  /** An activity's title, what was written, or null where the kind says it. */
  title: v.nullable(text),
  kind: v.nullable(v.picklist(helpKinds)),
  from: instant,
  until: instant,
  minutes: count,
  why: v.nullable(text),
  reviewReason: v.nullable(text),
  mayCorrect: v.boolean(),
})
export type ServiceRecord = v.InferOutput<typeof record>

const timesWrong = { timesWrong: { why: v.picklist(['notYet', 'order', 'tooLong', 'tooOld']) } }

export const hoursOperations = {
  /** My records, newest first, and what they come to: counted, and waiting for somebody to look. */
  myHours: operation({
    access: 'signedIn',
    input: { cursor },
    output: v.object({
      ...page(record).entries,
      countedMinutes: count,
      waitingMinutes: count,
      thisYearMinutes: count,
    }),
  }),

  /** One of my years: how much, where, for how many neighbours. For me alone. */
  myYear: operation({
    access: 'signedIn',
    input: { year: v.pipe(v.number(), v.integer(), v.minValue(2020), v.maxValue(2100)) },
    output: v.object({
      minutes: count,
      tasks: count,
      activities: count,
      neighbours: count,
      months: v.array(v.object({ month: count, minutes: count })),
      kinds: v.array(v.object({ kind: v.nullable(v.picklist(helpKinds)), minutes: count })),
    }),
  }),

  /** Service that nobody checked in: with what it was, and pictures if there are any. The community looks before it counts. At most thirty days back. */
  logHours: operation({
    access: ['volunteer'],
    input: {
      requestId,
      from: instant,
      until: instant,
      what: line(100, 2),
      fileIds: v.optional(v.pipe(v.array(id), v.maxLength(6, '最多 6 张')), []),
    },
    output: v.object({ recordId: id }),
    refusals: { ...timesWrong, overlaps: {}, notAVolunteer: {} },
  }),

  /** It was otherwise: a new record in the place of mine, once the community agrees. */
  correctHours: operation({
    access: 'signedIn',
    input: { requestId, recordId: id, from: instant, until: instant, why: words(200, 2) },
    output: v.object({ recordId: id }),
    refusals: { ...timesWrong, notThisOne: {}, alreadyCorrected: {} },
  }),

  /** Records that wait for somebody of my areas, the oldest first. */
  hoursToReview: operation({
    access: ['communityAdmin'],
    input: { cursor },
    output: page(
      v.object({
        ...record.entries,
        name: text,
        areaName: text,
        /** All of the day, this record included. Minutes. */
        dayMinutes: count,
        /** What it would take the place of. */
        instead: v.nullable(v.object({ from: instant, until: instant })),
        pictures: v.array(v.object({ fileId: id, url: text })),
      }),
    ),
  }),

  /** Counts it, or says why not. */
  reviewHours: operation({
    access: ['communityAdmin'],
    input: { requestId, recordId: id, accept: v.boolean(), reason: v.optional(words(200), '') },
    output: done,
    refusals: { alreadyReviewed: {}, reasonNeeded: {}, overlaps: {} },
  }),

  /** Issues a 平台服务记录 over some days: what was counted then, with a code that anybody can check. */
  issueStatement: operation({
    access: 'signedIn',
    input: { requestId, fromOn: day, untilOn: day },
    output: v.object({ statementId: id, checkCode: text }),
    refusals: { daysWrong: {}, nothingThere: {} },
  }),

  /** The statement as PDF, for its owner. */
  statement: operation({ access: 'signedIn', input: { statementId: id }, output: attachment }),

  /** Checks a statement by its code, without a session: no more than it states. */
  checkStatement: operation({
    access: 'anyone',
    input: { code: line(40) },
    output: v.object({
      statement: v.nullable(
        v.object({ name: text, fromOn: text, untilOn: text, minutes: count, records: count, issuedOn: text }),
      ),
    }),
  }),
}
