import * as v from 'valibot'
import { count, day, id, instant, page, text } from '../../operation'

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
  /** Whoever it goes up to when nobody answered has so long. */
  nextAppealDays: 5,
} as const

export const points = v.pipe(
  v.number('请填分数'),
  v.integer('分数要是整数'),
  v.minValue(1, '至少 1 分'),
  v.maxValue(pointLimits.points, `最多 ${pointLimits.points} 分`),
)
export const cap = v.nullable(
  v.pipe(v.number(), v.integer('要是整数'), v.minValue(1, '至少 1 分'), v.maxValue(pointLimits.cap, '太多')),
)
export const code = v.pipe(v.string('没有这一条'), v.regex(/^[a-z][A-Za-z0-9]{1,30}$/, '没有这一条'))
/** Any day of a quarter, or its first. */
export const quarter = v.optional(day)
/** With their sign. */
export const signed = v.pipe(v.number(), v.integer())

export const rule = {
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

export const entry = v.object({
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

export const sums = v.object({ base: signed, addition: signed, deduction: signed, total: signed })
export const ledger = v.object({
  /** First day of the quarter that is shown. */
  quarter: text,
  /** Quarters with entries, the latest first; the one shown is among them. */
  quarters: v.array(text),
  sums,
  ...page(entry).entries,
})
