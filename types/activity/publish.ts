import * as v from 'valibot'
import { areaCode, count, cursor, done, id, instant, operation, page, requestId, text, words } from '../operation'
import { activityDraft, activityDraftObject, activityStatuses, limits } from './shapes'
import { activityDetail, activityRow } from './views'

/** Making an activity, changing it, having it approved, inviting to it, calling it off. */

const editScope = v.optional(v.picklist(['one', 'following']), 'one')
const scheduleRefusals = {
  inThePast: {},
  endsBeforeItStarts: {},
  tooLong: { mostDays: count },
  signUpWindowWrong: {},
  cancelUntilWrong: {},
  groupNamesRepeat: {},
  questionKeysRepeat: {},
  capacityUnlikeGroups: { sum: count },
} as const

export const publishOperations = {
  /** Activities I made or manage, newest start first. */
  managed: operation({
    access: 'signedIn',
    input: { status: v.optional(v.picklist(activityStatuses)), cursor },
    output: page(activityRow),
  }),

  /**
   * Saves a new draft. Residents and organisers propose, the community approves. `repeat` makes a series of drafts, one each
   * week or month, that is submitted and approved together.
   */
  draft: operation({
    access: 'signedIn',
    input: {
      requestId,
      ...activityDraft,
      repeat: v.optional(
        v.strictObject({
          every: v.picklist(['week', 'month']),
          times: v.pipe(
            v.number(),
            v.integer(),
            v.minValue(2, '至少 2 次'),
            v.maxValue(limits.seriesLength, `最多 ${limits.seriesLength} 次`),
          ),
        }),
      ),
    },
    output: v.object({
      activityId: id,
      seriesId: v.nullable(id),
      activityIds: v.array(id),
    }),
    refusals: {
      ...scheduleRefusals,
      consentNeeded: {},
      noSuchArea: {},
      wordsRefused: {},
    },
  }),

  /**
   * Changes an activity, or with `scope: 'following'` it and all later ones of its series (times move by the same amount).
   * Raising the capacity promotes, lowering it below the confirmed seats is refused. Everybody signed up is told of a new time or place.
   */
  edit: operation({
    access: 'signedIn',
    input: {
      requestId,
      activityId: id,
      version: count,
      scope: editScope,
      draft: activityDraftObject,
    },
    output: activityDetail,
    refusals: {
      ...scheduleRefusals,
      changedMeanwhile: { version: count },
      belowConfirmed: { confirmed: count, groupName: text },
      groupStillUsed: { groupName: text },
      alreadyOver: {},
      wordsRefused: {},
      noSuchArea: {},
    },
  }),

  /**
   * A new invitation code for an activity that is joined by invitation: links and codes given out before no longer work, those who
   * signed up with them stay.
   */
  renewInvitation: operation({
    access: 'signedIn',
    input: { requestId, activityId: id },
    output: v.object({ inviteCode: text }),
    refusals: { notByInvitation: {}, alreadyOver: {} },
  }),

  /** Hands a draft (and its series) to the community for approval; who may approve publishes at once. */
  submit: operation({
    access: 'signedIn',
    input: { requestId, activityId: id },
    output: v.object({ status: v.picklist(activityStatuses) }),
    refusals: {
      inThePast: {},
      wrongStatus: { status: v.picklist(activityStatuses) },
    },
  }),

  /** Takes a submission back to change it. */
  takeBack: operation({
    access: 'signedIn',
    input: { requestId, activityId: id },
    output: done,
    refusals: { wrongStatus: { status: v.picklist(activityStatuses) } },
  }),

  /** Submissions waiting in the areas I administer, oldest first. */
  submissions: operation({
    access: ['communityAdmin'],
    input: { areaCode: v.optional(areaCode), cursor },
    output: page(
      v.object({
        ...activityRow.entries,
        submittedAt: instant,
        submittedBy: text,
        occurrences: count,
      }),
    ),
  }),

  /** Approves a submission (and its series): it is published. */
  approve: operation({
    access: ['communityAdmin'],
    input: { requestId, activityId: id },
    output: done,
    refusals: {
      wrongStatus: { status: v.picklist(activityStatuses) },
      inThePast: {},
    },
  }),

  /** Sends a submission back with a reason in plain words. */
  sendBack: operation({
    access: ['communityAdmin'],
    input: { requestId, activityId: id, reason: words(300, 2) },
    output: done,
    refusals: { wrongStatus: { status: v.picklist(activityStatuses) } },
  }),

  /** Cancels an activity, or it and the following of its series, and tells everybody signed up or waiting. Sign-ups stay readable. */
  cancel: operation({
    access: 'signedIn',
    input: {
      requestId,
      activityId: id,
      scope: editScope,
      reason: words(300, 2),
    },
    output: v.object({ told: count }),
    refusals: { alreadyOver: {} },
  }),
}
