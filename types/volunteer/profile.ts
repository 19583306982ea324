import * as v from 'valibot'
import {
  areaCode,
  count,
  id,
  instant,
  latitude,
  line,
  longitude,
  operation,
  requestId,
  text,
  words,
} from '../operation'
import {
  ageBand,
  ageBands,
  code,
  homeArea,
  sex,
  sexes,
  skillLevel,
  span,
  spanOut,
  volunteerLimits,
  volunteerStatuses,
} from './shapes'

/** Volunteers: what they can, when they are free, and how the community takes them in. */

const minute = v.pipe(
  v.number('时间不对'),
  v.integer('时间不对'),
  v.minValue(0, '时间不对'),
  v.maxValue(1440, '时间不对'),
)
/** Free every week: Monday is 1; minutes of the day. */
export const weeklySpan = v.strictObject({
  weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
  fromMinute: minute,
  untilMinute: minute,
})
export type WeeklySpan = v.InferOutput<typeof weeklySpan>
const weekly = v.pipe(v.array(weeklySpan), v.maxLength(volunteerLimits.weekly, '时段太多'))
const exceptions = v.pipe(
  v.array(v.strictObject({ ...span.entries, free: v.boolean() })),
  v.maxLength(volunteerLimits.exceptions, '例外太多'),
)
const unique = <T>(key: (one: T) => unknown) =>
  v.check((all: T[]) => new Set(all.map(key)).size === all.length, '不要重复')

const profileFields = {
  name: line(20, 2),
  areaCode,
  homeAreaCode: v.optional(homeArea),
  sex: v.optional(sex),
  ageBand,
  lat: latitude,
  lng: longitude,
  radiusMetres: v.pipe(
    v.number('请选择走多远'),
    v.integer(),
    v.minValue(volunteerLimits.radiusMetres[0], '至少 200 米'),
    v.maxValue(volunteerLimits.radiusMetres[1], '最多 20 公里'),
  ),
  weeklyMinutes: v.pipe(
    v.number('请选择每周时间'),
    v.integer(),
    v.minValue(volunteerLimits.weeklyMinutes[0], '至少半小时'),
    v.maxValue(volunteerLimits.weeklyMinutes[1], '最多 40 小时'),
  ),
  skills: v.pipe(
    v.array(v.strictObject({ skill: code, level: skillLevel })),
    v.minLength(1, '至少选一样会做的'),
    v.maxLength(volunteerLimits.skills, '选得太多'),
    unique((one) => one.skill),
  ),
  dialects: v.pipe(
    v.array(code),
    v.maxLength(volunteerLimits.dialects, '选得太多'),
    unique((one) => one),
  ),
  about: v.optional(words(200), ''),
  weekly,
}

const skillOut = v.object({
  skill: text,
  level: count,
  /** Until when a certificate that staff saw is good; null without. */
  certificateUntil: v.nullable(instant),
})

/** A volunteer as he and the staff of his area see him. */
export const volunteerProfile = v.object({
  personId: id,
  status: v.picklist(volunteerStatuses),
  statusReason: v.nullable(text),
  name: text,
  areaCode: text,
  areaName: text,
  homeAreaCode: v.nullable(text),
  homeAreaName: v.nullable(text),
  sex: v.nullable(v.picklist(sexes)),
  ageBand: v.nullable(v.picklist(ageBands)),
  lat: v.number(),
  lng: v.number(),
  radiusMetres: count,
  weeklyMinutes: count,
  insuredUntil: v.nullable(instant),
  automatic: v.boolean(),
  about: text,
  skills: v.array(skillOut),
  dialects: v.array(text),
  weekly: v.array(v.object({ weekday: count, fromMinute: count, untilMinute: count })),
  exceptions: v.array(v.object({ ...spanOut.entries, free: v.boolean() })),
  appliedAt: instant,
})
export type VolunteerProfile = v.InferOutput<typeof volunteerProfile>

export const profileOperations = {
  /** What can be helped with: the catalogue of skills. */
  skills: operation({
    access: 'anyone',
    input: {},
    output: v.object({
      rows: v.array(v.object({ skill: code, name: text, certificateName: v.nullable(text) })),
    }),
  }),

  /** Dialects, those of a home area first (by the Language Atlas of China). */
  dialects: operation({
    access: 'anyone',
    input: { homeAreaCode: v.optional(homeArea) },
    output: v.object({ rows: v.array(v.object({ dialect: code, name: text, spokenThere: v.boolean() })) }),
  }),

  /** Home areas (籍贯) by name, by pinyin or by its initials: 开江, kaijiang, kj. At most 20, the shortest names first. */
  homeAreas: operation({
    access: 'anyone',
    input: { search: line(20) },
    output: v.object({ rows: v.array(v.object({ homeAreaCode: text, name: text, within: text })) }),
  }),

  /** My profile as a volunteer; null when I never applied. */
  myProfile: operation({ access: 'signedIn', input: {}, output: v.object({ profile: v.nullable(volunteerProfile) }) }),

  /** Applies, or changes what is said of me. What needs a certificate counts when staff have seen it. */
  saveProfile: operation({
    access: 'signedIn',
    input: { requestId, ...profileFields },
    output: volunteerProfile,
    refusals: {
      consentNeeded: {},
      noSuchCommunity: {},
      unknownSkill: { skill: text },
      unknownDialect: { dialect: text },
      timesOverlap: { weekday: count },
    },
  }),

  /** When I am otherwise free or not free; what lies in the past is dropped. */
  saveExceptions: operation({
    access: 'signedIn',
    input: { requestId, exceptions },
    output: volunteerProfile,
    refusals: { notAVolunteer: {}, timesOverlap: { weekday: count } },
  }),

  /** Rests, comes back, or leaves. Offers that wait are given back, tasks accepted have to be given back first, teams handed over. */
  setPresence: operation({
    access: 'signedIn',
    input: { requestId, presence: v.picklist(['here', 'paused', 'left']) },
    output: volunteerProfile,
    refusals: { notAVolunteer: {}, hasTasks: { tasks: count }, leadsTeams: { teams: count } },
  }),

  /** Refuses or allows automatic matching (PIPL art. 24): without it only staff ask me. */
  setAutomatic: operation({
    access: 'signedIn',
    input: { requestId, automatic: v.boolean() },
    output: volunteerProfile,
    refusals: { notAVolunteer: {} },
  }),
}
