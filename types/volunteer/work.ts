import * as v from 'valibot'
import {
  areaCode,
  count,
  cursor,
  day,
  done,
  id,
  instant,
  latitude,
  line,
  longitude,
  operation,
  page,
  requestId,
  text,
  words,
} from '../operation'
import { code, homeArea, matchReason, skillLevel } from './shapes'

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

const weekly = v.pipe(
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
const skills = v.pipe(
  v.array(v.strictObject({ skill: code, level: skillLevel })),
  v.maxLength(workLimits.skills, '最多八样'),
  v.check((all) => new Set(all.map((one) => one.skill)).size === all.length, '重复了'),
)
const yuan = v.pipe(v.number('请填数字'), v.integer(), v.minValue(0), v.maxValue(1_000_000))
const weeklyOut = v.array(v.object({ weekday: count, fromMinute: count, untilMinute: count }))
const skillsOut = v.array(v.object({ skill: text, name: text, level: count }))

const openingRow = v.object({
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
const openingDetail = v.object({
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

const seekerProfile = v.object({
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

const proposalRow = v.object({
  proposalId: id,
  status: v.picklist(proposalStatuses),
  openingId: id,
  title: text,
  enterpriseName: text,
  areaName: text,
  pay: text,
  reasons: v.array(matchReason),
  proposedAt: instant,
  dueAt: v.nullable(instant),
  ownerName: v.nullable(text),
  /** Whoever looks for work; null where the one who looks may not know it yet. */
  seekerName: v.nullable(text),
})
const proposalDetail = v.object({
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

const enterpriseRow = v.object({
  enterpriseId: id,
  name: text,
  about: text,
  areaCode: text,
  areaName: text,
  contactName: text,
  verifiedAt: v.nullable(instant),
})
const wrongOpening = { wrongStatus: { status: v.picklist(openingStatuses) } }
const wrongProposal = { wrongStatus: { status: v.picklist(proposalStatuses) } }

export const workOperations = {
  /** Names an enterprise of an area in which I organise; I am its contact. The community verifies it. */
  saveEnterprise: operation({
    access: ['organiser'],
    input: { requestId, enterpriseId: v.optional(id), name: line(40, 2), about: v.optional(words(300), ''), areaCode },
    output: v.object({ enterpriseId: id }),
    refusals: { outsideYourArea: {}, nameTaken: {} },
  }),
  /** Enterprises whose contact I am. */
  myEnterprises: operation({ access: ['organiser'], input: {}, output: v.object({ rows: v.array(enterpriseRow) }) }),
  /** Enterprises of my area that nobody has verified. */
  enterprisesToVerify: operation({ access: ['communityAdmin'], input: { cursor }, output: page(enterpriseRow) }),
  /** I have seen the licence of this enterprise; today's date is kept. */
  verifyEnterprise: operation({
    access: ['communityAdmin'],
    input: { requestId, enterpriseId: id },
    output: done,
    refusals: { alreadyVerified: {} },
  }),

  /** Writes an opening down, or changes one that nobody has approved yet. */
  saveOpening: operation({
    access: ['organiser'],
    input: {
      requestId,
      openingId: v.optional(id),
      enterpriseId: id,
      title: line(30, 2),
      words: v.optional(words(1000), ''),
      areaCode,
      lat: v.optional(latitude),
      lng: v.optional(longitude),
      people: v.pipe(v.number('请填人数'), v.integer(), v.minValue(1, '至少一个人'), v.maxValue(200)),
      pay: line(60),
      payFrom: v.optional(yuan),
      payUntil: v.optional(yuan),
      untilOn: day,
      skills: v.optional(skills, []),
      shifts: v.optional(weekly, []),
    },
    output: openingDetail,
    refusals: { ...wrongOpening, noSuchPlace: {}, unknownSkill: { skill: text }, payWrong: {}, dayWrong: {} },
  }),
  /** Asks the community to let residents see it. */
  submitOpening: operation({
    access: ['organiser'],
    input: { requestId, openingId: id },
    output: openingDetail,
    refusals: wrongOpening,
  }),
  /** Nobody is looked for any more; those who were proposed are told. */
  closeOpening: operation({
    access: ['organiser'],
    input: { requestId, openingId: id, reason: words(100, 2) },
    output: openingDetail,
    refusals: wrongOpening,
  }),
  /** Openings of my enterprises. */
  myOpenings: operation({ access: ['organiser'], input: { cursor }, output: page(openingRow) }),
  /** Openings of my area that wait to be approved. */
  openingsToApprove: operation({ access: ['communityAdmin'], input: { cursor }, output: page(openingRow) }),
  /** Lets residents see an opening, and proposes it at once; or sends it back with a reason. */
  decideOpening: operation({
    access: ['communityAdmin'],
    input: { requestId, openingId: id, approve: v.boolean(), reason: v.optional(words(100), '') },
    output: openingDetail,
    refusals: { ...wrongOpening, reasonNeeded: {}, notVerified: {}, dayWrong: {} },
  }),

  /** Openings of the county that are open, the newest first. */
  openings: operation({
    access: 'signedIn',
    input: { areaCode: v.optional(areaCode), skill: v.optional(code), cursor },
    output: page(openingRow),
  }),
  /** One opening: an open one for everybody, else for its enterprise and the community. */
  opening: operation({ access: 'signedIn', input: { openingId: id }, output: openingDetail }),

  /** What I said of myself to find work; null before. */
  myWorkProfile: operation({ access: 'signedIn', input: {}, output: v.object({ profile: v.nullable(seekerProfile) }) }),
  /** Says what I can and wish, and agrees that the team for work and the community's staff see it. What fits is proposed at once. */
  saveWorkProfile: operation({
    access: 'signedIn',
    input: {
      requestId,
      consent: v.literal(true, '同意了才能帮您找'),
      name: line(20, 2),
      areaCode,
      homeAreaCode: v.optional(homeArea),
      lat: v.optional(latitude),
      lng: v.optional(longitude),
      radiusMetres: v.pipe(v.number(), v.integer(), v.minValue(500), v.maxValue(50_000)),
      wishes: v.optional(words(300), ''),
      activeUntil: day,
      skills: v.optional(skills, []),
      dialects: v.optional(v.pipe(v.array(code), v.maxLength(6)), []),
      weekly: v.pipe(weekly, v.minLength(1, '请选哪些时间能上班')),
    },
    output: v.object({ proposed: count }),
    refusals: {
      consentNeeded: {},
      noSuchPlace: {},
      unknownSkill: { skill: text },
      unknownDialect: { dialect: text },
      dayWrong: {},
    },
  }),
  /** I do not look any more, or found something. Nobody sees my profile from now on. */
  endWorkProfile: operation({ access: 'signedIn', input: { requestId }, output: done, refusals: { notSeeking: {} } }),
  /** What was proposed to me, what waits for me first. */
  myWorkProposals: operation({ access: 'signedIn', input: { cursor }, output: page(proposalRow) }),
  /** One proposal: for whoever looks for work, whoever follows up and, once the first is interested, the employer. */
  workProposal: operation({ access: 'signedIn', input: { proposalId: id }, output: proposalDetail }),
  /** Interested or not. A no costs nothing and is noted nowhere but here. */
  answerWorkProposal: operation({
    access: 'signedIn',
    input: { requestId, proposalId: id, interested: v.boolean() },
    output: proposalDetail,
    refusals: wrongProposal,
  }),
  /** I saw an opening and want it: the employer sees my name, somebody follows up. */
  showInterest: operation({
    access: 'signedIn',
    input: { requestId, openingId: id },
    output: proposalDetail,
    refusals: { ...wrongOpening, notSeeking: {}, alreadyProposed: {}, nobodyResponsible: {}, ownOpening: {} },
  }),
  /** Words between whoever looks for work, the employer and whoever follows up; or a wish to be called by relay. Numbers stay with the platform. */
  sayAboutWork: operation({
    access: 'signedIn',
    input: { requestId, proposalId: id, words: v.optional(words(300), ''), callBack: v.optional(v.boolean(), false) },
    output: proposalDetail,
    refusals: { ...wrongProposal, nothingSaid: {} },
  }),

  /** What I follow up, or (`all`) my team and my area do: the nearest deadline first. For the team for work and the community's staff. */
  workFollowUps: operation({
    access: 'signedIn',
    input: { all: v.optional(v.boolean(), false), cursor },
    output: page(proposalRow),
  }),
  /** The next step, with its day: the employer was contacted, the person was hired, or not and why. */
  stepWorkProposal: operation({
    access: 'signedIn',
    input: {
      requestId,
      proposalId: id,
      step: v.picklist(['contacted', 'hired', 'notHired']),
      note: v.optional(words(200), ''),
    },
    output: proposalDetail,
    refusals: { ...wrongProposal, reasonNeeded: {}, filled: {} },
  }),
  /** I follow up from now on. */
  takeOverWorkProposal: operation({
    access: 'signedIn',
    input: { requestId, proposalId: id },
    output: proposalDetail,
    refusals: wrongProposal,
  }),
  /** Candidates of one opening of mine who are interested, for its employer. */
  workCandidates: operation({ access: ['organiser'], input: { openingId: id, cursor }, output: page(proposalRow) }),
}
