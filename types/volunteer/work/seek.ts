import * as v from 'valibot'
import {
  areaCode,
  count,
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
import { code, homeArea } from '../shapes'
import {
  openingDetail,
  openingRow,
  proposalDetail,
  proposalRow,
  seekerProfile,
  skills,
  weekly,
  wrongOpening,
  wrongProposal,
} from './shapes'

/** Whoever looks for work: what is open, what I can and wish, what was proposed to me. */

export const seekOperations = {
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
}
