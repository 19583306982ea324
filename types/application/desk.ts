import * as v from 'valibot'
import { key } from '../catalogue'
import { count, cursor, day, done, id, instant, line, operation, page, requestId, text, words } from '../operation'
import { correctionLine, lights } from './shapes'
import { caseDetail, queueRow } from './views'
import { pauseReasons, statuses } from './workflow'

/** The staff's side of 最多跑一次. Every step carries the version it was decided on: the second of two clerks learns who was first. */

const staff = ['clerk', 'approver', 'communityAdmin'] as const
const seen = { applicationId: id, version: count }
/** What any step may meet: somebody was faster, or the case is not there any more. */
const raced = {
  changed: { by: text, at: instant, status: v.picklist(statuses), version: count },
  wrongStatus: { status: v.picklist(statuses) },
  notYours: { owner: text },
}
const moved = v.object({ version: count, status: v.picklist(statuses) })

export const deskOperations = {
  /** The queue in the areas I serve, nearest deadline first; `light` and `mine` narrow, `search` takes a name, a number or pinyin initials of an item. */
  queue: operation({
    access: ['clerk', 'approver', 'communityAdmin', 'supervisor'],
    input: {
      whose: v.optional(v.picklist(['mine', 'unclaimed', 'all', 'opinions']), 'mine'),
      stage: v.optional(v.picklist(['accepting', 'deciding', 'delivering', 'ended'])),
      light: v.optional(v.picklist(lights)),
      search: v.optional(words(40), ''),
      itemCode: v.optional(line(40)),
      cursor,
    },
    output: v.object({
      ...page(queueRow).entries,
      /**
       * How many of each light with the other filters on, each counted up to `mostCounted` and given as one more when there are more; for the first page
       * only, and not for a search that finds more than that.
       */
      counts: v.optional(v.object({ all: count, go: count, soon: count, late: count, idle: count })),
    }),
  }),

  /** Everything of one case on one page. Opening a case with personal data is audited. */
  case: operation({
    access: ['clerk', 'approver', 'communityAdmin', 'supervisor'],
    input: { applicationId: id },
    output: caseDetail,
  }),
  /** The applicant's number in full, for whoever is responsible for the case while something is to be done about it. Audited. Null: there is none. */
  revealPhone: operation({
    access: staff,
    input: { applicationId: id },
    output: v.object({ phone: v.nullable(text) }),
    refusals: { wrongStatus: raced.wrongStatus, notYours: raced.notYours },
  }),

  /** Takes a case of my area over from the queue, or from a colleague who is away. */
  claim: operation({
    access: staff,
    input: { requestId, ...seen },
    output: moved,
    refusals: { ...raced, outsideYourArea: {} },
  }),
  /** Hands cases to a colleague with a note; several at once. All or none. */
  handOver: operation({
    access: staff,
    input: {
      requestId,
      cases: v.pipe(v.array(v.object(seen)), v.minLength(1), v.maxLength(50)),
      toPersonId: id,
      note: words(200, 2),
    },
    output: v.object({ moved: count }),
    refusals: { ...raced, notAColleague: {}, colleagueAway: { until: instant } },
  }),
  /** Colleagues of the same areas, with how much they have and whether they are away. */
  colleagues: operation({
    access: staff,
    input: { applicationId: v.optional(id) },
    output: v.object({
      rows: v.array(
        v.object({ personId: id, name: text, roles: v.array(text), open: count, awayUntil: v.nullable(instant) }),
      ),
    }),
  }),

  /** My absences to come. */
  absences: operation({
    access: staff,
    input: {},
    output: v.object({ rows: v.array(v.object({ absenceId: id, from: day, until: day, coverName: text })) }),
  }),
  /** 请假: from its first day on, whatever is mine goes to the cover by itself, and nothing new comes to me. */
  recordAbsence: operation({
    access: staff,
    input: { requestId, from: day, until: day, coverPersonId: id },
    output: v.object({ absenceId: id, moved: count }),
    refusals: {
      notAColleague: {},
      colleagueAway: { until: instant },
      overlaps: { from: text, until: text },
      endsBeforeItBegins: {},
    },
  }),
  endAbsence: operation({ access: staff, input: { requestId, absenceId: id }, output: done }),

  /** Remembers verdicts on documents and the notice being written. Nothing is told to anybody. */
  saveReview: operation({
    access: staff,
    input: {
      requestId,
      ...seen,
      verdicts: v.optional(v.array(v.strictObject({ key, verdict: v.nullable(v.picklist(['ok', 'notOk'])) })), []),
      notice: v.optional(v.pipe(v.array(v.strictObject({ key, what: words(200), how: words(200) })), v.maxLength(40))),
    },
    output: moved,
    refusals: raced,
  }),

  /**
   * 一次性告知 (行政许可法 art. 32): one notice with every deficiency. After it, a document that could be seen then cannot be objected to again:
   * the database refuses a line about anything that was not handed in since.
   */
  requestCorrection: operation({
    access: staff,
    input: {
      requestId,
      ...seen,
      lines: v.pipe(v.array(correctionLine), v.minLength(1, '至少写一条'), v.maxLength(40)),
    },
    output: v.object({ ...moved.entries, dueAt: instant }),
    refusals: { ...raced, alreadyTold: { keys: v.array(text) }, unknownKey: { key: text } },
  }),

  /** Accepts, several at once for the same step; the promised clock starts. All or none. */
  accept: operation({
    access: staff,
    input: { requestId, cases: v.pipe(v.array(v.object(seen)), v.minLength(1), v.maxLength(50)) },
    output: v.object({ rows: v.array(v.object({ applicationId: id, ...moved.entries, deadlineAt: instant })) }),
    refusals: { ...raced, documentsMissing: { number: text, names: v.array(text) } },
  }),
  /** 容缺受理: accepts though documents that may follow later are missing, and says until when. */
  acceptConditionally: operation({
    access: staff,
    input: { requestId, ...seen },
    output: v.object({ ...moved.entries, deferUntil: instant, deadlineAt: instant }),
    refusals: { ...raced, nothingMissing: {}, notDeferrable: { names: v.array(text) } },
  }),

  startReview: operation({ access: staff, input: { requestId, ...seen }, output: moved, refusals: raced }),
  /** Stops the clock for one of the lawful reasons (行政许可法 art. 45); the applicant is told. */
  suspend: operation({
    access: staff,
    input: { requestId, ...seen, pauseFor: v.picklist(pauseReasons, '请选择依法不计时的理由'), why: words(200, 2) },
    output: moved,
    refusals: raced,
  }),
  resume: operation({
    access: staff,
    input: { requestId, ...seen },
    output: v.object({ ...moved.entries, deadlineAt: instant }),
    refusals: raced,
  }),

  /** Asks the approver for up to 10 more working days, once (行政许可法 art. 42). */
  requestExtension: operation({
    access: staff,
    input: {
      requestId,
      ...seen,
      days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10, '最多延 10 个工作日')),
      reason: words(200, 5),
    },
    output: moved,
    refusals: { ...raced, alreadyExtended: {} },
  }),
  decideExtension: operation({
    access: ['approver'],
    input: { requestId, ...seen, grant: v.boolean(), reason: words(200, 2) },
    output: v.object({ ...moved.entries, deadlineAt: v.nullable(instant) }),
    refusals: { ...raced, nothingAsked: {}, alreadyExtended: {} },
  }),

  /** 并联审批: asks the item's departments at once; the clock stays one. */
  askDepartments: operation({
    access: staff,
    input: { requestId, ...seen },
    output: moved,
    refusals: { ...raced, noDepartments: {}, alreadyAsked: {} },
  }),
  giveOpinion: operation({
    access: staff,
    input: { requestId, ...seen, key, agrees: v.boolean(), opinion: words(500, 2) },
    output: moved,
    refusals: { ...raced, notAsked: {}, alreadyGiven: { by: text } },
  }),

  /** The decision. 即办件 may be decided by the clerk, everything else by the approver. Refusing needs a reason, and the letter says how to appeal. */
  decide: operation({
    access: ['clerk', 'approver'],
    input: { requestId, ...seen, outcome: v.picklist(['approved', 'refused']), reason: words(800) },
    output: moved,
    refusals: {
      ...raced,
      approverOnly: {},
      opinionsMissing: { departments: v.array(text) },
      reasonMissing: {},
      visitMissing: {},
      documentsOutstanding: { names: v.array(text) },
      ownCase: {},
    },
  }),
  /** Hands the result over: electronically at once, by post with a number, or at the window (which is the one visit). */
  deliver: operation({
    access: staff,
    input: { requestId, ...seen, trackingNumber: v.optional(line(40)) },
    output: moved,
    refusals: { ...raced, visitMissing: {}, trackingNumberMissing: {} },
  }),

  /** Words to the applicant, in the thread of the case. */
  answer: operation({
    access: staff,
    input: { requestId, applicationId: id, words: words(500, 1) },
    output: done,
    refusals: { wrongStatus: raced.wrongStatus },
  }),
}
