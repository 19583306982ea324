import { meetingOperations } from './branch/meetings'
import { memberOperations } from './branch/members'

/** 党支部 and its life, small: who belongs to it, its meetings, what is overdue. Seen by the branch alone. */
export const branchOperations = { ...memberOperations, ...meetingOperations }

export {
  type BranchPost,
  branchLimits,
  branchPosts,
  type MeetingAction,
  type MeetingAnswer,
  type MeetingAttendance,
  type MeetingKind,
  type MeetingStatus,
  meetingActions,
  meetingAnswers,
  meetingAttendances,
  meetingKinds,
  meetingPeriods,
  meetingStatuses,
} from './branch/shapes'
