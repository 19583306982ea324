import * as v from 'valibot'
import { areaCode, count, cursor, day, done, id, line, operation, page, requestId, text, words } from '../../operation'
import { branch, branchPosts, meetingRow, post } from './shapes'

/** Which branches there are, and who belongs to one. */

export const memberOperations = {
  /** Branches of the areas I administer, by area and name: who leads them, not who belongs to them. */
  branches: operation({
    access: ['communityAdmin'],
    input: { areaCode: v.optional(areaCode), cursor },
    output: page(v.object({ ...branch, secretaryId: v.nullable(id), secretaryName: v.nullable(text), members: count })),
  }),

  /** Sets up a branch in an area I administer, or changes it. The secretary holds the role partyMember there, and answers for the hubs of its members above their hosts. */
  saveBranch: operation({
    access: ['communityAdmin'],
    input: {
      requestId,
      branchId: v.optional(id),
      name: line(40, 2),
      areaCode,
      secretaryId: id,
      committee: v.optional(v.boolean(), false),
      groups: v.optional(v.boolean(), false),
      foundedOn: day,
    },
    output: v.object({ branchId: id }),
    refusals: {
      outsideYourArea: {},
      notAPartyMember: {},
      inAnotherBranch: {},
      nameTaken: {},
      daysWrong: {},
      alreadyClosed: {},
    },
  }),

  /** Closes a branch: its members belong to none, what it did stays. */
  closeBranch: operation({
    access: ['communityAdmin'],
    input: { requestId, branchId: id, reason: words(100, 2) },
    output: done,
    refusals: { alreadyClosed: {} },
  }),

  /** The branch I belong to, as what, what comes next and what is overdue (for its secretary and committee). */
  myBranch: operation({
    access: 'signedIn',
    input: {},
    output: v.object({
      branch: v.nullable(
        v.object({
          ...branch,
          secretaryName: v.nullable(text),
          post: v.picklist(branchPosts),
          floating: v.boolean(),
          sinceOn: text,
          next: v.nullable(v.object(meetingRow)),
          overdue: v.nullable(count),
        }),
      ),
      /** Appeals about points that wait for me, as secretary or for the community. */
      appeals: count,
    }),
  }),

  /** Who belongs to my branch, by name. Seen by nobody else, whatever role he holds. */
  branchMembers: operation({
    access: 'signedIn',
    input: {},
    output: v.object({
      rows: v.array(
        v.object({
          personId: id,
          name: text,
          post: v.picklist(branchPosts),
          floating: v.boolean(),
          sinceOn: text,
          me: v.boolean(),
        }),
      ),
      /** I am the secretary. */
      mayChange: v.boolean(),
    }),
  }),

  /**
   * Takes somebody into my branch by his number: an account with the role partyMember for its area. Whether a number is unknown or that of no member looks the same. For the
   * secretary.
   */
  addBranchMember: operation({
    access: 'signedIn',
    input: {
      requestId,
      phone: v.pipe(v.string('请填手机号'), v.regex(/^1\d{10}$/, '手机号不对')),
      post,
      floating: v.optional(v.boolean(), false),
      sinceOn: day,
    },
    output: v.object({ personId: id }),
    refusals: { notAPartyMember: {}, inAnotherBranch: {}, tooMany: { most: count }, daysWrong: {} },
  }),

  /** Changes what a member is in my branch, or lets him go on a day (`untilOn`). For the secretary; he himself goes by `saveBranch`. */
  changeBranchMember: operation({
    access: 'signedIn',
    input: {
      requestId,
      personId: id,
      post,
      floating: v.optional(v.boolean(), false),
      untilOn: v.optional(v.nullable(day), null),
    },
    output: done,
    refusals: { notTheSecretary: {}, daysWrong: {} },
  }),
}
