import * as v from 'valibot'
import {
  areaCode,
  cursor,
  day,
  done,
  id,
  latitude,
  line,
  longitude,
  operation,
  page,
  requestId,
  text,
  words,
} from '../../operation'
import { enterpriseRow, openingDetail, openingRow, proposalRow, skills, weekly, wrongOpening, yuan } from './shapes'

/** Whoever hires: enterprises, their openings, who is interested; and the community that verifies and approves. */

export const hireOperations = {
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

  /** Candidates of one opening of mine who are interested, for its employer. */
  workCandidates: operation({ access: ['organiser'], input: { openingId: id, cursor }, output: page(proposalRow) }),
}
