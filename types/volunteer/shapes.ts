import * as v from 'valibot'
import { instant, text } from '../operation'

/** Values, limits and shapes of 志愿匹配 that operations, rules, pages and tests share. */

export const urgencies = ['now', 'today', 'thisWeek', 'planned'] as const
export type Urgency = (typeof urgencies)[number]
export const strengths = ['must', 'better'] as const
export type Strength = (typeof strengths)[number]
export const sexes = ['female', 'male'] as const
/** The years a band of age begins with; the last has no end. */
export const ageBands = [16, 18, 35, 50, 60, 70] as const
export const volunteerStatuses = ['applied', 'approved', 'paused', 'left'] as const
export type VolunteerStatus = (typeof volunteerStatuses)[number]
export const offerStatuses = ['sent', 'accepted', 'declined', 'expired', 'withdrawn'] as const
export type OfferStatus = (typeof offerStatuses)[number]
export const assignmentStatuses = ['assigned', 'inService', 'done', 'cancelled'] as const
export type AssignmentStatus = (typeof assignmentStatuses)[number]
/** Why somebody says no. None of them counts against anybody. */
export const declineReasons = ['busy', 'tooFar', 'knowsParty', 'cannotDo', 'other'] as const
/**
 * Why an offer was taken back: somebody else was quicker, the request was cancelled or changed, the requester wished for somebody else, staff or the whole plan
 * chose otherwise, or the volunteer left.
 */
export const withdrawReasons = ['taken', 'cancelled', 'changed', 'swapped', 'byStaff', 'betterPlan', 'left'] as const
/** Why nobody was found. */
export const unmetReasons = ['nobodyAble', 'nobodyAnswered', 'timeIsUp', 'nobodyCame'] as const
export type UnmetReason = (typeof unmetReasons)[number]

export const volunteerLimits = {
  skills: 12,
  dialects: 6,
  weekly: 42,
  exceptions: 40,
  windows: 6,
  people: 20,
  /** Days ahead that help can be asked for. */
  days: 28,
  /** Requests that one person has under way at most. */
  liveRequests: 8,
  radiusMetres: [200, 20_000],
  weeklyMinutes: [30, 2_400],
} as const

export const urgency = v.picklist(urgencies, '请选择多急')
export const strength = v.picklist(strengths)
export const sex = v.picklist(sexes)
export const ageBand = v.picklist(ageBands, '请选择年龄')
/** 籍贯 as exactly as it is known: a national division code of 2, 4, 6, 9 or 12 digits. */
export const homeArea = v.pipe(v.string('籍贯不对'), v.regex(/^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/, '籍贯不对'))
/** Code of a skill or dialect in the catalogue. */
export const code = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z]{1,30}$/, '没有这一项'))
export const skillLevel = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3))

/** From a moment until another; checked against each other and the clock by the rules. */
export const span = v.strictObject({ from: instant, until: instant })
export type TimeSpan = v.InferOutput<typeof span>
export const spanOut = v.object({ from: instant, until: instant })

/** Why somebody was chosen: facts of the engine (cloud/volunteer/match/answer.ts), whose points add up to the score. */
export const matchReason = v.variant('kind', [
  v.object({
    kind: v.literal('home'),
    level: v.picklist(['province', 'city', 'county', 'township', 'village']),
    points: v.number(),
  }),
  v.object({ kind: v.literal('dialect'), dialects: v.array(text), points: v.number() }),
  v.object({ kind: v.literal('near'), metres: v.number(), walkMinutes: v.number(), points: v.number() }),
  v.object({ kind: v.literal('skill'), skill: text, level: v.number(), points: v.number() }),
  v.object({ kind: v.literal('rested'), served: v.number(), points: v.number() }),
  v.object({ kind: v.literal('answers'), rate: v.number(), points: v.number() }),
  v.object({ kind: v.literal('servedWell'), points: v.number() }),
  v.object({ kind: v.literal('sameSex'), points: v.number() }),
])
export type MatchReason = v.InferOutput<typeof matchReason>

/** The hard rules of the engine, in the order in which they are told. */
export const hardRules = [
  'automatic',
  'capacity',
  'out',
  'knowsParty',
  'skill',
  'certificate',
  'insurance',
  'sex',
  'age',
  'homeCounty',
  'dialect',
  'radius',
  'hours',
  'free',
  'busy',
] as const

/** Places that stay empty, and what would fill them (cloud/volunteer/match/answer.ts). */
export const unmetPlaces = v.object({
  missing: v.number(),
  /** Who keeps every rule, and is needed more elsewhere. */
  takenElsewhere: v.number(),
  relaxations: v.array(v.object({ rule: v.picklist(hardRules), volunteers: v.number(), fills: v.boolean() })),
  /** How far the nearest of them would walk if just enough of them came, metres. */
  reachMetres: v.optional(v.number()),
  otherTimes: v.array(v.object({ from: instant, until: instant, volunteers: v.number() })),
})
export type UnmetPlaces = v.InferOutput<typeof unmetPlaces>
