import type { NoticeFacts, NoticeKind } from '../../types/inbox'
import { type Database, inTransaction } from '../platform/database'
import type { Services } from '../platform/operations'
import { withMoments } from './operations'
import * as queries from './queries'
import { messageFields } from './wording'

/** Thrown to the job queue when WeChat asked to come back later: the message was certainly not sent. */
export class TryLater extends Error {}

/**
 * Sends the WeChat message of a notice, at most once ever. `sending` is committed before the call; only a definite answer that nothing
 * was sent puts it back into the queue. A lost connection or a crash leaves it unknown: the notice itself is in the inbox.
 */
export async function deliverNotice(sql: Database, services: Services, noticeId: number, now: Date): Promise<void> {
  const delivery = await inTransaction(sql, (tx) => queries.claimDelivery(tx, noticeId))
  if (!delivery) return
  const templateId = services.templates[delivery.kind]
  if (!delivery.openid || templateId === undefined) return queries.settleDelivery(sql, noticeId, 'failed', null)
  const facts = withMoments(delivery.facts)
  const result = await services.wechat.sendSubscribeMessage({
    openid: delivery.openid,
    templateId,
    page: pageOf(delivery.kind, facts),
    data: messageFields(delivery.kind, facts, now),
  })
  switch (result.outcome) {
    case 'sent':
      return queries.settleDelivery(sql, noticeId, 'sent', null)
    case 'noAcceptance':
      return queries.settleDelivery(sql, noticeId, 'refused', 43101)
    case 'failed':
      services.log.error({ noticeId, errcode: result.errcode }, 'WeChat refused a message for good')
      return queries.settleDelivery(sql, noticeId, 'failed', result.errcode)
    case 'unknown':
      return queries.settleDelivery(sql, noticeId, 'unknown', null)
    case 'tryLater':
      await queries.requeueDelivery(sql, noticeId, result.errcode)
      throw new TryLater(`WeChat asked to come back later (${result.errcode})`)
  }
}

/** The staff's own work opens at their desk. */
const onTheDesk = new Set<NoticeKind>(['caseAssigned', 'caseCorrected', 'caseOverdue'])
const onTheBoard: Partial<Record<NoticeKind, string>> = { callBackDue: 'callBacks', appealDue: 'appeals' }

/** What only those who answer for a hub are told. */
const answering = new Set<NoticeKind>(['contactReceived', 'contactOverdue', 'contactCallBack', 'contactNotCalled'])

/** The page a message opens: what it is about, else the inbox. */
function pageOf(kind: NoticeKind, facts: NoticeFacts): string {
  const { activityId, applicationId, feedbackId } = facts
  if (activityId !== undefined) return `features/activity/pages/detail/index?activityId=${activityId}`
  if (onTheBoard[kind]) return `features/desk/pages/board/index?tab=${onTheBoard[kind]}`
  if (applicationId !== undefined)
    return `features/${onTheDesk.has(kind) ? 'desk/pages/case' : 'service/pages/application'}/index?applicationId=${applicationId}`
  if (feedbackId !== undefined && kind === 'feedbackAnswered')
    return `features/feedback/pages/detail/index?feedbackId=${feedbackId}`
  return helpPageOf(kind, facts)
}

/** Help opens at the offer of whoever is asked, the task of whoever goes, the request of whoever asked; the staff's work at the matching desk. */
function helpPageOf(kind: NoticeKind, facts: NoticeFacts): string {
  const { helpRequestId, offerId, assignmentId, teamId, proposalId, openingId } = facts
  if (facts.contactId !== undefined)
    return `features/${answering.has(kind) ? 'branch' : 'hub'}/pages/contact/index?contactId=${facts.contactId}`
  if (kind === 'householdsLinked') return 'features/branch/pages/mine/index'
  if (kind === 'householdJoined') return 'features/hub/pages/card/index'
  if (kind === 'householdNotJoined') return 'features/hub/pages/join/index'
  if (proposalId !== undefined) return `features/work/pages/proposal/index?proposalId=${proposalId}`
  if (openingId !== undefined) return `features/work/pages/opening/index?openingId=${openingId}`
  const page = (name: string, query = '') => `features/volunteer/pages/${name}/index${query}`
  if (kind === 'volunteerApproved' || kind === 'volunteerDeclined') return page('profile')
  if (kind === 'hoursCounted' || kind === 'hoursRefused') return page('hours')
  if (teamId !== undefined) return page('team', `?teamId=${teamId}`)
  if (kind === 'dutyAsked' || kind === 'dutyCancelled') return page('duty', '?tab=mine')
  if (kind === 'dutyCalled') return page('duty', '?tab=calls')
  if (offerId !== undefined) return page('offer', `?offerId=${offerId}`)
  if (assignmentId !== undefined) return page('task', `?assignmentId=${assignmentId}`)
  if (kind === 'helpCancelled') return page('tasks')
  if (kind === 'volunteerApplied') return 'features/matching/pages/volunteers/index'
  if (kind === 'helpToArrange') return `features/matching/pages/board/index?helpRequestId=${helpRequestId}`
  if (helpRequestId !== undefined) return page('request', `?helpRequestId=${helpRequestId}`)
  return 'pages/inbox/index'
}
