import * as v from 'valibot'
import { count, id, instant, text } from '../operation'
import {
  activityKind,
  activityStatuses,
  cancelReasons,
  joinRules,
  photoStates,
  question,
  signUpStatuses,
} from './shapes'

/** What the cloud shows of activities and sign-ups: rows of lists, whole activities, and what the caller may do with them. */

/** What the caller may do with an activity right now; pages show exactly these and never re-derive rules. */
export const activityActions = [
  'signUp',
  'signUpOnBehalf',
  'edit',
  'submit',
  'takeBack',
  'approve',
  'sendBack',
  'cancel',
  'manage',
  'rate',
  'checkIn',
  'checkOut',
] as const
/** What the caller may do with a sign-up right now. */
export const signUpActions = [
  'cancel',
  'acceptPromotion',
  'declinePromotion',
  'checkIn',
  'checkOut',
  'rate',
  'approve',
  'reject',
  'undoCheckIn',
] as const
export type ActivityAction = (typeof activityActions)[number]
export type SignUpAction = (typeof signUpActions)[number]

export const group = v.object({
  groupId: id,
  name: text,
  capacity: v.nullable(count),
  taken: count,
  waiting: count,
})

export const signUpView = v.object({
  signUpId: id,
  personId: id,
  personName: text,
  /** True when the person is me; false for a dependant I signed up. */
  self: v.boolean(),
  status: v.picklist(signUpStatuses),
  cancelReason: v.nullable(v.picklist(cancelReasons)),
  party: count,
  groupName: text,
  /** Place in the waitlist of the group, from 1 without gaps; null unless waitlisted. */
  position: v.nullable(count),
  /** Parties and people waiting before this one; 0 unless waitlisted. */
  partiesAhead: count,
  peopleAhead: count,
  /** Until when a promoted person may accept; null when there is nothing to answer. */
  answerBy: v.nullable(instant),
  /** Short code that checks this sign-up in. */
  code: text,
  checkedInAt: v.nullable(instant),
  checkedOutAt: v.nullable(instant),
  stars: v.nullable(count),
  allowedActions: v.array(v.picklist(signUpActions)),
})
export type SignUpView = v.InferOutput<typeof signUpView>

export const activityRow = v.object({
  activityId: id,
  kind: activityKind,
  status: v.picklist(activityStatuses),
  title: text,
  areaCode: text,
  areaName: text,
  placeName: text,
  lat: v.nullable(v.number()),
  lng: v.nullable(v.number()),
  startsAt: instant,
  endsAt: instant,
  signUpOpensAt: instant,
  signUpClosesAt: instant,
  /** null: as many as come. */
  capacity: v.nullable(count),
  taken: count,
  waiting: count,
  host: text,
  mySignUp: v.nullable(signUpView),
  allowedActions: v.array(v.picklist(activityActions)),
})
export type ActivityRow = v.InferOutput<typeof activityRow>

const photoView = v.object({
  photoId: id,
  caption: text,
  state: v.picklist(photoStates),
  hiddenReason: v.nullable(text),
})

export const activityDetail = v.object({
  ...activityRow.entries,
  body: text,
  address: text,
  accessNote: text,
  cancelUntil: instant,
  waitlist: v.boolean(),
  join: v.picklist(joinRules),
  maxParty: count,
  groups: v.array(group),
  questions: v.array(question),
  needsApproval: v.boolean(),
  showUpFirst: v.boolean(),
  promotionAnswerMinutes: count,
  contactName: text,
  contactPhone: v.nullable(text),
  seriesId: v.nullable(id),
  /** Only for those who may edit: why the community sent it back, the invitation code, the version for safe editing. */
  sentBackReason: v.nullable(text),
  inviteCode: v.nullable(text),
  version: count,
  /** Sign-ups of mine and of my dependants. */
  mySignUps: v.array(signUpView),
  rating: v.object({ count, average: v.nullable(v.number()) }),
  /** Pictures everybody sees; whoever runs it gets those in review and the hidden ones too. */
  photos: v.array(photoView),
  /** The picture above it, seen by the same people; null for the drawing of its kind. */
  cover: v.nullable(photoView),
})
export type ActivityDetail = v.InferOutput<typeof activityDetail>
