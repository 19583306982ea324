import type { activity } from '../../../types/activity'
import { tell } from '../../inbox/tell'
import type { Tx } from '../../platform/database'
import { NotFound, refuse } from '../../platform/fault'
import type { Caller, Handlers } from '../../platform/operations'
import * as queries from './queries'

type ApproveOperations = Pick<Handlers<typeof activity>, 'submit' | 'takeBack' | 'approve' | 'sendBack'>

/** From a draft to a published activity: residents and organisers propose, the community approves. */
export const approveOperations: ApproveOperations = {
  async submit(tx, who, input, call) {
    const own = await lockOne(tx, who, input.activityId)
    if (own.status !== 'draft') return refuse('wrongStatus', { status: own.status })
    if (own.startsAt <= call.now) return refuse('inThePast')
    const ids = await queries.lockSeries(tx, own.activityId, 'draft')
    const status = own.approves ? ('published' as const) : ('submitted' as const)
    if (own.approves) await queries.setPublished(tx, ids, who.personId)
    else {
      await queries.setSubmitted(tx, ids)
      const approvers = await queries.selectApprovers(tx, own.areaCode)
      const facts = { activityId: own.activityId, title: own.title, startsAt: own.startsAt }
      await tell(
        tx,
        approvers.map((personId) => ({ personId, kind: 'activitySubmitted' as const, facts })),
      )
    }
    call.audit({
      target: `activity:${own.activityId}`,
      areaCode: own.areaCode,
      before: { status: 'draft' },
      after: { status, activityIds: ids },
    })
    return { status }
  },

  async takeBack(tx, who, input, call) {
    const own = await lockOne(tx, who, input.activityId)
    if (own.createdBy !== who.personId) throw new NotFound()
    if (own.status !== 'submitted') return refuse('wrongStatus', { status: own.status })
    await queries.setDraft(tx, await queries.lockSeries(tx, own.activityId, 'submitted'), null)
    call.audit({
      target: `activity:${own.activityId}`,
      areaCode: own.areaCode,
      before: { status: 'submitted' },
      after: { status: 'draft' },
    })
    return {}
  },

  async approve(tx, who, input, call) {
    const own = await lockForApproval(tx, who, input.activityId)
    if (own.status !== 'submitted') return refuse('wrongStatus', { status: own.status })
    if (own.startsAt <= call.now) return refuse('inThePast')
    const ids = await queries.lockSeries(tx, own.activityId, 'submitted')
    await queries.setPublished(tx, ids, who.personId)
    const { activityId, title, startsAt } = own
    await tell(tx, [{ personId: own.createdBy, kind: 'activityApproved', facts: { activityId, title, startsAt } }])
    const after = { status: 'published', activityIds: ids }
    call.audit({
      target: `activity:${activityId}`,
      areaCode: own.areaCode,
      role: 'communityAdmin',
      before: { status: 'submitted' },
      after,
    })
    return {}
  },

  async sendBack(tx, who, input, call) {
    const own = await lockForApproval(tx, who, input.activityId)
    if (own.status !== 'submitted') return refuse('wrongStatus', { status: own.status })
    await queries.setDraft(tx, await queries.lockSeries(tx, own.activityId, 'submitted'), input.reason)
    const { activityId, title, startsAt } = own
    await tell(tx, [
      {
        personId: own.createdBy,
        kind: 'activitySentBack',
        facts: { activityId, title, startsAt, reason: input.reason },
      },
    ])
    const after = { status: 'draft', reason: input.reason }
    call.audit({
      target: `activity:${activityId}`,
      areaCode: own.areaCode,
      role: 'communityAdmin',
      before: { status: 'submitted' },
      after,
    })
    return {}
  },
}

/** Locks an activity the caller runs or administers; for anybody else it does not exist. */
export async function lockOne(tx: Tx, who: Caller, activityId: number): Promise<queries.ManagedActivity> {
  const [own] = await queries.lockManaged(tx, who.personId, activityId, false)
  if (!own) throw new NotFound()
  return own
}

async function lockForApproval(tx: Tx, who: Caller, activityId: number): Promise<queries.ManagedActivity> {
  const own = await lockOne(tx, who, activityId)
  if (!own.approves) throw new NotFound()
  return own
}
