import type { application } from '../../../types/application'
import { dayOf } from '../../deadlines/working-days'
import { Refusal, refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import { reclock } from '../life/clock'
import { isLawful } from '../life/move'
import { lockApplication, selectPauses } from '../life/queries'
import { hasPart, selectOptionalNextOwner, selectPeopleWithPart, selectRolesFor } from '../staff/queries'
import { takeStep } from '../staff/step'
import { tellApplicant, tellStaff } from '../tell-sides'
import * as queries from './queries'
import { handling } from './rules'
import { by, contentOf, lockOwned, moved, noteStep } from './seen'
import { deskWording } from './wording'

type ReviewOperations = Pick<
  Handlers<typeof application>,
  'startReview' | 'suspend' | 'resume' | 'askDepartments' | 'giveOpinion'
>

/** Between acceptance and decision. */
export const reviewOperations: ReviewOperations = {
  async startReview(tx, who, input, call) {
    const seen = await lockOwned(tx, who, input, 'startReview')
    if (seen instanceof Refusal) return seen
    const { a, roles } = seen
    // 承诺件 go to whoever can decide; where nobody can, they stay with whoever asks, and the deadline says so to the supervisor.
    const approver =
      a.kind === 'onSpot' || roles.includes('approver')
        ? undefined
        : await selectOptionalNextOwner(
            tx,
            a.areaCode,
            [['approver']],
            await selectPeopleWithPart(tx, a.applicationId),
            dayOf(call.now),
          )
    const set = approver === undefined ? {} : { ownerId: approver, claimedAt: null }
    const after = await takeStep(tx, a, { ...by('startReview', who, seen), set }, call.now)
    if (approver !== undefined)
      await tellStaff(tx, after, [approver], 'caseAssigned', after.deadlineAt ? { dueAt: after.deadlineAt } : {})
    noteStep(call, a, after, 'clerk')
    return moved(after)
  },

  async suspend(tx, who, input, call) {
    const seen = await lockOwned(tx, who, input, 'suspend')
    if (seen instanceof Refusal) return seen
    const { a } = seen
    await queries.insertPause(tx, a.applicationId, input.pauseFor, input.why, call.now)
    const pauses = await selectPauses(tx, a.applicationId)
    const clock = reclock(a, a.clockLimit ?? 0, pauses, call.now)
    const step = { ...by('suspend', who, seen), why: input.why, facts: { pauseFor: input.pauseFor }, set: clock }
    const after = await takeStep(tx, a, step, call.now)
    await tellApplicant(tx, after, 'applicationSuspended', { reason: input.why })
    noteStep(call, a, after, step.actor, { pauseFor: input.pauseFor })
    return moved(after)
  },

  async resume(tx, who, input, call) {
    const seen = await lockOwned(tx, who, input, 'resume')
    if (seen instanceof Refusal) return seen
    const { a } = seen
    await queries.endPause(tx, a.applicationId, call.now)
    const pauses = await selectPauses(tx, a.applicationId)
    const step = { ...by('resume', who, seen), set: reclock(a, a.clockLimit ?? 0, pauses, call.now) }
    const after = await takeStep(tx, a, step, call.now)
    noteStep(call, a, after, step.actor)
    return { ...moved(after), deadlineAt: after.deadlineAt as Date }
  },

  async askDepartments(tx, who, input, call) {
    const seen = await lockOwned(tx, who, input, 'askDepartments')
    if (seen instanceof Refusal) return seen
    const { a } = seen
    const { reviews } = await contentOf(tx, a)
    if (reviews.length === 0) return refuse('noDepartments')
    if ((await queries.selectReviews(tx, a.applicationId)).length > 0) return refuse('alreadyAsked')
    await queries.insertReviews(tx, a.applicationId, reviews, call.now)
    const step = { ...by('askDepartments', who, seen), facts: { keys: reviews.map((r) => r.key) } }
    const after = await takeStep(tx, a, { ...step, why: deskWording.list(reviews.map((r) => r.department)) }, call.now)
    const staff = await queries.selectDepartmentStaff(tx, a.areaCode)
    await tellStaff(
      tx,
      after,
      staff.filter((id) => id !== who.personId),
      'caseAssigned',
      after.deadlineAt ? { dueAt: after.deadlineAt } : {},
    )
    noteStep(call, a, after, step.actor)
    return moved(after)
  },

  async giveOpinion(tx, who, input, call) {
    const reach = { as: 'staff' as const, personId: who.personId, roles: handling }
    const a = found(await lockApplication(tx, input.applicationId, reach))
    // Departments work at the same time, so another's opinion is no reason to look again: only the same one given twice is.
    if (!isLawful('giveOpinion', a.status)) return refuse('wrongStatus', { status: a.status })
    if (await hasPart(tx, who.personId, a.applicationId)) return refuse('notYours', { owner: a.ownerName ?? '' })
    const roles = await selectRolesFor(tx, who.personId, a.areaCode.slice(0, 6))
    const reviews = await queries.selectReviews(tx, a.applicationId)
    const review = reviews.find((r) => r.key === input.key)
    if (!review || !(roles.includes('clerk') || roles.includes('approver'))) return refuse('notAsked')
    const { key, agrees, opinion } = input
    if (!(await queries.updateReview(tx, a.applicationId, { key, agrees, opinion, by: who.personId }, call.now)))
      return refuse('alreadyGiven', { by: review.by ?? '' })
    const step = { ...by('giveOpinion', who, { a, roles }), why: review.department, facts: { key, agrees } }
    const after = await takeStep(tx, a, step, call.now)
    if (reviews.every((r) => r.at !== null || r.key === key))
      await tellStaff(tx, after, [a.ownerId], 'caseAssigned', { reason: deskWording.opinionsIn })
    noteStep(call, a, after, step.actor, { key, agrees })
    return moved(after)
  },
}
