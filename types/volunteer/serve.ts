import * as v from 'valibot'
import { cursor, done, id, instant, latitude, longitude, operation, page, requestId } from '../operation'
import { assignmentStatuses, declineReasons, offerStatuses, spanOut, withdrawReasons } from './shapes'
import { offerCard, taskDetail, taskRow } from './views'

/** The volunteer's side: offers, tasks, coming and going. */

const wrongTask = { wrongStatus: { status: v.picklist(assignmentStatuses) } }

export const serveOperations = {
  /** Offers that wait for my answer, the most urgent first. */
  myOffers: operation({ access: ['volunteer'], input: {}, output: v.object({ rows: v.array(offerCard) }) }),

  /** One offer of mine, whatever became of it. */
  offer: operation({ access: ['volunteer'], input: { offerId: id }, output: offerCard }),

  /** Yes or no, before the deadline. A no costs nothing. */
  answerOffer: operation({
    access: ['volunteer'],
    input: { requestId, offerId: id, accept: v.boolean(), reason: v.optional(v.picklist(declineReasons)) },
    output: v.object({ assignmentId: v.nullable(id) }),
    refusals: {
      /** Somebody else was quicker, it was cancelled, or taken back. */
      gone: { why: v.picklist(withdrawReasons) },
      tooLate: {},
      alreadyAnswered: { status: v.picklist(offerStatuses) },
      overlaps: { span: spanOut },
    },
  }),

  /** What I accepted: what is before me first, then what is behind. */
  myTasks: operation({ access: ['volunteer'], input: { cursor }, output: page(taskRow) }),

  task: operation({ access: ['volunteer'], input: { assignmentId: id }, output: taskDetail }),

  /** On my way. */
  setOut: operation({
    access: ['volunteer'],
    input: { requestId, assignmentId: id },
    output: taskDetail,
    refusals: wrongTask,
  }),

  /** I am there. Where I am is compared with the place and not kept. */
  checkIn: operation({
    access: ['volunteer'],
    input: { requestId, assignmentId: id, lat: v.optional(latitude), lng: v.optional(longitude) },
    output: taskDetail,
    refusals: { ...wrongTask, notNow: { opensAt: instant }, tooFar: {} },
  }),

  /** Done: the hours are recorded. */
  checkOut: operation({
    access: ['volunteer'],
    input: { requestId, assignmentId: id },
    output: taskDetail,
    refusals: wrongTask,
  }),

  /** I cannot come after all: it is looked for somebody else at once. */
  giveBack: operation({
    access: ['volunteer'],
    input: { requestId, assignmentId: id, reason: v.optional(v.picklist(declineReasons)) },
    output: done,
    refusals: { ...wrongTask, tooLate: {} },
  }),

  /** I do not want to meet this person again; nobody else learns of it. */
  blockFromTask: operation({
    access: ['volunteer'],
    input: { requestId, assignmentId: id },
    output: done,
  }),
}
