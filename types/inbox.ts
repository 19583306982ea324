import * as v from 'valibot'
import { count, cursor, done, id, instant, operation, page, requestId, text } from './operation'

/** 收件箱 inbox: every notice a person ever got, and the ledger of accepted WeChat messages (订阅消息). */

/** What a notice is about; the words for each live with the pages, the facts travel with the row. */
export const noticeKinds = [
  'signUpConfirmed',
  'signUpPromoted',
  'signUpLapsed',
  'signUpRejected',
  'signUpNotPromoted',
  'activityChanged',
  'activityCancelled',
  'activityReminder',
  'activitySubmitted',
  'activityApproved',
  'activitySentBack',
  'commentHidden',
  'photoHidden',
  'roleGranted',
  'feedbackReceived',
  'feedbackAnswered',
  'feedbackOverdue',
  'applicationSubmitted',
  'correctionRequested',
  'applicationAccepted',
  'applicationSuspended',
  'applicationExtended',
  'applicationDecided',
  'applicationDelivered',
  'applicationLapsing',
  'applicationLapsed',
  'applicationMessage',
  'visitBooked',
  'visitReminder',
  'secondVisitAllowed',
  'helpAsked',
  'appealAnswered',
  'ratingAnswered',
  'caseAssigned',
  'caseCorrected',
  'caseOverdue',
  'callBackDue',
  'appealDue',
  'volunteerApplied',
  'volunteerApproved',
  'volunteerDeclined',
  'teamJoinAsked',
  'teamJoined',
  'teamNotJoined',
  'teamLeft',
  'teamLed',
  'teamHandedOver',
  'teamRemoved',
  'teamClosed',
  'dutyAsked',
  'dutyCancelled',
  'dutyDeclined',
  'dutyCalled',
  'dutyAnswered',
  'helpOffered',
  'helpOfferGone',
  'helpOfferLapsed',
  'helpTaken',
  'helpLookingAgain',
  'helpOnTheWay',
  'helpDone',
  'helpUnmet',
  'helpCancelled',
  'helpMessage',
  'helpCallBack',
  'helpToArrange',
  'helpClosed',
  'hoursCounted',
  'hoursRefused',
  'mediationAgreed',
  'mediationDeclined',
  'mediationNoAnswer',
  'mediationEnded',
  'mediationRecord',
  'mediationSettled',
  'householdsLinked',
  'householdOrphaned',
  'hubLinked',
  'householdAsked',
  'householdJoined',
  'householdNotJoined',
  'openingSubmitted',
  'openingApproved',
  'openingSentBack',
  'workProposed',
  'workInterested',
  'workToFollowUp',
  'workContacted',
  'workHired',
  'workNotHired',
  'workWithdrawn',
  'workMessage',
  'contactReceived',
  'contactMessage',
  'contactCallBack',
  'contactCalled',
  'contactMoved',
  'contactAnswered',
  'contactHandedOn',
  'contactOverdue',
] as const
export const noticeKind = v.picklist(noticeKinds)
export type NoticeKind = (typeof noticeKinds)[number]

/** Facts a notice may carry. All of them are about the receiver's own affairs. */
export const noticeFacts = v.object({
  activityId: v.optional(id),
  signUpId: v.optional(id),
  helpRequestId: v.optional(id),
  /** The help request of a dispute, for both sides of it and whoever mediates. */
  mediationId: v.optional(id),
  openingId: v.optional(id),
  /** A proposal of work. */
  proposalId: v.optional(id),
  offerId: v.optional(id),
  assignmentId: v.optional(id),
  feedbackId: v.optional(id),
  title: v.optional(text),
  personName: v.optional(text),
  startsAt: v.optional(instant),
  answerBy: v.optional(instant),
  place: v.optional(text),
  reason: v.optional(text),
  role: v.optional(text),
  areaName: v.optional(text),
  changed: v.optional(v.array(text)),
  applicationId: v.optional(id),
  number: v.optional(text),
  dueAt: v.optional(instant),
  /** How many deficiencies a correction notice lists; how many households. */
  count: v.optional(count),
  outcome: v.optional(v.picklist(['approved', 'refused'])),
  /** The volunteer, for the staff of his area. */
  volunteerId: v.optional(id),
  teamId: v.optional(id),
  hubId: v.optional(id),
  contactId: v.optional(id),
  shiftId: v.optional(id),
  endsAt: v.optional(instant),
  /** What somebody said to the receiver. */
  words: v.optional(text),
})
export type NoticeFacts = v.InferOutput<typeof noticeFacts>

const notice = v.object({
  noticeId: id,
  kind: noticeKind,
  facts: noticeFacts,
  createdAt: instant,
  readAt: v.nullable(instant),
})

export const inbox = {
  /** My notices, newest first. */
  list: operation({
    access: 'signedIn',
    input: { cursor },
    output: page(notice),
  }),

  /** Marks notices read, up to and including one, or only that one. */
  markRead: operation({
    access: 'signedIn',
    input: { requestId, noticeId: id, andOlder: v.optional(v.boolean()) },
    output: v.object({ unreadNotices: count }),
  }),

  /** Template ids the Mini Program may ask consent for, by notice kind; empty when the county has set none up. */
  templates: operation({
    access: 'anyone',
    input: {},
    output: v.object({
      rows: v.array(v.object({ kind: noticeKind, templateId: text })),
    }),
  }),

  /** Records what the person accepted in WeChat's prompt. One acceptance is one message, without expiry. */
  recordAcceptance: operation({
    access: 'signedIn',
    input: {
      requestId,
      kinds: v.pipe(v.array(noticeKind), v.minLength(1), v.maxLength(3, '一次最多 3 个')),
    },
    output: done,
  }),
}
