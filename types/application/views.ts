import * as v from 'valibot'
import { form, formValues, guidanceAnswers } from '../catalogue'
import { count, id, instant, text } from '../operation'
import {
  applicantActions,
  appointmentView,
  clock,
  correctionNotice,
  deliveries,
  documentView,
  event,
  explanation,
  staffActions,
} from './shapes'
import { statuses } from './workflow'

/** How applications look: to the applicant, in the queue, on the desk. */

export const applicationRow = v.object({
  applicationId: id,
  /** Absent while it is a draft. */
  number: v.nullable(text),
  itemCode: text,
  itemName: text,
  status: v.picklist(statuses),
  applicantName: text,
  /** Who is responsible for it now (责任到人), with the office. */
  ownerName: v.nullable(text),
  department: text,
  clock,
  submittedAt: v.nullable(instant),
  changedAt: instant,
  visits: count,
})

const rating = v.object({
  level: count,
  words: text,
  ratedAt: instant,
  changeableUntil: instant,
  answer: v.nullable(text),
})
const letter = v.object({
  letterId: id,
  kind: v.picklist(['receipt', 'correctionNotice', 'decision']),
  issuedAt: instant,
  checkCode: text,
})
const message = v.object({
  messageId: id,
  at: instant,
  from: v.picklist(['applicant', 'staff']),
  name: text,
  words: text,
})
const helper = v.object({ personId: id, name: text, until: instant, ended: v.boolean() })

const shared = {
  ...applicationRow.entries,
  /** For optimistic locking: send it back with every step of the staff. */
  version: count,
  itemVersion: count,
  answers: guidanceAnswers,
  /** The answers in words, as the person gave them. */
  answersInWords: v.array(text),
  form,
  values: formValues,
  documents: v.array(documentView),
  delivery: v.nullable(v.picklist(deliveries)),
  postTo: v.nullable(text),
  explanation: v.nullable(explanation),
  /** Who was told that it is overdue, the nearest first: approvers, then supervisors. Empty while nothing went up. */
  escalatedTo: v.array(
    v.object({ role: v.picklist(['approver', 'supervisor', 'communityAdmin']), names: v.array(text) }),
  ),
  events: v.array(event),
  notices: v.array(correctionNotice),
  appointment: v.nullable(appointmentView),
  /** Visits that somebody has to make in all: 0, or 1; 2 only by a supervisor's exception. */
  visitsNeeded: count,
  decision: v.nullable(
    v.object({ outcome: v.picklist(['approved', 'refused']), reason: text, decidedAt: instant, appealUntil: instant }),
  ),
  deferUntil: v.nullable(instant),
  extension: v.nullable(
    v.object({ status: v.picklist(['requested', 'granted', 'declined']), reason: text, days: count }),
  ),
  appeal: v.nullable(v.object({ words: text, at: instant, answer: v.nullable(text), answeredAt: v.nullable(instant) })),
  letters: v.array(letter),
  messages: v.array(message),
  helper: v.nullable(helper),
}

/** What the applicant and the helper see. */
export const applicationDetail = v.object({
  ...shared,
  savedAt: v.nullable(instant),
  rating: v.nullable(rating),
  help: v.object({ phone: text, place: text, hours: text }),
  /** The apology for a second visit, when a supervisor had to allow one. */
  apology: v.nullable(text),
  allowedActions: v.array(v.picklist(applicantActions)),
})

/** What the desk sees of one case. */
export const caseDetail = v.object({
  ...shared,
  /** Only the ends of the number; in full it comes from `revealPhone`. Null: there is none. */
  maskedPhone: v.nullable(text),
  ownerId: v.nullable(id),
  mine: v.boolean(),
  /**
   * True for whoever watches over deadlines and handles no case: what was typed, handed in and said, and where the result is posted to, is left out. An appeal
   * opens it to the supervisor who answers it.
   */
  withheld: v.boolean(),
  /** Overdue went up to: 0 nobody, 1 the approver, 2 the supervisor. */
  escalation: count,
  reviews: v.array(
    v.object({
      key: text,
      department: text,
      opinion: v.nullable(text),
      agrees: v.nullable(v.boolean()),
      by: v.nullable(text),
      at: v.nullable(instant),
      mine: v.boolean(),
    }),
  ),
  /** Documents that may still be objected to: those handed in since the last notice. */
  objectable: v.array(text),
  /** The notice being written, saved between visits to the page. */
  noticeDraft: v.array(v.object({ key: text, what: text, how: text })),
  /** Until when a correction would have to be supplied if the notice went out now. */
  correctionDueAt: instant,
  /** How to appeal, printed on a decision. */
  allowedActions: v.array(v.picklist(staffActions)),
})

export const queueRow = v.object({
  ...applicationRow.entries,
  version: count,
  mine: v.boolean(),
  /** What has to be done next, in one word for the list. */
  next: v.picklist(['firstLook', 'corrected', 'review', 'decide', 'deliver', 'appeal', 'wait', 'opinion']),
  escalation: count,
  helperKind: v.nullable(v.picklist(['family', 'volunteer', 'gridWorker'])),
})
