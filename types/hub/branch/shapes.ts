import * as v from 'valibot'
import { id, instant, text } from '../../operation'

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

export const branch = {
  branchId: id,
  name: text,
  areaCode: text,
  areaName: text,
  /** Whether it has a committee, and groups. */
  committee: v.boolean(),
  groups: v.boolean(),
  foundedOn: text,
}
export const meetingRow = {
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
export const file = v.object({
  fileId: id,
  name: text,
  mimeType: text,
  url: text,
  thumbnailUrl: v.optional(text),
  urlUntil: instant,
})
export const post = v.picklist(['committee', 'member'], '请选择')
