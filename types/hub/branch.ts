import * as v from 'valibot'
import {
  areaCode,
  count,
  cursor,
  day,
  done,
  id,
  instant,
  line,
  operation,
  page,
  requestId,
  text,
  words,
} from '../operation'

/**
 * 党支部 and its life, small: who belongs to it, its meetings, what is overdue. Who is a party member is seen by the branch alone; the community sees which branches there are and
 * who leads them.
 *
 * The five kinds of meetings and how often each is held are those of 《中国共产党支部工作条例（试行）》: 支部党员大会 general, once a quarter; 支委会 committee, once a month; 党小组会 group, once a
 * month; 党课 lecture, once a quarter; 组织生活会 life, once a year.
 */
export const meetingPeriods = {
  general: 'quarter',
  committee: 'month',
  group: 'month',
  lecture: 'quarter',
  life: 'year',
} as const
export type MeetingKind = keyof typeof meetingPeriods
export const meetingKinds = Object.keys(meetingPeriods) as [MeetingKind, ...MeetingKind[]]
export const meetingStatuses = ['planned', 'held', 'cancelled'] as const
export type MeetingStatus = (typeof meetingStatuses)[number]
export const branchPosts = ['secretary', 'committee', 'member'] as const
export type BranchPost = (typeof branchPosts)[number]
/** What a member says before, and what is noted afterwards. */
export const meetingAnswers = ['coming', 'remote', 'leave'] as const
export type MeetingAnswer = (typeof meetingAnswers)[number]
export const meetingAttendances = ['present', 'remote', 'absent'] as const
export type MeetingAttendance = (typeof meetingAttendances)[number]
export const meetingActions = ['answer', 'change', 'cancel', 'record'] as const
export type MeetingAction = (typeof meetingActions)[number]

export const branchLimits = { members: 200, files: 12, calendarDays: 400 } as const

const branch = {
  branchId: id,
  name: text,
  areaCode: text,
  areaName: text,
  /** Whether it has a committee, and groups. */
  committee: v.boolean(),
  groups: v.boolean(),
  foundedOn: text,
}
const meetingRow = {
  meetingId: id,
  kind: v.picklist(meetingKinds),
  title: text,
  place: text,
  startsAt: instant,
  endsAt: instant,
  status: v.picklist(meetingStatuses),
  /** Whether I am meant: a committee's meeting is for the committee. */
  forMe: v.boolean(),
  mySaid: v.nullable(v.picklist(meetingAnswers)),
  myAttended: v.nullable(v.picklist(meetingAttendances)),
}
const file = v.object({
  fileId: id,
  name: text,
  mimeType: text,
  url: text,
  thumbnailUrl: v.optional(text),
  urlUntil: instant,
})
const post = v.picklist(['committee', 'member'], '请选择')

export const branchOperations = {
  /** Branches of the areas I administer, by area and name: who leads them, not who belongs to them. */
  branches: operation({
    access: ['communityAdmin'],
    input: { areaCode: v.optional(areaCode), cursor },
    output: page(v.object({ ...branch, secretaryId: v.nullable(id), secretaryName: v.nullable(text), members: count })),
  }),

  /** Sets up a branch in an area I administer, or changes it. The secretary holds the role partyMember there, and answers for the hubs of its members above their hosts. */
  saveBranch: operation({
    access: ['communityAdmin'],
    input: {
      requestId,
      branchId: v.optional(id),
      name: line(40, 2),
      areaCode,
      secretaryId: id,
      committee: v.optional(v.boolean(), false),
      groups: v.optional(v.boolean(), false),
      foundedOn: day,
    },
    output: v.object({ branchId: id }),
    refusals: {
      outsideYourArea: {},
      notAPartyMember: {},
      inAnotherBranch: {},
      nameTaken: {},
      daysWrong: {},
      alreadyClosed: {},
    },
  }),

  /** Closes a branch: its members belong to none, what it did stays. */
  closeBranch: operation({
    access: ['communityAdmin'],
    input: { requestId, branchId: id, reason: words(100, 2) },
    output: done,
    refusals: { alreadyClosed: {} },
  }),

  /** The branch I belong to, as what, what comes next and what is overdue (for its secretary and committee). */
  myBranch: operation({
    access: 'signedIn',
    input: {},
    output: v.object({
      branch: v.nullable(
        v.object({
          ...branch,
          secretaryName: v.nullable(text),
          post: v.picklist(branchPosts),
          floating: v.boolean(),
          sinceOn: text,
          next: v.nullable(v.object(meetingRow)),
          overdue: v.nullable(count),
        }),
      ),
      /** Appeals about points that wait for me, as secretary or for the community. */
      appeals: count,
    }),
  }),

  /** Who belongs to my branch, by name. Seen by nobody else, whatever role he holds. */
  branchMembers: operation({
    access: 'signedIn',
    input: {},
    output: v.object({
      rows: v.array(
        v.object({
          personId: id,
          name: text,
          post: v.picklist(branchPosts),
          floating: v.boolean(),
          sinceOn: text,
          me: v.boolean(),
        }),
      ),
      /** I am the secretary. */
      mayChange: v.boolean(),
    }),
  }),

  /**
   * Takes somebody into my branch by his number: an account with the role partyMember for its area. Whether a number is unknown or that of no member looks the same. For the
   * secretary.
   */
  addBranchMember: operation({
    access: 'signedIn',
    input: {
      requestId,
      phone: v.pipe(v.string('请填手机号'), v.regex(/^1\d{10}$/, '手机号不对')),
      post,
      floating: v.optional(v.boolean(), false),
      sinceOn: day,
    },
    output: v.object({ personId: id }),
    refusals: { notAPartyMember: {}, inAnotherBranch: {}, tooMany: { most: count }, daysWrong: {} },
  }),

  /** Changes what a member is in my branch, or lets him go on a day (`untilOn`). For the secretary; he himself goes by `saveBranch`. */
  changeBranchMember: operation({
    access: 'signedIn',
    input: {
      requestId,
      personId: id,
      post,
      floating: v.optional(v.boolean(), false),
      untilOn: v.optional(v.nullable(day), null),
    },
    output: done,
    refusals: { notTheSecretary: {}, daysWrong: {} },
  }),

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
