import * as v from 'valibot'
import { count, id, instant, line, text } from '../operation'

/** Values, limits and shapes of 党员中心户 that operations, rules, pages and tests share. */

export const hubStatuses = ['open', 'paused', 'closed'] as const
export type HubStatus = (typeof hubStatuses)[number]
export const householdStatuses = ['linked', 'orphaned', 'ended'] as const
/** Why a household is looked after by its hub: a relative, a neighbour, in difficulty, other. */
export const linkReasons = ['relative', 'neighbour', 'difficulty', 'other'] as const
export type LinkReason = (typeof linkReasons)[number]
export const hubSpecialties = [
  'policy',
  'mediation',
  'medical',
  'law',
  'jobs',
  'repair',
  'elders',
  'children',
  'newcomers',
] as const
export type HubSpecialty = (typeof hubSpecialties)[number]
/** For which task somebody looks at a door and a number; stands in the audit log. */
export const revealTasks = ['visit', 'contact', 'enrol', 'correct'] as const

export const hubLimits = {
  deputies: 5,
  languages: 8,
  hours: 21,
  people: 30,
  room: 60,
  /** Bytes of a file that `importHouseholds` takes. */
  fileBytes: 480_000,
} as const

export const linkReason = v.picklist(linkReasons, '请选择联系原因')
export const peopleCount = v.pipe(
  v.number('请填人数'),
  v.integer('人数不对'),
  v.minValue(1, '至少 1 人'),
  v.maxValue(hubLimits.people, `最多 ${hubLimits.people} 人`),
)
/** Door within its grid: 3 幢 502 室. Encrypted where it lies. */
export const door = line(40)
/** A mobile number, or a landline with its area code. Encrypted where it lies. */
export const householdPhone = v.pipe(
  v.string('电话不对'),
  v.transform((s) => s.replace(/[\s-]/g, '')),
  v.regex(/^(1\d{10}|0\d{9,11})$/, '电话不对'),
)

export const dutyHours = v.strictObject({
  weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
  fromMinute: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1439)),
  untilMinute: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1440)),
})
export type DutyHours = v.InferOutput<typeof dutyHours>

/** A hub as everybody may see it: a landmark, never a door; that there is a hub, not who is a member. */
export const hubCard = v.object({
  hubId: id,
  name: text,
  areaCode: text,
  areaName: text,
  place: text,
  lat: v.number(),
  lng: v.number(),
  languages: v.array(v.object({ dialect: text, name: text })),
  specialties: v.array(v.picklist(hubSpecialties)),
  hours: v.array(v.object({ weekday: v.number(), fromMinute: v.number(), untilMinute: v.number() })),
  status: v.picklist(hubStatuses),
  /** Whether somebody is there at this moment: by its hours, while its host or a deputy is not away. */
  openNow: v.boolean(),
  /** Until when, if somebody is there now. */
  openUntil: v.nullable(instant),
  /** If nobody is: when somebody is next, within two weeks. */
  opensAt: v.nullable(instant),
  /** Host and deputies are all away today: it counts as closed. */
  away: v.boolean(),
  /** Whether a deputy answers when the host does not. */
  hasDeputy: v.boolean(),
})
export type HubCard = v.InferOutput<typeof hubCard>

/** A household as staff and its hub list it: neither door nor number nor name. */
export const householdRow = v.object({
  householdId: id,
  areaCode: text,
  areaName: text,
  people: count,
  reason: linkReason,
  status: v.picklist(householdStatuses),
  hubId: v.nullable(id),
  hubName: v.nullable(text),
  since: v.nullable(instant),
  /** How many of them have joined with their account. */
  members: count,
  version: count,
})
