import * as v from 'valibot'
import { count, id, instant, text } from '../../operation'
import { code, matchReason, skillLevel } from '../shapes'

/** 就业扶助 work: openings, people who look for work, proposals of the same engine, and whoever follows up. */

export const openingStatuses = ['draft', 'submitted', 'open', 'closed'] as const
export const proposalStatuses = [
  'proposed',
  'interested',
  'contacted',
  'hired',
  'notHired',
  'notInterested',
  'withdrawn',
] as const
export type ProposalStatus = (typeof proposalStatuses)[number]
export const proposalActions = ['answer', 'say', 'contacted', 'hired', 'notHired', 'takeOver'] as const
export type ProposalAction = (typeof proposalActions)[number]

export const workLimits = {
  skills: 8,
  shifts: 28,
  /** Proposals that one person has under way at most: nobody is flooded. */
  liveProposals: 3,
  /** People proposed for each place that is free. */
  perPlace: 3,
  /** Days for each step. */
  answerDays: 3,
  contactDays: 2,
  hireDays: 7,
  /** An opening stands, and a profile is good, at most so many days. */
  longestDays: 180,
} as const

export const weekly = v.pipe(
  v.array(
    v.strictObject({
      weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
      fromMinute: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1439)),
      untilMinute: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1440)),
    }),
  ),
  v.maxLength(workLimits.shifts, '时段太多'),
  v.check((spans) => spans.every((s) => s.fromMinute < s.untilMinute), '开始要早于结束'),
  v.check(
    (spans) =>
      spans.every((a, i) =>
        spans.every(
          (b, j) => i >= j || a.weekday !== b.weekday || a.untilMinute <= b.fromMinute || b.untilMinute <= a.fromMinute,
        ),
      ),
    '时段有重叠',
  ),
)
export const skills = v.pipe(
  v.array(v.strictObject({ skill: code, level: skillLevel })),
  v.maxLength(workLimits.skills, '最多八样'),
  v.check((all) => new Set(all.map((one) => one.skill)).size === all.length, '重复了'),
)
export const yuan = v.pipe(v.number('请填数字'), v.integer(), v.minValue(0), v.maxValue(1_000_000))
export const weeklyOut = v.array(v.object({ weekday: count, fromMinute: count, untilMinute: count }))
export const skillsOut = v.array(v.object({ skill: text, name: text, level: count }))

export const openingRow = v.object({
  openingId: id,
  title: text,
  enterpriseName: text,
  areaName: text,
  pay: text,
  payFrom: v.nullable(count),
  payUntil: v.nullable(count),
  people: count,
  /** Places that nobody has been hired for. */
  left: count,
  untilOn: text,
  status: v.picklist(openingStatuses),
})
export const openingDetail = v.object({
  ...openingRow.entries,
  enterpriseId: id,
  enterpriseAbout: text,
  verifiedAt: v.nullable(instant),
  words: text,
  areaCode: text,
  lat: v.number(),
  lng: v.number(),
  skills: skillsOut,
  shifts: weeklyOut,
  reason: v.nullable(text),
  /** What became of it between me and this opening. */
  myProposal: v.nullable(v.object({ proposalId: id, status: v.picklist(proposalStatuses) })),
  allowedActions: v.array(v.picklist(['edit', 'submit', 'close', 'decide', 'showInterest'])),
})
export type OpeningDetail = v.InferOutput<typeof openingDetail>

export const seekerProfile = v.object({
  name: text,
  areaCode: text,
  areaName: text,
  homeAreaCode: v.nullable(text),
  lat: v.number(),
  lng: v.number(),
  radiusMetres: count,
  wishes: text,
  activeUntil: text,
  skills: skillsOut,
  dialects: v.array(text),
  weekly: weeklyOut,
  active: v.boolean(),
})

export const proposalRow = v.object({
  proposalId: id,
  status: v.picklist(proposalStatuses),
  openingId: id,
  title: text,
  enterpriseName: text,
  areaName: text,
  pay: text,
  payFrom: v.nullable(count),
  payUntil: v.nullable(count),
  reasons: v.array(matchReason),
  proposedAt: instant,
  dueAt: v.nullable(instant),
  ownerName: v.nullable(text),
  /** Whoever looks for work; null where the one who looks may not know it yet. */
  seekerName: v.nullable(text),
})
export const proposalDetail = v.object({
  ...proposalRow.entries,
  myPart: v.picklist(['seeker', 'employer', 'team']),
  answeredAt: v.nullable(instant),
  contactedAt: v.nullable(instant),
  endedAt: v.nullable(instant),
  note: v.nullable(text),
  seeker: v.nullable(v.object({ skills: v.array(text), wishes: text })),
  messages: v.array(
    v.object({
      messageId: id,
      mine: v.boolean(),
      fromName: text,
      kind: v.picklist(['words', 'callBack']),
      words: text,
      at: instant,
    }),
  ),
  allowedActions: v.array(v.picklist(proposalActions)),
})
export type ProposalDetail = v.InferOutput<typeof proposalDetail>

export const enterpriseRow = v.object({
  enterpriseId: id,
  name: text,
  about: text,
  areaCode: text,
  areaName: text,
  contactName: text,
  verifiedAt: v.nullable(instant),
})
export const wrongOpening = { wrongStatus: { status: v.picklist(openingStatuses) } }
export const wrongProposal = { wrongStatus: { status: v.picklist(proposalStatuses) } }
