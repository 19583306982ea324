import * as v from 'valibot'
import { attachment, id, instant, line, operation, requestId, text, words } from '../operation'
import { statuses } from './workflow'

/** After the decision: rating, appeal, letters and their public check. */

const wrongStatus = { wrongStatus: { status: v.picklist(statuses) } }

export const afterwardsOperations = {
  /** 好差评: five levels, once per application, changeable for seven days. A poor one opens a call-back with its own deadline. */
  rate: operation({
    access: 'signedIn',
    input: {
      requestId,
      applicationId: id,
      level: v.pipe(v.number('请选一个'), v.integer(), v.minValue(1), v.maxValue(5)),
      words: v.optional(words(500), ''),
    },
    output: v.object({ changeableUntil: instant, callBackBy: v.nullable(instant) }),
    refusals: { ...wrongStatus, tooLate: { until: instant }, unfitWords: {} },
  }),

  /** Asks the supervisor to look at the decision again. */
  appeal: operation({
    access: 'signedIn',
    input: { requestId, applicationId: id, words: words(1000, 5) },
    output: v.object({ answerBy: instant }),
    refusals: { ...wrongStatus, tooLate: { until: instant }, alreadyAppealed: {}, unfitWords: {} },
  }),

  /** A letter (受理通知书、补正告知书、决定书) as PDF. For the applicant, the helper and the staff of the case. */
  letter: operation({ access: 'signedIn', input: { letterId: id }, output: attachment }),

  /** Checks a letter by its code, without a session: no more than the letter itself states. */
  checkLetter: operation({
    access: 'anyone',
    input: { code: line(40) },
    output: v.object({
      letter: v.nullable(
        v.object({
          kind: v.picklist(['receipt', 'correctionNotice', 'decision']),
          number: text,
          itemName: text,
          department: text,
          issuedOn: text,
          outcome: v.nullable(v.picklist(['approved', 'refused'])),
          applicant: text,
          replaced: v.boolean(),
        }),
      ),
    }),
  }),
}
