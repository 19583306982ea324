import * as v from 'valibot'
import { count, cursor, day, done, id, instant, operation, page, requestId, text, words } from '../operation'
import { contactStatuses } from './life'
import { householdRow } from './shapes'

/** Visit diary (走访日记) and what was promised: notes for the hub and its branch alone, promises with an owner and a day, told to whom they were made. */

/** `ended`: the household it was made to is no more. */
export const promiseStatuses = ['open', 'broken', 'kept', 'ended'] as const
export type PromiseStatus = (typeof promiseStatuses)[number]

export const diaryLimits = {
  households: 20,
  promises: 10,
  files: 9,
  /** How many days ago a visit may be written down at the latest, and how many ahead a promise may lie. */
  lateDays: 90,
  aheadDays: 366,
} as const

const files = v.optional(v.pipe(v.array(id), v.maxLength(diaryLimits.files, `最多 ${diaryLimits.files} 张`)), [])
const file = v.object({
  fileId: id,
  name: text,
  mimeType: text,
  url: text,
  thumbnailUrl: v.optional(text),
  urlUntil: instant,
})

/** Words of a promise are for the hub, its branch, and those who live in the household it was made to. */
const promise = {
  promiseId: id,
  words: text,
  dueOn: day,
  status: v.picklist(promiseStatuses),
  /** When it was kept, in time or late; null: not yet. */
  keptOn: v.nullable(day),
  /** It was not kept by its day, whatever came later. */
  late: v.boolean(),
  /** What whoever kept it says about it. */
  outcome: text,
}
export const promiseRow = v.object({
  ...promise,
  visitId: id,
  hubId: id,
  hubName: text,
  householdId: id,
  areaName: text,
  /** 责任到人; null: whoever promised it has no account any more. */
  ownerName: v.nullable(text),
  mine: v.boolean(),
  mayKeep: v.boolean(),
})
export type PromiseRow = v.InferOutput<typeof promiseRow>

const visitRow = {
  visitId: id,
  hubId: id,
  hubName: text,
  visitedOn: day,
  visitorName: text,
  households: count,
  promises: count,
  /** Of the promises. */
  broken: count,
  open: count,
}

export const diaryOperations = {
  /**
   * Writes down a visit to households of one hub that I answer for. What is promised becomes a task of mine with a day; those who live there are told. With `contactId` it
   * answers a contact of somebody who wished a visit.
   */
  writeVisit: operation({
    access: 'signedIn',
    input: {
      requestId,
      visitedOn: day,
      householdIds: v.pipe(
        v.array(id),
        v.minLength(1, '请选择走访了哪几户'),
        v.maxLength(diaryLimits.households, `一次最多 ${diaryLimits.households} 户`),
      ),
      heard: words(1000, 2),
      fileIds: files,
      promises: v.optional(
        v.pipe(
          v.array(v.strictObject({ householdId: id, words: words(200, 2), dueOn: day })),
          v.maxLength(diaryLimits.promises, `最多 ${diaryLimits.promises} 件`),
        ),
        [],
      ),
      contactId: v.optional(id),
      /** What the person who wished the visit reads; absent: that it has been. */
      answer: v.optional(words(300), ''),
    },
    output: v.object({ visitId: id }),
    refusals: {
      dayWrong: {},
      notYourHouseholds: {},
      promiseToOther: {},
      promiseDayWrong: {},
      notAVisitWish: {},
      wrongStatus: { status: v.picklist(contactStatuses) },
    },
  }),

  /** Visits of the hubs that I answer for or whose branch I lead, the newest first. */
  visits: operation({
    access: 'signedIn',
    input: { hubId: v.optional(id), householdId: v.optional(id), cursor },
    output: page(v.object(visitRow)),
  }),

  /** One of them with what was heard. Audited. */
  visit: operation({
    access: 'signedIn',
    input: { visitId: id },
    output: v.object({
      ...visitRow,
      heard: text,
      files: v.array(file),
      homes: v.array(v.object({ householdId: id, areaName: text, people: count, reason: householdRow.entries.reason })),
      promiseRows: v.array(promiseRow),
      contactId: v.nullable(id),
      version: count,
      /** I wrote it. */
      mayCorrect: v.boolean(),
    }),
  }),

  /** Puts right what I wrote down about a visit. */
  correctVisit: operation({
    access: 'signedIn',
    input: { requestId, visitId: id, version: count, heard: words(1000, 2) },
    output: done,
    refusals: { changedMeanwhile: {} },
  }),

  /** Promises of my hubs, or of those whose branch I lead: what is not kept yet by its day, the kept ones the latest first. */
  promises: operation({
    access: 'signedIn',
    input: { side: v.picklist(['hub', 'branch']), status: v.picklist(promiseStatuses), cursor },
    output: v.object({ ...page(promiseRow).entries, broken: count, open: count }),
  }),

  /** It is done; those who live there are told. For the hub's side, late or not. */
  keepPromise: operation({
    access: 'signedIn',
    input: { requestId, promiseId: id, outcome: v.optional(words(200), '') },
    output: done,
    refusals: { alreadyKept: {}, promiseEnded: {} },
  }),

  /** Visits to my household: when, by which hub, and what was promised to us; never the notes. */
  visitsToMe: operation({
    access: 'signedIn',
    input: { cursor },
    output: page(
      v.object({ visitId: id, hubId: id, hubName: text, visitedOn: day, promises: v.array(v.object(promise)) }),
    ),
  }),
}
