import * as v from 'valibot'
import { areaCode, cursor, done, id, instant, operation, page, requestId, text, words } from '../operation'
import { door } from './shapes'

/** How a resident comes to be known as living in a household: by a code, or because the staff confirm it. */

export const joinOperations = {
  /** A code that lets one person join a household, once, for some days. For those who live there, its hub and the staff. */
  inviteToHousehold: operation({
    access: 'signedIn',
    input: { requestId, householdId: id },
    output: v.object({ code: text, expiresAt: instant }),
    refusals: { tooMany: { most: v.number() } },
  }),

  /** Joins by a code. Unknown, used and expired ones look the same. */
  joinByCode: operation({
    access: 'signedIn',
    input: {
      requestId,
      code: v.pipe(
        v.string('请填邀请码'),
        v.transform((s) => s.toUpperCase().replace(/[\s-]/g, '')),
        v.regex(/^[2-9A-HJKMNP-Z]{10}$/, '邀请码是十位字母和数字'),
      ),
    },
    output: v.object({ householdId: id }),
    refusals: { consentNeeded: {}, codeNotValid: {}, alreadyInHousehold: {} },
  }),

  /** Says where I live and asks the staff to confirm it. */
  askToJoin: operation({
    access: 'signedIn',
    input: { requestId, areaCode, door },
    output: v.object({ joinRequestId: id }),
    refusals: { consentNeeded: {}, alreadyInHousehold: {}, alreadyAsked: {}, noSuchArea: {} },
  }),

  /** Takes that back, or leaves the household I am in. */
  leaveHousehold: operation({
    access: 'signedIn',
    input: { requestId },
    output: done,
    refusals: { notInHousehold: {} },
  }),

  /** Who waits to be confirmed in my areas, the longest waiting first; where they say they live comes with `joinRequest`. */
  joinRequests: operation({
    access: ['gridWorker', 'communityAdmin'],
    input: { areaCode: v.optional(areaCode), cursor },
    output: page(v.object({ joinRequestId: id, nickname: text, areaCode: text, areaName: text, askedAt: instant })),
  }),

  /** One of them with the door, and the household registered there, if there is one. Audited. */
  joinRequest: operation({
    access: ['gridWorker', 'communityAdmin'],
    input: { joinRequestId: id },
    output: v.object({
      joinRequestId: id,
      nickname: text,
      areaCode: text,
      areaName: text,
      door: text,
      householdId: v.nullable(id),
    }),
  }),

  /** Confirms that somebody lives in a household, or says why not. */
  decideJoin: operation({
    access: ['gridWorker', 'communityAdmin'],
    input: {
      requestId,
      joinRequestId: id,
      approve: v.boolean(),
      householdId: v.optional(id),
      reason: v.optional(words(100), ''),
    },
    output: done,
    refusals: { alreadyDecided: {}, reasonNeeded: {}, householdNeeded: {}, alreadyInHousehold: {} },
  }),
}
