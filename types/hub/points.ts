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
  line,
  operation,
  page,
  requestId,
  text,
  words,
} from '../operation'

/**
 * 积分 points: an append-only ledger of evidence that its owner keeps. Rules are rows; entries arise in the transaction of their cause; what is wrong is put right by a
 * counter-entry. Nobody's points are seen beside anybody else's: there is no list, no order and no place (docs/decisions/0011-no-leaderboard.md).
 */

export const pointKinds = ['base', 'addition', 'deduction'] as const
export type PointKind = (typeof pointKinds)[number]
/** What gives points by itself, or by hand of the branch. */
export const pointCauses = ['contact', 'visit', 'serviceHours', 'hand'] as const
export type PointCause = (typeof pointCauses)[number]
export const pointEvidence = ['contact', 'visit', 'serviceHours', 'hand', 'counter'] as const
export type PointEvidence = (typeof pointEvidence)[number]
export const appealStatuses = ['waiting', 'upheld', 'dismissed', 'withdrawn'] as const
export type AppealStatus = (typeof appealStatuses)[number]

export const pointLimits = {
  points: 100,
  cap: 1000,
  files: 6,
  /** Days to the answer of an appeal. */
  appealDays: 15,
} as const

const points = v.pipe(
  v.number('请填分数'),
  v.integer('分数要是整数'),
  v.minValue(1, '至少 1 分'),
  v.maxValue(pointLimits.points, `最多 ${pointLimits.points} 分`),
)
const cap = v.nullable(
  v.pipe(v.number(), v.integer('要是整数'), v.minValue(1, '至少 1 分'), v.maxValue(pointLimits.cap, '太多')),
)
const code = v.pipe(v.string('没有这一条'), v.regex(/^[a-z][A-Za-z0-9]{1,30}$/, '没有这一条'))
/** Any day of a quarter, or its first. */
const quarter = v.optional(day)
/** With their sign. */
const signed = v.pipe(v.number(), v.integer())

const rule = {
  code: text,
  /** Null: the whole county's. */
  areaCode: v.nullable(text),
  areaName: v.nullable(text),
  version: count,
  words: text,
  kind: v.picklist(pointKinds),
  cause: v.picklist(pointCauses),
  /** A time, or an hour of service; without a sign. */
  points: count,
  /** At most so many a quarter. */
  cap: v.nullable(count),
  fromOn: text,
  untilOn: v.nullable(text),
}

const file = v.object({
  fileId: id,
  name: text,
  mimeType: text,
  url: text,
  thumbnailUrl: v.optional(text),
  urlUntil: instant,
})

const entry = v.object({
  entryId: id,
  points: signed,
  at: instant,
  /** The rule as it read then. */
  ruleWords: text,
  kind: v.picklist(pointKinds),
  evidence: v.picklist(pointEvidence),
  /** The contact, visit or record of service it arose from; the entry it takes back. */
  evidenceId: v.nullable(id),
  /** What the evidence is called: an activity's title, a hub's name; null where the kind says it. */
  evidenceTitle: v.nullable(text),
  /** Null: nobody, it arose by itself. */
  recorderName: v.nullable(text),
  words: text,
  files: v.array(file),
  /** Taken back by counter-entries, without a sign. */
  takenBack: count,
  appeal: v.nullable(
    v.object({
      appealId: id,
      status: v.picklist(appealStatuses),
      words: text,
      dueAt: instant,
      decisionWords: v.nullable(text),
      decidedAt: v.nullable(instant),
    }),
  ),
  mayAppeal: v.boolean(),
})
export type PointEntry = v.InferOutput<typeof entry>

const sums = v.object({ base: signed, addition: signed, deduction: signed, total: signed })
const ledger = v.object({
  /** First day of the quarter that is shown. */
  quarter: text,
  /** Quarters with entries, the latest first; the one shown is among them. */
  quarters: v.array(text),
  sums,
  ...page(entry).entries,
})

export const pointsOperations = {
  /** The rules that hold in an area (mine when it is left out) today or later, in the order of their kinds. */
  pointRules: operation({
    access: 'signedIn',
    input: { areaCode: v.optional(areaCode) },
    output: v.object({ rows: v.array(v.object({ ...rule, mayChange: v.boolean() })) }),
  }),

  /** All versions of a rule, the latest first: who changed it as what, and why. */
  pointRuleHistory: operation({
    access: 'signedIn',
    input: { code, areaCode: v.optional(v.nullable(areaCode), null) },
    output: v.object({ rows: v.array(v.object({ ...rule, reason: text, madeAt: instant })) }),
  }),

  /**
   * A new rule, or the next version of one; `version` is the last one seen. For an area that I administer; for the whole county (`areaCode` null) who administers that. A rule
   * never works backwards; it ends by `untilOn`.
   */
  savePointRule: operation({
    access: ['communityAdmin'],
    input: {
      requestId,
      code: v.optional(code),
      areaCode: v.optional(v.nullable(areaCode), null),
      version: v.optional(count, 0),
      words: line(60, 2),
      kind: v.picklist(pointKinds, '请选择'),
      points,
      cap: v.optional(cap, null),
      fromOn: day,
      untilOn: v.optional(v.nullable(day), null),
      reason: words(200, 2),
    },
    output: v.object({ code: text, version: count }),
    refusals: {
      outsideYourArea: {},
      noSuchRule: {},
      changedMeanwhile: {},
      notBackwards: {},
      daysWrong: {},
      capTooSmall: {},
      kindFixed: {},
    },
  }),

  /** My own entries of a quarter (this one when it is left out), newest first, each with its rule and its evidence. */
  myPoints: operation({
    access: 'signedIn',
    input: { quarter, cursor },
    output: v.object({ ...ledger.entries, isMember: v.boolean() }),
  }),

  /** Those of one member, for the secretary of his branch alone. Audited. */
  memberPoints: operation({
    access: 'signedIn',
    input: { personId: id, quarter, cursor },
    output: ledger,
  }),

  /** Gives or deducts points by hand, with what it rests on; for the secretary and the committee of the member's branch, never for oneself. */
  givePoints: operation({
    access: 'signedIn',
    input: {
      requestId,
      personId: id,
      code,
      words: words(300, 4),
      fileIds: v.optional(v.pipe(v.array(id), v.maxLength(pointLimits.files, `最多 ${pointLimits.files} 张`)), []),
    },
    output: v.object({ entryId: id, points: signed }),
    refusals: { notForYourself: {}, noSuchRule: {}, capReached: { left: count } },
  }),

  /** Takes an entry back by a counter-entry; for the secretary, never his own. */
  takeBackPoints: operation({
    access: 'signedIn',
    input: { requestId, entryId: id, words: words(300, 4) },
    output: v.object({ entryId: id }),
    refusals: { notForYourself: {}, alreadyTakenBack: {} },
  }),

  /** Says that an entry of mine is wrong; somebody who did not record it decides. Once an entry. */
  appealPoints: operation({
    access: 'signedIn',
    input: { requestId, entryId: id, words: words(500, 4) },
    output: v.object({ appealId: id, dueAt: instant }),
    refusals: { alreadyAppealed: {}, alreadyTakenBack: {}, nobodyResponsible: {} },
  }),

  /** Appeals that I may decide, those I owe an answer first. */
  pointAppeals: operation({
    access: 'signedIn',
    input: { cursor },
    output: page(
      v.object({
        appealId: id,
        personName: text,
        areaName: text,
        words: text,
        at: instant,
        dueAt: instant,
        mine: v.boolean(),
        overdue: v.boolean(),
        points: signed,
        ruleWords: text,
        kind: v.picklist(pointKinds),
        evidence: v.picklist(pointEvidence),
        entryWords: text,
        entryAt: instant,
      }),
    ),
  }),

  /** Decides one, with words. Upheld: the entry is taken back in the same moment. */
  decidePointAppeal: operation({
    access: 'signedIn',
    input: { requestId, appealId: id, uphold: v.boolean(), words: words(500, 4) },
    output: done,
    refusals: { alreadyDecided: {} },
  }),

  /** Issues the statement of a quarter as it stands now: my own, or a member's for the secretary of his branch. */
  issuePointStatement: operation({
    access: 'signedIn',
    input: { requestId, quarter: day, personId: v.optional(id) },
    output: v.object({ statementId: id, checkCode: text }),
    refusals: { nothingThere: {} },
  }),

  /** The statement as PDF, for the member and the secretary of his branch. */
  pointStatement: operation({ access: 'signedIn', input: { statementId: id }, output: attachment }),

  /** Checks a statement by its code, without a session: no more than it states. */
  checkPointStatement: operation({
    access: 'anyone',
    input: { code: line(40) },
    output: v.object({
      statement: v.nullable(v.object({ name: text, quarter: text, total: signed, entries: count, issuedOn: text })),
    }),
  }),
}
