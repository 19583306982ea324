import type { NoticeFacts, NoticeKind } from '../../../types/inbox'
import { go, type PageName } from '../../platform/routes'

/** Where a notice leads: to what it is about, or to the one step it asks for. */
export function openSubject(kind: NoticeKind, facts: NoticeFacts): void {
  const { activityId, applicationId, feedbackId } = facts
  if (boardTabs[kind]) go('deskBoard', { tab: boardTabs[kind] })
  else if (applicationId !== undefined) go(casePages[kind] ?? 'application', { applicationId })
  else if (feedbackId !== undefined) go(kind === 'feedbackAnswered' ? 'feedbackDetail' : 'feedbackDesk', { feedbackId })
  else if (facts.meetingId !== undefined) go('partyMeeting', { meetingId: facts.meetingId })
  else if (partyPages[kind]) go(partyPages[kind])
  else if (activityId !== undefined) go(kind === 'activitySubmitted' ? 'approvals' : 'activity', { activityId })
  else if (facts.contactId !== undefined)
    go(answering.has(kind) ? 'branchContact' : 'contact', {
      contactId: facts.contactId,
    })
  else if (kind === 'promiseDue' || kind === 'promiseOverdue') go('branchPromises')
  else if (kind === 'promiseBroken') go('branchPromises', { side: 'branch', status: 'broken' })
  else if (kind === 'hubVisited' || kind === 'promiseKept') go('hubVisits')
  else if (kind === 'postListed') go('partyLife')
  else if (kind === 'householdsLinked') go('branchMine')
  else if (kind === 'householdJoined') go('hub')
  else if (kind === 'householdNotJoined') go('joinHousehold')
  else openHelp(kind, facts)
}

/** What only those who answer for a hub are told. */
const answering = new Set<NoticeKind>(['contactReceived', 'contactOverdue', 'contactCallBack', 'contactNotCalled'])

/** Help: the task of whoever goes, the offer of whoever is asked, the request of whoever asked. */
function openHelp(kind: NoticeKind, facts: NoticeFacts): void {
  const { helpRequestId, mediationId, offerId, assignmentId, teamId, proposalId, openingId } = facts
  if (proposalId !== undefined) go('workProposal', { proposalId })
  else if (openingId !== undefined) go('workOpening', { openingId })
  else if (kind === 'volunteerApproved' || kind === 'volunteerDeclined') go('volunteerProfile')
  else if (kind === 'hoursCounted' || kind === 'hoursRefused') go('helpHours')
  else if (mediationId !== undefined) go('mediation', { helpRequestId: mediationId })
  else if (teamId !== undefined) go('team', { teamId })
  else if (dutyTabs[kind]) go('duty', { tab: dutyTabs[kind] })
  else if (offerId !== undefined) go('helpOffer', { offerId })
  else if (assignmentId !== undefined) go('helpTask', { assignmentId })
  else if (kind === 'helpCancelled') go('helpTasks')
  else if (kind === 'volunteerApplied') go('matchingVolunteers')
  else if (kind === 'helpToArrange') go('matching', { helpRequestId })
  else if (helpRequestId !== undefined) go('helpRequest', { helpRequestId })
}

const dutyTabs: Partial<Record<NoticeKind, string>> = {
  dutyAsked: 'mine',
  dutyCancelled: 'mine',
  dutyCalled: 'calls',
  dutyAnswered: 'now',
}

/** Points: of mine, or to decide about. */
const partyPages: Partial<Record<NoticeKind, PageName>> = {
  pointsNoted: 'partyPoints',
  pointsAppealAnswered: 'partyPoints',
  pointsAppealMoved: 'partyPoints',
  pointsAppealDue: 'partyAppeals',
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
