import * as v from 'valibot'
import { attachment, count, cursor, id, instant, line, operation, requestId, text, words } from '../operation'
import { answers, signUpStatuses } from './shapes'
import { signUpView } from './views'

/** Running an activity: who comes, letting them in, checking them in. */

const rosterRow = v.object({
  ...signUpView.entries,
  maskedPhone: v.nullable(text),
  answers,
  signedUpAt: instant,
  onBehalf: v.boolean(),
})

export const runOperations = {
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
}
