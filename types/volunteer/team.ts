import * as v from 'valibot'
import { areaCode, count, cursor, done, id, instant, line, operation, page, requestId, text, words } from '../operation'
import { homeArea } from './shapes'

/** Volunteer teams (志愿团队): 老乡帮帮团 by home area, 街面劝架服务团, 就业扶助团队, 家园卫士, 理论导读队, and free ones. */

export const teamKinds = ['hometown', 'mediation', 'work', 'guard', 'policy', 'free'] as const
export type TeamKind = (typeof teamKinds)[number]
/** What the caller is in a team. */
export const teamParts = ['none', 'asked', 'member', 'leader'] as const
/** What the caller may do with a team now. */
export const teamActions = ['join', 'leave', 'seeMembers', 'decideMember', 'handOver', 'change', 'close'] as const
export type TeamAction = (typeof teamActions)[number]

const teamRow = v.object({
  teamId: id,
  kind: v.picklist(teamKinds),
  name: text,
  areaCode: text,
  areaName: text,
  /** Whose home area it is, for a team of 老乡. */
  homeAreaName: v.nullable(text),
  leaderName: text,
  members: count,
  myPart: v.picklist(teamParts),
})

const teamFields = {
  name: line(20, 2),
  /** Needed for a team of 老乡, and only there: a province, city or county. */
  homeAreaCode: v.optional(
    v.pipe(
      homeArea,
      v.check((code) => code.length <= 6, '到县一级就好'),
    ),
  ),
  about: v.optional(words(300), ''),
}

const leaderRefusals = {
  /** Leads: an approved volunteer of the areas I administer, or an organiser of the team's area. */
  leaderNotFit: {},
}

export const teamOperations = {
  /** Teams, those that cover my community (or `areaCode`) first, then those around it; `mine`: only those I am in. */
  teams: operation({
    access: 'signedIn',
    input: { areaCode: v.optional(areaCode), mine: v.optional(v.boolean()), cursor },
    output: page(teamRow),
  }),

  /** One team. */
  team: operation({
    access: 'signedIn',
    input: { teamId: id },
    output: v.object({
      ...teamRow.entries,
      homeAreaCode: v.nullable(text),
      about: text,
      /** How many wait to be let in; null for those who do not decide it. */
      asking: v.nullable(count),
      allowedActions: v.array(v.picklist(teamActions)),
    }),
  }),

  /** Who is in a team, those who wait to be let in first: for its leader and the staff of its area only. */
  teamMembers: operation({
    access: 'signedIn',
    input: { teamId: id, cursor },
    output: page(
      v.object({
        personId: id,
        name: text,
        homeAreaName: v.nullable(text),
        status: v.picklist(['asked', 'member']),
        askedAt: instant,
      }),
    ),
  }),

  /** Founds a team in an area I administer. */
  createTeam: operation({
    access: ['communityAdmin'],
    input: { requestId, kind: v.picklist(teamKinds, '请选择类型'), areaCode, leaderId: id, ...teamFields },
    output: v.object({ teamId: id }),
    refusals: { outsideYourArea: {}, nameTaken: {}, ...leaderRefusals },
  }),

  /** Changes what is said of a team of my area. */
  changeTeam: operation({
    access: ['communityAdmin'],
    input: { requestId, teamId: id, ...teamFields },
    output: done,
    refusals: { nameTaken: {} },
  }),

  /** Ends a team of my area; its members are told why. */
  closeTeam: operation({
    access: ['communityAdmin'],
    input: { requestId, teamId: id, reason: words(100, 2) },
    output: done,
  }),

  /** Asks to be let into a team; its leader is told. For approved volunteers. */
  joinTeam: operation({
    access: 'signedIn',
    input: { requestId, teamId: id },
    output: done,
    refusals: { notAVolunteer: {}, alreadyIn: {} },
  }),

  /** Leaves a team, or takes back that I asked. The leader hands over first. */
  leaveTeam: operation({
    access: 'signedIn',
    input: { requestId, teamId: id },
    output: done,
    refusals: { notIn: {}, leadsIt: {} },
  }),

  /** Lets somebody in who asked, or not; `accept: false` also takes a member out, then with a reason. For the leader and the community. */
  decideMember: operation({
    access: 'signedIn',
    input: { requestId, teamId: id, personId: id, accept: v.boolean(), reason: v.optional(words(100), '') },
    output: done,
    refusals: { noSuchAsk: {}, reasonNeeded: {}, leadsIt: {} },
  }),

  /** Gives the team to another leader: the leader to one of its members, the community to whomever it may choose. Both are told. */
  handOverTeam: operation({
    access: 'signedIn',
    input: { requestId, teamId: id, leaderId: id },
    output: done,
    refusals: leaderRefusals,
  }),
}
