import * as v from 'valibot'
import { areaCode, count, cursor, day, done, id, operation, page, requestId, text, words } from '../../operation'
import { contactRow, files, handOnTargets, seen, wrongStatus } from './shapes'

/** The other side: the host, a deputy, the branch and the community, each answering while it is theirs. */

export const answerOperations = {
  /** Contacts that I owe an answer, or that my hub does, the most urgent first, with the first words; unnamed who wished so. */
  hubInbox: operation({
    access: 'signedIn',
    input: { ended: v.optional(v.boolean(), false), cursor },
    output: page(
      v.object({
        ...contactRow,
        personName: v.nullable(text),
        anonymous: v.boolean(),
        words: text,
        mine: v.boolean(),
        overdue: v.boolean(),
      }),
    ),
  }),

  /** The next step, with words to the resident if there are any. */
  stepContact: operation({
    access: 'signedIn',
    input: {
      requestId,
      contactId: id,
      version: count,
      step: v.picklist(['sort', 'discuss', 'claim']),
      words: v.optional(words(500), ''),
    },
    output: done,
    refusals: seen,
  }),

  /** The answer. */
  answerContact: operation({
    access: 'signedIn',
    input: { requestId, contactId: id, version: count, words: words(500, 2), fileIds: files },
    output: done,
    refusals: seen,
  }),

  /** Leads the resident on to something else; the thread and whoever answers for it stay. */
  handOnContact: operation({
    access: 'signedIn',
    input: {
      requestId,
      contactId: id,
      version: count,
      to: v.picklist(handOnTargets),
      words: words(300, 2),
      /** For an application: the item whose guidance opens. */
      itemCode: v.optional(words(40)),
    },
    output: v.object({ handOnId: id }),
    refusals: { ...seen, noSuchItem: {} },
  }),

  /** To another hub, thread and history with it. */
  passOnContact: operation({
    access: 'signedIn',
    input: { requestId, contactId: id, version: count, hubId: id, words: words(300, 2) },
    output: done,
    refusals: { ...seen, hubClosed: {}, alreadyThere: {}, nobodyResponsible: {} },
  }),

  /** Calls the other side by relay, when the resident wished it: neither number is shown to anybody. */
  callInContact: operation({
    access: 'signedIn',
    input: { requestId, contactId: id },
    output: v.object({ callId: id }),
    refusals: { ...wrongStatus, noRelay: {}, notWished: {}, noPhone: { whose: v.picklist(['mine', 'other']) } },
  }),

  /** Deadlines of the areas I serve, the most overdue first: no words, no names of residents. */
  contactBoard: operation({
    access: ['communityAdmin', 'supervisor'],
    input: { areaCode: v.optional(areaCode), cursor },
    output: v.object({
      /** `mine`: I owe the answer already. */
      ...page(v.object({ ...contactRow, areaName: text, overdue: v.boolean(), mine: v.boolean() })).entries,
      overdue: count,
    }),
  }),

  /** Takes a contact of my areas over; from now on I owe the answer. */
  takeOverContact: operation({
    access: ['communityAdmin'],
    input: { requestId, contactId: id, version: count },
    output: done,
    refusals: seen,
  }),

  /** I am away from day to day (both included): what is mine goes to the deputy by itself. `end`: I am back. */
  setAbsence: operation({
    access: 'signedIn',
    input: { requestId, from: day, until: day, end: v.optional(v.boolean(), false) },
    output: done,
    refusals: { daysWrong: {}, alreadyAway: {}, notOfAHub: {} },
  }),
}
