import * as v from 'valibot'
import {
  attachment,
  count,
  cursor,
  day,
  done,
  id,
  instant,
  line,
  operation,
  page,
  requestId,
  text,
  words,
} from '../../operation'
import { code, ledger, pointEvidence, pointKinds, pointLimits, quarter, signed } from './shapes'

/** Entries of one person at a time, appeals about them, and the paper of a quarter. */

export const ledgerOperations = {
  /** My own entries of a quarter (this one when it is left out), newest first, each with its rule and its evidence. */
  myPoints: operation({
    access: 'signedIn',
    input: { quarter, cursor },
    output: v.object({ ...ledger.entries, isMember: v.boolean() }),
  }),

  /** Those of one member, for the secretary of his branch alone. Audited. */
  memberPoints: operation({
    access: 'signedIn',
    input: { personId: id, quarter, cursor },
    output: ledger,
  }),

  /** Gives or deducts points by hand, with what it rests on; for the secretary and the committee of the member's branch, never for oneself. */
  givePoints: operation({
    access: 'signedIn',
    input: {
      requestId,
      personId: id,
      code,
      words: words(300, 4),
      fileIds: v.optional(v.pipe(v.array(id), v.maxLength(pointLimits.files, `最多 ${pointLimits.files} 张`)), []),
    },
    output: v.object({ entryId: id, points: signed }),
    refusals: { notForYourself: {}, noSuchRule: {}, capReached: { left: count } },
  }),

  /** Takes an entry back by a counter-entry; for the secretary, never his own. */
  takeBackPoints: operation({
    access: 'signedIn',
    input: { requestId, entryId: id, words: words(300, 4) },
    output: v.object({ entryId: id }),
    refusals: { notForYourself: {}, alreadyTakenBack: {} },
  }),

  /** Says that an entry of mine is wrong; somebody who did not record it decides. Once an entry. */
  appealPoints: operation({
    access: 'signedIn',
    input: { requestId, entryId: id, words: words(500, 4) },
    output: v.object({ appealId: id, dueAt: instant }),
    refusals: { alreadyAppealed: {}, alreadyTakenBack: {}, nobodyResponsible: {} },
  }),

  /** Appeals that I may decide, those I owe an answer first. */
  pointAppeals: operation({
    access: 'signedIn',
    input: { cursor },
    output: page(
      v.object({
        appealId: id,
        personName: text,
        areaName: text,
        words: text,
        at: instant,
        dueAt: instant,
        mine: v.boolean(),
        overdue: v.boolean(),
        points: signed,
        ruleWords: text,
        kind: v.picklist(pointKinds),
        evidence: v.picklist(pointEvidence),
        entryWords: text,
        entryAt: instant,
      }),
    ),
  }),

  /** Decides one, with words. Upheld: the entry is taken back in the same moment. */
  decidePointAppeal: operation({
    access: 'signedIn',
    input: { requestId, appealId: id, uphold: v.boolean(), words: words(500, 4) },
    output: done,
    refusals: { alreadyDecided: {} },
  }),

  /** Issues the statement of a quarter as it stands now: my own, or a member's for the secretary of his branch. */
  issuePointStatement: operation({
    access: 'signedIn',
    input: { requestId, quarter: day, personId: v.optional(id) },
    output: v.object({ statementId: id, checkCode: text }),
    refusals: { nothingThere: {} },
  }),

  /** The statement as PDF, for the member and the secretary of his branch. */
  pointStatement: operation({ access: 'signedIn', input: { statementId: id }, output: attachment }),

  /** Checks a statement by its code, without a session: no more than it states. */
  checkPointStatement: operation({
    access: 'anyone',
    input: { code: line(40) },
    output: v.object({
      statement: v.nullable(v.object({ name: text, quarter: text, total: signed, entries: count, issuedOn: text })),
    }),
  }),
}
