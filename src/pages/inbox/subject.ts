import type { NoticeFacts, NoticeKind } from '../../../types/inbox'
import { go, type PageName } from '../../platform/routes'

/** Where a notice leads: to what it is about, or to the one step it asks for. */
export function openSubject(kind: NoticeKind, facts: NoticeFacts): void {
  const { activityId, applicationId, feedbackId, helpRequestId } = facts
  if (boardTabs[kind]) go('deskBoard', { tab: boardTabs[kind] })
  else if (applicationId !== undefined) go(casePages[kind] ?? 'application', { applicationId })
  else if (feedbackId !== undefined) go(kind === 'feedbackAnswered' ? 'feedbackDetail' : 'feedbackDesk', { feedbackId })
  else if (activityId !== undefined) go(kind === 'activitySubmitted' ? 'approvals' : 'activity', { activityId })
  else if (helpRequestId !== undefined) go('helpRequest', { helpRequestId })
}

/** What the staff answers on its board, not at the case: a poor rating keeps its rater to itself. */
const boardTabs: Partial<Record<NoticeKind, string>> = { callBackDue: 'callBacks', appealDue: 'appeals' }

const casePages: Partial<Record<NoticeKind, PageName>> = {
  caseAssigned: 'deskCase',
  caseCorrected: 'deskCase',
  caseOverdue: 'deskCase',

  applicationMessage: 'talk',
  visitBooked: 'visit',
  visitReminder: 'visit',
}
