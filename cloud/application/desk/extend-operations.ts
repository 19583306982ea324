import type { application } from '../../../types/application'
import { Refusal, refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { reclock } from '../life/clock'
import { selectPauses } from '../life/queries'
import { hasPart, selectStaff } from '../staff/queries'
import { takeStep } from '../staff/step'
import { tellApplicant, tellStaff } from '../tell-sides'
import * as queries from './queries'
import { by, lockSeen, moved, noteStep } from './seen'
import { deskWording } from './wording'

type ExtendOperations = Pick<Handlers<typeof application>, 'requestExtension' | 'decideExtension'>

/** 延期 (行政许可法 art. 42): asked for by one, granted by another, once. */
export const extendOperations: ExtendOperations = {
  async requestExtension(tx, who, input, call) {
    const seen = await lockSeen(tx, who, input, 'requestExtension')
    if (seen instanceof Refusal) return seen
    const { a, roles } = seen
    // The owner, or a clerk of the area who prepared the case for an approver.
    if ((a.ownerId !== who.personId && !roles.includes('clerk')) || (await hasPart(tx, who.personId, a.applicationId)))
      return refuse('notYours', { owner: a.ownerName ?? '' })
    if (a.extensionStatus === 'requested' || a.extensionStatus === 'granted') return refuse('alreadyExtended')
    const step = {
      ...by('requestExtension', who, seen),
      why: input.reason,
      facts: { days: input.days },
      set: { extensionStatus: 'requested' as const, extensionDays: input.days, extensionReason: input.reason },
    }
    const after = await takeStep(tx, a, step, call.now)
    const approvers = await selectStaff(tx, a.areaCode, ['approver'])
    await tellStaff(
      tx,
      after,
      approvers.filter((id) => id !== who.personId),
      'caseAssigned',
      { reason: deskWording.extensionAsked },
    )
    noteStep(call, a, after, step.actor, { days: input.days })
    return moved(after)
  },

  async decideExtension(tx, who, input, call) {
    const seen = await lockSeen(tx, who, input, ['extend', 'declineExtension'], ['approver'])
    if (seen instanceof Refusal) return seen
    const { a } = seen
    if (a.extensionStatus === 'granted') return refuse('alreadyExtended')
    if (a.extensionStatus !== 'requested') return refuse('nothingAsked')
    const asker = await queries.selectOptionalExtensionAsker(tx, a.applicationId)
    // Nobody grants what they asked for themselves.
    if (asker === who.personId || (await hasPart(tx, who.personId, a.applicationId)))
      return refuse('notYours', { owner: a.ownerName ?? '' })
    const actor = { actor: 'approver' as const, personId: who.personId, why: input.reason }
    if (!input.grant) {
      const set = { extensionStatus: 'declined' as const }
      const after = await takeStep(tx, a, { kind: 'declineExtension', ...actor, set }, call.now)
      await tellStaff(tx, after, [asker ?? null], 'applicationMessage', { reason: input.reason })
      noteStep(call, a, after, 'approver', { granted: false })
      return { ...moved(after), deadlineAt: after.deadlineAt }
    }
    const limit = (a.clockLimit ?? 0) + (a.extensionDays ?? 0)
    const clock = reclock(a, limit, await selectPauses(tx, a.applicationId), call.now)
    const set = { ...clock, extensionStatus: 'granted' as const }
    const facts = { days: a.extensionDays }
    const after = await takeStep(tx, a, { kind: 'extend', ...actor, facts, set }, call.now)
    await tellApplicant(tx, after, 'applicationExtended', {
      reason: a.extensionReason ?? input.reason,
      ...(after.deadlineAt ? { dueAt: after.deadlineAt } : {}),
    })
    await tellStaff(tx, after, [asker ?? null], 'caseAssigned', after.deadlineAt ? { dueAt: after.deadlineAt } : {})
    noteStep(call, a, after, 'approver', { granted: true, days: a.extensionDays })
    return { ...moved(after), deadlineAt: after.deadlineAt }
  },
}
