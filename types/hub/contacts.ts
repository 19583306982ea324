import * as v from 'valibot'
import { areaCode, count, cursor, day, done, id, instant, operation, page, requestId, text, words } from '../operation'
import { contactActors, contactEventKinds, contactStatuses } from './life'

/** Contacts between residents and their hub: one thread, whatever becomes of it; no question goes unanswered. */

export const contactKinds = ['ask', 'suggest', 'complain', 'difficulty', 'dispute', 'policy', 'visit'] as const
export type ContactKind = (typeof contactKinds)[number]
/** What a contact is handed on to, besides another hub. */
export const handOnTargets = ['helpRequest', 'application', 'activity'] as const
export type HandOnTarget = (typeof handOnTargets)[number]
export const contactActions = [
  'say',
  'callBack',
  'withdraw',
  'confirm',
  'rate',
  'follow',
  'share',
  'sort',
  'discuss',
  'claim',
  'answer',
  'handOn',
  'passOn',
  'call',
  'takeOver',
] as const
export type ContactAction = (typeof contactActions)[number]

export const contactLimits = {
  /** Contacts that one person has under way at most. */
  live: 10,
  files: 6,
} as const

const files = v.optional(v.pipe(v.array(id), v.maxLength(contactLimits.files, `最多 ${contactLimits.files} 张`)), [])
const wrongStatus = { wrongStatus: { status: v.picklist(contactStatuses) } }
const seen = { changedMeanwhile: {}, ...wrongStatus }
const file = v.object({
  fileId: id,
  name: text,
  mimeType: text,
  url: text,
  thumbnailUrl: v.optional(text),
  urlUntil: instant,
})

const contactRow = {
  contactId: id,
  kind: v.picklist(contactKinds),
  status: v.picklist(contactStatuses),
  hubId: id,
  hubName: text,
  askedAt: instant,
  /** By when somebody owes an answer; null when nothing is owed. */
  dueAt: v.nullable(instant),
  /** 0 the host, 1 a deputy, 2 the party branch, 3 the community. */
  level: count,
  version: count,
}

const contactDetail = v.object({
  ...contactRow,
  /** In which capacity I see it. */
  side: v.picklist(['resident', 'host', 'staff']),
  /** Null to everybody else when the resident wished to be anonymous. */
  personName: v.nullable(text),
  householdId: v.nullable(id),
  anonymous: v.boolean(),
  aboutHost: v.boolean(),
  overdue: v.boolean(),
  stars: v.nullable(count),
  comment: v.nullable(text),
  messages: v.array(
    v.object({
      messageId: id,
      from: v.picklist(contactActors),
      mine: v.boolean(),
      callBack: v.boolean(),
      words: text,
      files: v.array(file),
      at: instant,
    }),
  ),
  events: v.array(v.object({ kind: v.picklist(contactEventKinds), by: v.picklist(contactActors), at: instant })),
  handOns: v.array(
    v.object({
      handOnId: id,
      to: v.picklist(handOnTargets),
      words: text,
      itemCode: v.nullable(text),
      /** What it became, once the resident went there. */
      targetId: v.nullable(id),
      targetStatus: v.nullable(text),
      at: instant,
    }),
  ),
  /** Whether numbers are exchanged: both have to have said so, each may take it back. */
  numbers: v.object({ iShare: v.boolean(), otherShares: v.boolean() }),
  allowedActions: v.array(v.picklist(contactActions)),
})
export type ContactDetail = v.InferOutput<typeof contactDetail>

export const contactOperations = {
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

  /** Contacts of mine, the newest first. */
  myContacts: operation({
    access: 'signedIn',
    input: { cursor },
    output: page(v.object(contactRow)),
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

  /** Contacts that I owe an answer, or that my hub does, the most urgent first. */
  hubInbox: operation({
    access: 'signedIn',
    input: { ended: v.optional(v.boolean(), false), cursor },
    output: page(v.object({ ...contactRow, mine: v.boolean(), overdue: v.boolean() })),
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
      itemCode: v.optional(v.pipe(v.string(), v.maxLength(40))),
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
      ...page(v.object({ ...contactRow, areaName: text, overdue: v.boolean() })).entries,
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
