import * as v from 'valibot'
import {
  areaCode,
  count,
  cursor,
  done,
  id,
  instant,
  latitude,
  line,
  longitude,
  operation,
  page,
  requestId,
  text,
  words,
} from '../operation'
import { helpStatuses } from './life'
import { assignmentStatuses, spanOut } from './shapes'

/**
 * 街面劝架服务团 mediation: the other side of a help request of kind `mediation`. Nobody is asked before both sides agreed, whoever mediates knows neither, and what
 * was agreed is a written record that both confirm.
 */

export const disputeSides = ['requester', 'other'] as const
export type DisputeSide = (typeof disputeSides)[number]
/** What the caller is in a dispute. */
export const disputeParts = [...disputeSides, 'mediator'] as const
export type DisputePart = (typeof disputeParts)[number]
/** What may be done with it now, by whoever looks at it. */
export const disputeActions = ['invite', 'withdraw', 'changeMediator', 'writeRecord', 'confirmRecord'] as const
export type DisputeAction = (typeof disputeActions)[number]

export const mediationLimits = {
  /** An invitation is good for so long. */
  invitationHours: 48,
  /** Invitations that one request may have, one after the other. */
  invitations: 5,
  recordLength: 4000,
  recordVersions: 50,
} as const

/** The code of an invitation as somebody types it: spaces, dashes and small letters are welcome. */
export const invitationCode = v.pipe(
  v.string('请填邀请码'),
  v.maxLength(40, '邀请码不对'),
  v.transform((typed) => typed.replace(/[\s-]/g, '').toUpperCase()),
  v.regex(/^[0-9A-HJKMNP-TV-Z]{12}$/, '邀请码是 12 位，请再看一下'),
)

const recordVersion = v.object({
  version: count,
  words: text,
  writtenAt: instant,
  writtenByName: text,
  /** Who confirmed these words; both have to. */
  confirmations: v.array(v.object({ side: v.picklist(disputeSides), at: instant })),
})

/** One dispute, as both sides and whoever mediates see it: the same for all. */
export const mediationDetail = v.object({
  helpRequestId: id,
  myPart: v.picklist(disputeParts),
  status: v.picklist(helpStatuses),
  areaName: text,
  /** Where they talk, as the requester proposed it. */
  place: v.nullable(text),
  windows: v.array(spanOut),
  /** When it was agreed to be. */
  span: v.nullable(spanOut),
  minutes: count,
  sides: v.array(
    v.object({
      side: v.picklist(disputeSides),
      name: text,
      agreedAt: instant,
      withdrawnAt: v.nullable(instant),
    }),
  ),
  /** For the side that asked: the code to hand over. */
  invitation: v.nullable(v.object({ code: text, expiresAt: instant })),
  invitationsLeft: count,
  /** Somebody who was invited said no. */
  declined: v.boolean(),
  /** How many mediators have been asked and not answered, and by when the first has to. */
  asked: count,
  answerBy: v.nullable(instant),
  mediators: v.array(
    v.object({
      assignmentId: id,
      name: text,
      teamName: v.nullable(text),
      status: v.picklist(assignmentStatuses),
      span: spanOut,
      setOutAt: v.nullable(instant),
      checkedInAt: v.nullable(instant),
    }),
  ),
  /** The newest version first. */
  records: v.array(recordVersion),
  /** Both confirmed the newest version. */
  settled: v.boolean(),
  ownerName: v.nullable(text),
  helpPhone: v.nullable(text),
  allowedActions: v.array(v.picklist(disputeActions)),
})
export type MediationDetail = v.InferOutput<typeof mediationDetail>

const wrongStatus = { wrongStatus: { status: v.picklist(helpStatuses) } }
/** No such code, too late, or it was used: which of them is nobody's business. */
const noSuchInvitation = { noSuchInvitation: {} }

export const mediationOperations = {
  /**
   * Makes a fresh invitation for the other side of my dispute and ends the one before. `mediation` gives its code, which I hand over myself: nobody is searched
   * for. Good once, for 48 hours.
   */
  openMediation: operation({
    access: 'signedIn',
    input: { requestId, helpRequestId: id, place: line(60, 2) },
    output: mediationDetail,
    refusals: { ...wrongStatus, otherAgreed: {}, tooManyInvitations: { most: count } },
  }),

  /** What I was invited to, before I say yes or no: who asks, when and where, not what about. */
  invitation: operation({
    access: 'signedIn',
    input: { code: invitationCode },
    output: v.object({
      requesterName: text,
      areaName: text,
      place: text,
      windows: v.array(spanOut),
      minutes: count,
      expiresAt: instant,
      helpPhone: v.nullable(text),
    }),
    refusals: { ...noSuchInvitation, ownDispute: {} },
  }),

  /**
   * I agree to talk with a mediator. A mediator is looked for now. Where I live, if I say it, only serves to leave out whoever lives next door; nobody is shown it.
   */
  agreeToMediation: operation({
    access: 'signedIn',
    input: {
      requestId,
      code: invitationCode,
      areaCode: v.optional(areaCode),
      lat: v.optional(latitude),
      lng: v.optional(longitude),
    },
    output: mediationDetail,
    refusals: { ...noSuchInvitation, ownDispute: {}, consentNeeded: {}, noSuchArea: {} },
  }),

  /** No, thank you. The requester is told that it does not come to a talk; I am not noted anywhere. */
  declineMediation: operation({
    access: 'signedIn',
    input: { requestId, code: invitationCode },
    output: done,
    refusals: { ...noSuchInvitation, ownDispute: {} },
  }),

  /** One dispute of mine, live: for both sides and whoever mediates, nobody else. */
  mediation: operation({ access: 'signedIn', input: { helpRequestId: id }, output: mediationDetail }),

  /** Disputes in which I am a side, those under way first. */
  myMediations: operation({
    access: 'signedIn',
    input: { cursor },
    output: page(
      v.object({
        helpRequestId: id,
        mySide: v.picklist(disputeSides),
        status: v.picklist(helpStatuses),
        otherName: v.nullable(text),
        areaName: text,
        span: spanOut,
        agreedByBoth: v.boolean(),
        settled: v.boolean(),
      }),
    ),
  }),

  /** I do not want to talk any more. It ends, and everybody is told; possible until both confirmed the record. */
  withdrawConsent: operation({
    access: 'signedIn',
    input: { requestId, helpRequestId: id },
    output: mediationDetail,
    refusals: { ...wrongStatus, settled: {} },
  }),

  /** Either side: I know this mediator, or would rather have another one. Before it begins; no reason is asked. */
  changeMediator: operation({
    access: 'signedIn',
    input: { requestId, helpRequestId: id, assignmentId: id },
    output: mediationDetail,
    refusals: { ...wrongStatus, tooLate: {} },
  }),

  /**
   * What both agreed on, in words, by whoever mediates and was there. Each saving is a version of its own, which both sides confirm anew. `after`: the version
   * I saw last, 0 if there was none.
   */
  saveMediationRecord: operation({
    access: 'signedIn',
    input: { requestId, helpRequestId: id, words: words(mediationLimits.recordLength, 10), after: count },
    output: mediationDetail,
    refusals: { ...wrongStatus, notThereYet: {}, settled: {}, changedMeanwhile: {}, tooManyVersions: { most: count } },
  }),

  /** Yes, this is what we agreed on. By each side for itself. */
  confirmRecord: operation({
    access: 'signedIn',
    input: { requestId, helpRequestId: id, version: count },
    output: mediationDetail,
    refusals: { ...wrongStatus, notTheNewest: {}, alreadyConfirmed: {} },
  }),
}
