import * as v from 'valibot'
import { areaCode, instant, latitude, line, longitude, words } from '../operation'

/** Values, limits and shapes of 邻里活动 that operations, rules, pages and tests share. */

export const activityKinds = ['tea', 'song', 'flower', 'photo', 'reading', 'service', 'culture', 'other'] as const
export const activityStatuses = ['draft', 'submitted', 'published', 'ended', 'cancelled'] as const
export const signUpStatuses = [
  'requested',
  'confirmed',
  'waitlisted',
  'checkedIn',
  'checkedOut',
  'cancelled',
  'noShow',
  'rejected',
] as const
/** Why a sign-up is `cancelled`: by its person, by a missed or declined promotion, with the activity, or by the organiser. */
export const cancelReasons = ['withdrawn', 'declined', 'noAnswer', 'activityCancelled', 'accountDeleted'] as const
/** A comment of a rating: there is none, everybody sees it, a person must look at it first, or it is hidden. */
export const commentStates = ['none', 'shown', 'inReview', 'hidden'] as const
/** An album picture: it is being checked, everybody sees it, or it is hidden. */
export const photoStates = ['inReview', 'shown', 'hidden'] as const
export const joinRules = ['everyone', 'community', 'volunteers', 'invited'] as const

export type ActivityKind = (typeof activityKinds)[number]
export type JoinRule = (typeof joinRules)[number]
export type CommentState = (typeof commentStates)[number]
export type PhotoState = (typeof photoStates)[number]
export type CancelReason = (typeof cancelReasons)[number]
export type ActivityStatus = (typeof activityStatuses)[number]
export type SignUpStatus = (typeof signUpStatuses)[number]

/** Hard limits of the forms and of the tables. */
export const limits = {
  capacity: 100_000,
  party: 10,
  groups: 6,
  questions: 8,
  choices: 8,
  seriesLength: 26,
  checkInsADay: 3,
  /** Minutes a promoted person has to answer, unless the activity says otherwise. */
  promotionAnswerMinutes: 120,
  /** No-shows within 90 days that put a sign-up behind others where the organiser chose show-up-first. */
  noShowsBeforeLast: 3,
} as const

export const activityKind = v.picklist(activityKinds, '请选择类型')
export const kindOrAll = v.optional(activityKind)
export const partySize = v.pipe(
  v.number('请填人数'),
  v.integer('请填整数'),
  v.minValue(1, '至少 1 人'),
  v.maxValue(limits.party, `最多 ${limits.party} 人`),
)
const seats = v.pipe(
  v.number('请填人数'),
  v.integer('请填整数'),
  v.minValue(1, '至少 1 人'),
  v.maxValue(limits.capacity, '人数太多'),
)

export const question = v.variant('type', [
  v.strictObject({
    type: v.literal('text'),
    key: line(20),
    label: line(40),
    required: v.boolean(),
  }),
  v.strictObject({
    type: v.literal('number'),
    key: line(20),
    label: line(40),
    required: v.boolean(),
  }),
  v.strictObject({
    type: v.literal('choice'),
    key: line(20),
    label: line(40),
    required: v.boolean(),
    choices: v.pipe(v.array(line(20)), v.minLength(2, '至少两个选项'), v.maxLength(limits.choices, '选项太多')),
  }),
])
export type Question = v.InferOutput<typeof question>

/** Answers by question key; which are required is a rule of the activity. */
export const answers = v.record(line(20), v.union([words(200), v.pipe(v.number(), v.finite())], '请回答'))
export type Answers = v.InferOutput<typeof answers>

/** One pool of seats. An activity has one unnamed pool, or up to six named ones (老人 10, 儿童 10) whose sum is its capacity. */
export const quotaGroup = v.strictObject({ name: line(10), capacity: seats })

/** What an organiser writes. Times are checked against each other and the clock by the rules. */
export const activityDraft = {
  areaCode,
  kind: activityKind,
  title: line(40, 2),
  body: words(4000),
  placeName: line(60, 2),
  address: line(100),
  accessNote: v.optional(line(60)),
  lat: v.optional(v.nullable(latitude)),
  lng: v.optional(v.nullable(longitude)),
  startsAt: instant,
  endsAt: instant,
  signUpOpensAt: v.optional(instant),
  signUpClosesAt: v.optional(instant),
  cancelUntil: v.optional(instant),
  /** Seats; null: as many as come. Absent groups: one pool of this size. With groups it is their sum and may be left out. */
  capacity: v.optional(v.nullable(seats)),
  groups: v.optional(v.pipe(v.array(quotaGroup), v.maxLength(limits.groups, `最多 ${limits.groups} 组`)), []),
  waitlist: v.optional(v.boolean(), true),
  join: v.optional(v.picklist(joinRules), 'everyone'),
  maxParty: v.optional(partySize, 1),
  questions: v.optional(v.pipe(v.array(question), v.maxLength(limits.questions, '问题太多')), []),
  needsApproval: v.optional(v.boolean(), false),
  showUpFirst: v.optional(v.boolean(), false),
  promotionAnswerMinutes: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(10, '至少 10 分钟'), v.maxValue(2880, '最多两天')),
    120,
  ),
  host: line(40, 2),
  contactName: line(20),
  contactPhone: v.optional(
    v.pipe(v.string(), v.regex(/^(1\d{10}|0\d{2,3}-?\d{7,8}(-\d{1,5})?|\d{3,5}|400-?\d{3}-?\d{4})$/, '电话号码不对')),
  ),
} as const
export const activityDraftObject = v.strictObject(activityDraft)
export type ActivityDraft = v.InferOutput<typeof activityDraftObject>
