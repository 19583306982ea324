import * as v from 'valibot'
import {
  areaCode,
  attachment,
  count,
  cursor,
  done,
  id,
  instant,
  line,
  operation,
  page,
  requestId,
  text,
  words,
} from '../operation'
import {
  activityDetail,
  activityDraft,
  activityDraftObject,
  activityRow,
  activityStatuses,
  answers,
  limits,
  signUpStatuses,
  signUpView,
} from './shapes'

/** Operations of 邻里活动 for those who organise and for the community that approves. */

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

const rosterRow = v.object({
  ...signUpView.entries,
  maskedPhone: v.nullable(text),
  answers,
  signedUpAt: instant,
  onBehalf: v.boolean(),
})

export const organiserOperations = {
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

  /** Who comes, who waits, who asked: names, parties, answers. For the organiser's console. */
  roster: operation({
    access: 'signedIn',
    input: {
      activityId: id,
      status: v.optional(v.picklist(signUpStatuses)),
      cursor,
    },
    output: v.object({
      rows: v.array(rosterRow),
      nextCursor: v.optional(v.string()),
      totals: v.object({
        confirmed: count,
        waiting: count,
        requested: count,
        checkedIn: count,
        seats: v.nullable(count),
      }),
    }),
  }),

  /** Answers a requested sign-up where the activity needs approval. Accepted: a seat, or a place in the waitlist. */
  decideSignUp: operation({
    access: 'signedIn',
    input: {
      requestId,
      signUpId: id,
      accept: v.boolean(),
      reason: v.optional(words(200)),
    },
    output: v.object({ status: v.picklist(signUpStatuses) }),
    refusals: {
      alreadyDecided: { status: v.picklist(signUpStatuses) },
      fullNoWaitlist: {},
    },
  }),

  /** Rotating check-in codes for the coming hours, so that the organiser's screen works offline. One is valid for its window and the next. */
  checkInCodes: operation({
    access: 'signedIn',
    input: { activityId: id },
    output: v.object({
      windowSeconds: count,
      codes: v.array(v.object({ validFrom: instant, code: text })),
    }),
    refusals: { notNow: { opensAt: instant } },
  }),

  /**
   * Records check-ins and check-outs made on the organiser's phone: by scanned personal code or by ticking the list, perhaps
   * offline some time ago. Each entry carries its own id, so sending the same ones again changes nothing.
   */
  syncCheckIns: operation({
    access: 'signedIn',
    input: {
      requestId,
      activityId: id,
      entries: v.pipe(
        v.array(
          v.strictObject({
            entryId: requestId,
            by: v.variant('type', [
              v.strictObject({ type: v.literal('code'), code: line(16) }),
              v.strictObject({ type: v.literal('list'), signUpId: id }),
            ]),
            action: v.picklist(['in', 'out', 'undo']),
            at: instant,
          }),
        ),
        v.minLength(1),
        v.maxLength(200, '一次最多 200 条'),
      ),
    },
    output: v.object({
      results: v.array(
        v.object({
          entryId: text,
          result: v.picklist([
            'recorded',
            'alreadyRecorded',
            'unknownCode',
            'notNow',
            'tooManyToday',
            'notConfirmed',
            'nothingToUndo',
            'notCheckedIn',
          ]),
          personName: v.nullable(text),
          status: v.nullable(v.picklist(signUpStatuses)),
        }),
      ),
    }),
  }),

  /** The sign-ups as an Excel file (.xlsx). Phones are masked; the export is audited. */
  exportSignUps: operation({
    access: 'signedIn',
    input: { activityId: id },
    output: attachment,
  }),

  /** Adds a picture to the album of an activity that has begun: JPEG or PNG, at most 400 KB, without location data. */
  addPhoto: operation({
    access: 'signedIn',
    input: {
      requestId,
      activityId: id,
      base64: v.pipe(v.string(), v.base64('图片不对'), v.maxLength(560_000, '图片太大，最多 400 KB')),
      caption: v.optional(line(40, 0), ''),
    },
    output: v.object({ photoId: id }),
    refusals: {
      notAPicture: {},
      tooManyPhotos: { most: count },
      notYet: {},
      captionRefused: {},
    },
  }),

  /** Takes a picture out of the album. */
  removePhoto: operation({
    access: 'signedIn',
    input: { requestId, photoId: id },
    output: done,
  }),
}
