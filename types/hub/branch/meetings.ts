import * as v from 'valibot'
import { count, day, done, id, instant, line, operation, requestId, text, words } from '../../operation'
import {
  branchLimits,
  file,
  meetingActions,
  meetingAnswers,
  meetingAttendances,
  meetingKinds,
  meetingRow,
} from './shapes'

/** Meetings of a branch: called, answered, held, and what is owed. */

export const meetingOperations = {
  /** Meetings of my branch that begin in a time of at most 400 days, in their order. */
  branchMeetings: operation({
    access: 'signedIn',
    input: { fromOn: day, untilOn: day },
    output: v.object({ rows: v.array(v.object(meetingRow)), mayPlan: v.boolean() }),
    refusals: { daysWrong: {} },
  }),

  /** One of them, with who comes and who came, minutes and files. */
  branchMeeting: operation({
    access: 'signedIn',
    input: { meetingId: id },
    output: v.object({
      ...meetingRow,
      agenda: text,
      remoteWay: text,
      version: count,
      summary: v.nullable(text),
      cancelReason: v.nullable(text),
      /** Takes part from afar: I am floating. */
      mayRemote: v.boolean(),
      people: v.array(
        v.object({
          personId: id,
          name: text,
          floating: v.boolean(),
          me: v.boolean(),
          said: v.nullable(v.picklist(meetingAnswers)),
          /** Why he asks for leave: for the secretary, the committee and himself. */
          reason: text,
          attended: v.nullable(v.picklist(meetingAttendances)),
        }),
      ),
      files: v.array(file),
      allowedActions: v.array(v.picklist(meetingActions)),
    }),
  }),

  /** Calls a meeting, or changes one that has not been held; everybody meant is told. For the secretary and the committee. */
  saveMeeting: operation({
    access: 'signedIn',
    input: {
      requestId,
      meetingId: v.optional(id),
      version: v.optional(count, 0),
      kind: v.picklist(meetingKinds, '请选择'),
      title: line(60, 2),
      place: line(60, 2),
      remoteWay: v.optional(words(200), ''),
      agenda: v.optional(words(1000), ''),
      startsAt: instant,
      endsAt: instant,
    },
    output: v.object({ meetingId: id }),
    refusals: {
      notAnOfficer: {},
      noSuchMeetings: { kind: v.picklist(meetingKinds) },
      timesWrong: {},
      changedMeanwhile: {},
      alreadyOver: {},
    },
  }),

  /** Calls it off; everybody meant is told. */
  cancelMeeting: operation({
    access: 'signedIn',
    input: { requestId, meetingId: id, reason: words(200, 2) },
    output: done,
    refusals: { notAnOfficer: {}, alreadyOver: {} },
  }),

  /** I come, take part from afar (流动党员), or ask for leave with a reason; until it begins. */
  answerMeeting: operation({
    access: 'signedIn',
    input: {
      requestId,
      meetingId: id,
      answer: v.picklist(meetingAnswers, '请选择'),
      reason: v.optional(words(200), ''),
    },
    output: done,
    refusals: { notForYou: {}, notFromAfar: {}, reasonNeeded: {}, alreadyOver: {} },
  }),

  /** Notes who was there and what was said, with the minutes as files; once it has begun, and again when something was wrong. For the secretary and the committee. */
  recordMeeting: operation({
    access: 'signedIn',
    input: {
      requestId,
      meetingId: id,
      version: count,
      attendance: v.pipe(
        v.array(v.strictObject({ personId: id, attended: v.picklist(meetingAttendances, '请选择') })),
        v.maxLength(branchLimits.members),
      ),
      summary: words(2000, 2),
      /** Added to those that are there already. */
      fileIds: v.optional(v.pipe(v.array(id), v.maxLength(branchLimits.files, `最多 ${branchLimits.files} 份`)), []),
    },
    output: done,
    refusals: {
      notAnOfficer: {},
      notBegun: {},
      changedMeanwhile: {},
      alreadyOver: {},
      notAMember: {},
      notFromAfar: { name: text },
      somebodyMissing: { name: text },
    },
  }),

  /** What is owed by kind: when the last was, by when the next is due, how many were missed. For the secretary and the committee. */
  overdueMeetings: operation({
    access: 'signedIn',
    input: {},
    output: v.object({
      rows: v.array(
        v.object({
          kind: v.picklist(meetingKinds),
          period: v.picklist(['month', 'quarter', 'year']),
          lastOn: v.nullable(text),
          /** The last day of the period in which the next is owed. */
          dueOn: text,
          /** Whole periods without one since. */
          missed: count,
          overdue: v.boolean(),
          /** One is planned for the day. */
          plannedOn: v.nullable(text),
        }),
      ),
    }),
  }),
}
