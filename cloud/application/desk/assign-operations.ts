import type { application } from '../../../types/application'
import { dayOf } from '../../deadlines/working-days'
import { Refusal, refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import { isLawful } from '../life/move'
import { selectOptionalApplication } from '../life/queries'
import { hasPart, selectIsAway, selectRolesFor } from '../staff/queries'
import { takeStep } from '../staff/step'
import { tellStaff } from '../tell-sides'
import * as queries from './assign-queries'
import { canWorkOn, handling, looking } from './rules'
import { by, lockSeen, moved, noteStep } from './seen'

type AssignOperations = Pick<Handlers<typeof application>, 'claim' | 'handOver' | 'colleagues'>

/** 责任到人: who is responsible for a case, and how that changes. */
export const assignOperations: AssignOperations = {
  async claim(tx, who, input, call) {
    const looked = { as: 'staff' as const, personId: who.personId, roles: looking }
    const shown = found(await selectOptionalApplication(tx, input.applicationId, looked))
    const mine = await selectRolesFor(tx, who.personId, shown.areaCode)
    // A supervisor of the county who is a clerk of one community sees more than they may take.
    if (!handling.some((role) => mine.includes(role))) return refuse('outsideYourArea')
    const seen = await lockSeen(tx, who, input, 'claim')
    if (seen instanceof Refusal) return seen
    const { a, roles } = seen
    const mayHave = canWorkOn(a, roles) && !(await hasPart(tx, who.personId, a.applicationId))
    if (!mayHave || !(a.ownerId === who.personId || (await isFree(a.claimedAt, a.ownerId, a.areaCode))))
      return refuse('notYours', { owner: a.ownerName ?? '' })
    const set = { ownerId: who.personId, claimedAt: call.now }
    const after = await takeStep(tx, a, { ...by('claim', who, seen), set }, call.now)
    noteStep(call, a, after, by('claim', who, seen).actor)
    return moved(after)

    /** In the queue, or with somebody who is away or serves the area no longer. */
    async function isFree(claimedAt: Date | null, ownerId: number | null, areaCode: string): Promise<boolean> {
      if (claimedAt === null || ownerId === null) return true
      if (await selectIsAway(tx, ownerId, dayOf(call.now))) return true
      return (await selectRolesFor(tx, ownerId, areaCode)).length === 0
    }
  },

  async handOver(tx, who, input, call) {
    const until = await queries.selectOptionalAwayUntil(tx, input.toPersonId, dayOf(call.now))
    let count = 0
    for (const wish of [...input.cases].sort((a, b) => a.applicationId - b.applicationId)) {
      const seen = await lockSeen(tx, who, wish, 'handOver')
      if (seen instanceof Refusal) return seen
      const { a, roles } = seen
      // One's own; an approver or administrator also spreads the work of others.
      const spreads = roles.includes('approver') || roles.includes('communityAdmin')
      if (a.ownerId !== who.personId && !spreads) return refuse('notYours', { owner: a.ownerName ?? '' })
      const theirs = await selectRolesFor(tx, input.toPersonId, a.areaCode)
      if (!canWorkOn(a, theirs) || (await hasPart(tx, input.toPersonId, a.applicationId)))
        return refuse('notAColleague')
      if (until) return refuse('colleagueAway', { until })
      const step = {
        ...by('handOver', who, seen),
        why: input.note,
        facts: { from: a.ownerId, to: input.toPersonId },
        set: { ownerId: input.toPersonId, claimedAt: call.now },
      }
      const after = await takeStep(tx, a, step, call.now)
      const due = after.deadlineAt ? { dueAt: after.deadlineAt } : {}
      await tellStaff(tx, after, [input.toPersonId], 'caseAssigned', { reason: input.note, ...due })
      noteStep(call, a, after, step.actor)
      count += 1
    }
    return { moved: count }
  },

  async colleagues(sql, who, input, call) {
    const day = dayOf(call.now)
    if (input.applicationId === undefined) return { rows: await queries.selectColleagues(sql, who.personId, day) }
    const reach = { as: 'staff' as const, personId: who.personId, roles: handling }
    const a = found(await selectOptionalApplication(sql, input.applicationId, reach))
    const rows = await queries.selectColleaguesFor(sql, who.personId, a.applicationId, day)
    return {
      rows: isLawful('handOver', a.status)
        ? rows.filter((row) => canWorkOn(a, row.roles as Parameters<typeof canWorkOn>[1]))
        : [],
    }
  },
}
