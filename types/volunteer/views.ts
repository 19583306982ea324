import * as v from 'valibot'
import { count, id, instant, text } from '../operation'
import { helpKinds } from './kinds'
import { helpStatuses } from './life'
import {
  assignmentStatuses,
  matchReason,
  offerStatuses,
  sexes,
  spanOut,
  strengths,
  unmetPlaces,
  unmetReasons,
  urgencies,
} from './shapes'

/** What the sides of 志愿匹配 see. */

/** One row of a list of help requests, for whoever asked. */
export const helpRow = v.object({
  helpRequestId: id,
  kind: v.picklist(helpKinds),
  status: v.picklist(helpStatuses),
  requesterName: text,
  /** Mine, or on behalf of somebody. */
  onBehalf: v.boolean(),
  /** When it was agreed to be; else the first time that is possible. */
  span: spanOut,
  people: count,
  coming: count,
  askedAt: instant,
})

/** Who comes, as the requester sees it: no number, no address. */
export const comingPerson = v.object({
  assignmentId: id,
  name: text,
  teamName: v.nullable(text),
  homeAreaName: v.nullable(text),
  status: v.picklist(assignmentStatuses),
  span: spanOut,
  /** 老乡: which places both come from is told in the reasons. */
  reasons: v.array(matchReason),
  /** Chosen by staff: their words. */
  why: v.nullable(text),
  setOutAt: v.nullable(instant),
  checkedInAt: v.nullable(instant),
  checkedOutAt: v.nullable(instant),
})
export type ComingPerson = v.InferOutput<typeof comingPerson>

export const helpMessage = v.object({
  messageId: id,
  mine: v.boolean(),
  fromName: text,
  /** `callBack`: asks to be called, by the platform's relay. */
  kind: v.picklist(['words', 'callBack']),
  words: text,
  at: instant,
})

export const helpEvent = v.object({
  kind: text,
  at: instant,
  actor: text,
  byName: v.nullable(text),
  why: v.nullable(text),
})

/** What may be done with a request now, by whoever looks at it. */
export const helpActions = [
  'change',
  'cancel',
  'swap',
  'askStaff',
  'matchAgain',
  'confirm',
  'rate',
  'say',
  'callBack',
  'block',
] as const
export type HelpAction = (typeof helpActions)[number]

/** A help request as the side that asked sees it. */
export const helpDetail = v.object({
  ...helpRow.entries,
  words: text,
  urgency: v.picklist(urgencies),
  minutes: count,
  windows: v.array(spanOut),
  areaName: text,
  /** Only ever shown to the requester's side and to whoever comes. */
  address: v.nullable(text),
  lat: v.number(),
  lng: v.number(),
  skills: v.array(text),
  dialects: v.array(text),
  wishes: v.object({
    dialect: v.nullable(v.picklist(strengths)),
    homeCounty: v.nullable(v.picklist(strengths)),
    sameSex: v.nullable(v.picklist(strengths)),
  }),
  homeAreaName: v.nullable(text),
  sex: v.nullable(v.picklist(sexes)),
  automatic: v.boolean(),
  /** 责任到人: who answers for it, with the number of his desk. */
  ownerName: v.nullable(text),
  helpPhone: v.nullable(text),
  /** How many have been asked and not answered yet, and by when the first has to. */
  asked: count,
  answerBy: v.nullable(instant),
  comingPeople: v.array(comingPerson),
  unmet: v.nullable(v.object({ reason: v.picklist(unmetReasons), places: v.nullable(unmetPlaces) })),
  events: v.array(helpEvent),
  messages: v.array(helpMessage),
  stars: v.nullable(count),
  comment: v.nullable(text),
  allowedActions: v.array(v.picklist(helpActions)),
  version: count,
})
export type HelpDetail = v.InferOutput<typeof helpDetail>

/** An offer before it is accepted: kind, coarse place, window; neither name nor door. */
export const offerCard = v.object({
  offerId: id,
  helpRequestId: id,
  kind: v.picklist(helpKinds),
  urgency: v.picklist(urgencies),
  status: v.picklist(offerStatuses),
  span: spanOut,
  minutes: count,
  people: count,
  /** The grid or community, not the door. */
  areaName: text,
  walkMinutes: v.nullable(count),
  reasons: v.array(matchReason),
  /** Chosen by staff: their words. */
  why: v.nullable(text),
  answerBy: instant,
  sentAt: instant,
})
export type OfferCard = v.InferOutput<typeof offerCard>

export const taskActions = ['setOut', 'checkIn', 'checkOut', 'giveBack', 'say', 'callBack', 'block'] as const
export type TaskAction = (typeof taskActions)[number]

/** A task that a volunteer accepted: now he sees name and door. */
export const taskDetail = v.object({
  assignmentId: id,
  helpRequestId: id,
  kind: v.picklist(helpKinds),
  requestStatus: v.picklist(helpStatuses),
  status: v.picklist(assignmentStatuses),
  requesterName: text,
  words: text,
  span: spanOut,
  minutes: count,
  areaName: text,
  address: v.nullable(text),
  lat: v.number(),
  lng: v.number(),
  dialects: v.array(text),
  /** Others who come too. */
  others: v.array(text),
  ownerName: v.nullable(text),
  helpPhone: v.nullable(text),
  setOutAt: v.nullable(instant),
  checkedInAt: v.nullable(instant),
  checkedOutAt: v.nullable(instant),
  messages: v.array(helpMessage),
  allowedActions: v.array(v.picklist(taskActions)),
})
export type TaskDetail = v.InferOutput<typeof taskDetail>

export const taskRow = v.object({
  assignmentId: id,
  kind: v.picklist(helpKinds),
  status: v.picklist(assignmentStatuses),
  requesterName: text,
  areaName: text,
  span: spanOut,
})
