import * as v from 'valibot'
import { areaCode, count, cursor, done, id, instant, operation, page, requestId, text, words } from '../operation'
import { volunteerProfile } from './profile'
import { code, volunteerStatuses } from './shapes'

/** How the community takes volunteers in, and what papers it saw. */

const allStaff = ['communityAdmin', 'gridWorker', 'supervisor'] as const

export const takeInOperations = {
  /** Volunteers of the areas I serve, those who wait for an answer first. */
  volunteers: operation({
    access: allStaff,
    input: {
      status: v.optional(v.picklist(volunteerStatuses)),
      areaCode: v.optional(areaCode),
      search: v.optional(words(20)),
      cursor,
    },
    output: v.object({
      ...page(
        v.object({
          personId: id,
          name: text,
          areaName: text,
          homeAreaName: v.nullable(text),
          status: v.picklist(volunteerStatuses),
          /** Names of what he can. */
          skills: v.array(text),
          /** Names of skills whose certificate nobody has seen yet, or which ran out. */
          toCheck: v.array(text),
          appliedAt: instant,
        }),
      ).entries,
      waiting: count,
    }),
  }),

  /** One volunteer of the areas I serve; leaves an audit row. */
  volunteer: operation({
    access: allStaff,
    input: { personId: id },
    output: v.object({ ...volunteerProfile.entries, maskedPhone: v.nullable(text), allowedActions: v.array(text) }),
  }),

  /** Takes a volunteer in, or tells him why not. Taken in, he holds the role in his community. */
  decideVolunteer: operation({
    access: ['communityAdmin'],
    input: { requestId, personId: id, approve: v.boolean(), reason: v.optional(words(100), '') },
    output: done,
    refusals: { alreadyDecided: {}, reasonNeeded: {} },
  }),

  /** Notes a certificate that was seen, and until when it is good; null takes it back. */
  checkCertificate: operation({
    access: ['communityAdmin'],
    input: { requestId, personId: id, skill: code, until: v.nullable(instant) },
    output: done,
    refusals: { noSuchSkill: {}, alreadyOver: {} },
  }),

  /** Notes accident insurance; null: none. */
  setInsurance: operation({
    access: ['communityAdmin'],
    input: { requestId, personId: id, until: v.nullable(instant) },
    output: done,
    refusals: { alreadyOver: {} },
  }),
}
