import * as v from 'valibot'
import { formValues, guidanceAnswers, key } from '../catalogue'
import { count, id, instant, line, text, words } from '../operation'
import { deadlineKinds, eventKinds, pauseReasons, statuses } from './workflow'

/** Shapes shared by the operations of 最多跑一次 application. */

export const deliveries = ['electronic', 'post', 'pickUp'] as const

/** What an applicant hands in for one document: files uploaded now, files of an earlier application (with consent), or a promise to supply it later. */
export const handedIn = v.strictObject({
  key,
  fileIds: v.pipe(v.array(id), v.maxLength(20)),
  /** 容缺: follows later. */
  later: v.optional(v.boolean(), false),
  /** Agreed that files of an earlier application are used again. */
  reuse: v.optional(v.boolean(), false),
})

/** What a person fills in, in one piece: a draft may be incomplete, a submission may not. */
export const filledIn = {
  answers: guidanceAnswers,
  form: formValues,
  documents: v.pipe(v.array(handedIn), v.maxLength(30)),
  delivery: v.optional(v.picklist(deliveries)),
  /** Where a posted result goes. */
  postTo: v.optional(line(120)),
}

/** How far the queue counts; one more stands for "more than that". */
export const mostCounted = 999

/** Light of a clock: in time, at most one working day left, overdue, lawfully stopped or nothing to wait for. */
export const lights = ['go', 'soon', 'late', 'idle'] as const

export const clock = v.object({
  light: v.picklist(lights),
  kind: v.nullable(v.picklist(deadlineKinds)),
  deadlineAt: v.nullable(instant),
  /** Working days left as a person counts them; negative when overdue. */
  daysLeft: v.nullable(v.number()),
  pausedFor: v.nullable(v.picklist(pauseReasons)),
})

/** One row of "why is my deadline 11-26?". */
export const explainedDay = v.object({
  day: text,
  kind: v.picklist(['start', 'counted', 'weekend', 'holiday', 'paused']),
  /** Ordinal among the counted days. */
  nth: v.nullable(count),
  reason: text,
  /** False: the State Council has not published that year's calendar; counted by weekends. */
  published: v.boolean(),
})
export const explanation = v.object({
  limit: count,
  startedOn: text,
  deadlineAt: v.nullable(instant),
  rows: v.array(explainedDay),
  published: v.boolean(),
})

export const event = v.object({
  seq: count,
  at: instant,
  kind: v.picklist(eventKinds),
  from: v.nullable(v.picklist(statuses)),
  to: v.nullable(v.picklist(statuses)),
  /** Name of who did it, as far as the reader may know it; null: the system, or hidden. */
  by: v.nullable(text),
  why: v.nullable(text),
})

/** A file as a reader may open it for ten minutes. */
export const openFile = v.object({ fileId: id, name: text, mimeType: text, bytes: count, url: text })

export const documentView = v.object({
  key: text,
  name: text,
  form: v.picklist(['electronic', 'original', 'copy', 'lookup']),
  deferrable: v.boolean(),
  /** 1: the first submission; one more with each correction. 0: nothing handed in yet. */
  round: count,
  later: v.boolean(),
  files: v.array(openFile),
  verdict: v.nullable(v.picklist(['ok', 'notOk'])),
  note: v.nullable(text),
  sample: v.nullable(text),
  whereToGet: v.nullable(text),
  mostFiles: count,
  reusable: v.boolean(),
})

/** 一次性告知书: one line a deficiency. */
export const correctionLine = v.strictObject({
  /** A document of the item, or `form` for what was typed. */
  key,
  what: words(200, 2),
  how: words(200, 2),
})
export const correctionNotice = v.object({
  nth: count,
  at: instant,
  by: text,
  dueAt: instant,
  lines: v.array(v.object({ ...correctionLine.entries, name: text })),
})

export const appointmentView = v.object({
  appointmentId: id,
  startsAt: instant,
  windowName: text,
  place: text,
  phone: text,
  /** Shown at the window to check in. */
  code: text,
  status: v.picklist(['booked', 'checkedIn', 'cancelled', 'missed']),
  bring: v.array(text),
})

/** What the reader may do next with an application; pages never re-derive rules. */
export const applicantActions = [
  'edit',
  'submit',
  'correct',
  'supply',
  'withdraw',
  'book',
  'cancelVisit',
  'rate',
  'changeRating',
  'appeal',
  'nameHelper',
  'endHelper',
  'say',
  'discard',
] as const
export const staffActions = [
  'claim',
  'handOver',
  'review',
  'requestCorrection',
  'accept',
  'acceptConditionally',
  'startReview',
  'suspend',
  'resume',
  'requestExtension',
  'decideExtension',
  'approve',
  'refuse',
  'deliver',
  'askDepartments',
  'giveOpinion',
  'checkInVisit',
  'cancelVisit',
  'say',
  'revealPhone',
  'allowSecondVisit',
  'answerAppeal',
  'callBack',
] as const
