import * as v from 'valibot'
import { cursor, done, id, instant, operation, page, requestId, text, words } from '../../operation'
import { contactStatuses } from '../life'
import { contactDetail, contactKinds, contactRow, files, handOnTargets, wrongStatus } from './shapes'

/** The resident’s side: ask, read the thread, confirm, rate, follow what it was handed on to. */

export const askOperations = {
  /** Turns to my hub, or to another one. A complaint about the host goes past the host's side. */
  askHub: operation({
    access: 'signedIn',
    input: {
      requestId,
      kind: v.picklist(contactKinds, '请选择什么事'),
      words: words(500, 2),
      fileIds: files,
      /** Absent: that of my household. */
      hubId: v.optional(id),
      anonymous: v.optional(v.boolean(), false),
      aboutHost: v.optional(v.boolean(), false),
      callBack: v.optional(v.boolean(), false),
    },
    output: v.object({ contactId: id, status: v.picklist(contactStatuses), dueAt: instant }),
    refusals: {
      consentNeeded: {},
      noHub: {},
      hubClosed: {},
      yourself: {},
      nobodyResponsible: {},
      tooMany: { most: v.number() },
    },
  }),

  /** Contacts of mine, the newest first: how each began, and what waits for me to follow it. */
  myContacts: operation({
    access: 'signedIn',
    input: { cursor },
    output: page(v.object({ ...contactRow, words: text, follow: v.nullable(v.picklist(handOnTargets)) })),
  }),

  /** One thread, for whoever asked, its hub's side, or whom it went up to. */
  contact: operation({ access: 'signedIn', input: { contactId: id }, output: contactDetail }),

  /** Words and photos to the other side. */
  sayInContact: operation({
    access: 'signedIn',
    input: { requestId, contactId: id, words: v.optional(words(500), ''), fileIds: files },
    output: done,
    refusals: { ...wrongStatus, nothingSaid: {} },
  }),

  /** Please call me: by relay, nobody gets a number. */
  askCallBack: operation({
    access: 'signedIn',
    input: { requestId, contactId: id },
    output: done,
    refusals: wrongStatus,
  }),

  /** Not needed any more. */
  withdrawContact: operation({
    access: 'signedIn',
    input: { requestId, contactId: id },
    output: done,
    refusals: wrongStatus,
  }),

  /** It is answered to my content. */
  confirmContact: operation({
    access: 'signedIn',
    input: { requestId, contactId: id },
    output: done,
    refusals: wrongStatus,
  }),

  /** Stars 1 … 5 and words, once. */
  rateContact: operation({
    access: 'signedIn',
    input: {
      requestId,
      contactId: id,
      stars: v.pipe(v.number('请点星星'), v.integer(), v.minValue(1), v.maxValue(5)),
      comment: v.optional(words(300), ''),
    },
    output: done,
    refusals: wrongStatus,
  }),

  /** What my contact was handed on to has become this help request or application of mine, or this sign-up's activity. */
  followHandOn: operation({
    access: 'signedIn',
    input: { requestId, contactId: id, handOnId: id, targetId: id },
    output: done,
    refusals: { ...wrongStatus, notYours: {}, alreadyFollowed: {} },
  }),

  /** Agrees that the other side of this contact gets my number, or takes it back. */
  shareNumber: operation({
    access: 'signedIn',
    input: { requestId, contactId: id, share: v.boolean() },
    output: done,
    refusals: { noPhone: {} },
  }),

  /** The other side's number while both sides agree. Audited. */
  contactNumber: operation({
    access: 'signedIn',
    input: { contactId: id },
    output: v.object({ phone: text }),
    refusals: { notShared: {} },
  }),
}
