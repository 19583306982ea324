import type { application } from '../../../types/application'
import { dayOf } from '../../deadlines/working-days'
import type { Tx } from '../../platform/database'
import { Refusal, refuse } from '../../platform/fault'
import type { Call, Caller, Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import { cancelOpenAppointment } from '../apply/queries'
import { issueDecision } from '../letters/issue'
import { daysTaken, noClock, startClock } from '../life/clock'
import { isLawful } from '../life/move'
import { type Application, lockApplication, selectPauses, selectSettings } from '../life/queries'
import {
  accepting,
  hasPart,
  selectIsAway,
  selectOptionalNextOwner,
  selectPeopleWithPart,
  selectRolesFor,
} from '../staff/queries'
import { takeStep } from '../staff/step'
import { tellApplicant, tellStaff } from '../tell-sides'
import * as queries from './queries'
import { canWorkOn, decidesAtOnce, deliveryOf, handling, mayDecide, missingOf } from './rules'
import { by, contentOf, documentsOf, lockOwned, lockSeen, moved, noteStep, type Seen } from './seen'

type DecideOperations = Pick<Handlers<typeof application>, 'decide' | 'deliver' | 'answer'>

/** The decision, its delivery, and words to the applicant. */
export const decideOperations: DecideOperations = {
  async decide(tx, who, input, call) {
    const kind = input.outcome === 'approved' ? ('approve' as const) : ('refuse' as const)
    const seen = await lockSeen(tx, who, input, [kind, 'startReview'], ['clerk', 'approver'])
    if (seen instanceof Refusal) return seen
    const { roles } = seen
    let { a } = seen
    if (!isLawful(kind, a.status) && !decidesAtOnce(a)) return refuse('wrongStatus', { status: a.status })
    // 四眼: nobody decides about themselves or their family, nor anew what they decided before.
    if (
      (await hasPart(tx, who.personId, a.applicationId)) ||
      (await queries.selectHasDecided(tx, who.personId, a.applicationId))
    )
      return refuse('ownCase')
    if (!mayDecide(a, roles)) return refuse('approverOnly')
    if (a.ownerId !== who.personId) return refuse('notYours', { owner: a.ownerName ?? '' })
    if (kind === 'refuse' && input.reason.trim() === '') return refuse('reasonMissing')
    if (kind === 'approve') {
      const missing = await whatIsMissing(tx, a)
      if (missing) return missing
    }
    if (!isLawful(kind, a.status)) a = await takeStep(tx, a, by('startReview', who, seen), call.now)

    const delivery = deliveryOf(a, input.outcome)
    if (kind === 'refuse') await cancelOpenAppointment(tx, a.applicationId)
    const settings = await selectSettings(tx)
    const ownerId = delivery === 'electronic' ? a.ownerId : await whoDelivers(tx, a, call)
    const unanswered = { extensionStatus: null, extensionDays: null, extensionReason: null }
    const decided = await takeStep(
      tx,
      a,
      {
        ...by(kind, who, seen),
        why: input.reason || undefined,
        set: {
          ...startClock('delivery', call.now, settings.deliveryDays),
          ...(a.extensionStatus === 'requested' ? unanswered : {}),
          outcome: input.outcome,
          decisionReason: input.reason,
          decidedBy: who.personId,
          decidedAt: call.now,
          decidedInTime: a.deadlineAt === null || call.now <= a.deadlineAt,
          decidedAfterDays: daysTaken(a.clockStartedAt ?? call.now, await selectPauses(tx, a.applicationId), call.now),
          deferUntil: null,
          delivery,
          ownerId,
          // Picking the result up is the one visit, so it may be booked.
          ...(delivery === 'pickUp' ? { visitsNeeded: 1 as const } : {}),
        },
      },
      call.now,
    )
    const { outcome, reason } = input
    await issueDecision(tx, decided, await contentOf(tx, a), settings, { outcome, reason, at: call.now })
    await tellApplicant(tx, decided, 'applicationDecided', { outcome })
    const after = delivery === 'electronic' ? await handOut(tx, decided, null, call) : decided
    if (ownerId !== who.personId)
      await tellStaff(tx, after, [ownerId], 'caseAssigned', after.deadlineAt ? { dueAt: after.deadlineAt } : {})
    noteStep(call, seen.a, after, roles.includes('approver') ? 'approver' : 'clerk', { outcome: input.outcome })
    return moved(after)
  },

  async deliver(tx, who, input, call) {
    const seen = await lockOwned(tx, who, input, 'deliver')
    if (seen instanceof Refusal) return seen
    const { a } = seen
    if (a.delivery === 'post' && !input.trackingNumber) return refuse('trackingNumberMissing')
    if (a.delivery === 'pickUp' && (await queries.countVisits(tx, a.applicationId)) === 0) return refuse('visitMissing')
    const after = await handOut(tx, a, { who, seen, trackingNumber: input.trackingNumber }, call)
    await tellApplicant(tx, after, 'applicationDelivered')
    noteStep(call, a, after, by('deliver', who, seen).actor, { delivery: a.delivery })
    return moved(after)
  },

  async answer(tx, who, input, call) {
    const reach = { as: 'staff' as const, personId: who.personId, roles: handling }
    const a = found(await lockApplication(tx, input.applicationId, reach))
    if (!isLawful('say', a.status)) return refuse('wrongStatus', { status: a.status })
    const roles = await selectRolesFor(tx, who.personId, a.areaCode)
    await queries.insertAnswer(tx, a.applicationId, who.personId, input.words, call.now)
    const after = await takeStep(tx, a, by('say', who, { a, roles }), call.now)
    await tellApplicant(tx, after, 'applicationMessage')
    noteStep(call, a, after, 'clerk')
    return {}
  },
}

/** What an approval still waits for; a refusal waits for nothing. */
async function whatIsMissing(tx: Tx, a: Application) {
  const content = await contentOf(tx, a)
  const reviews = await queries.selectReviews(tx, a.applicationId)
  const silent = content.reviews.filter(({ key }) => !reviews.some((r) => r.key === key && r.at !== null))
  if (silent.length > 0) return refuse('opinionsMissing', { departments: silent.map((d) => d.department) })
  const { wanted, handedIn } = await documentsOf(tx, a, content)
  const missing = missingOf(wanted, handedIn)
  if (missing.length > 0) return refuse('documentsOutstanding', { names: missing.map((d) => d.name) })
  // A result that is picked up is picked up at the one visit: it comes after the decision.
  const comesFirst = a.visitsNeeded === 1 && a.delivery !== 'pickUp'
  if (comesFirst && (await queries.countVisits(tx, a.applicationId)) === 0) return refuse('visitMissing')
  return undefined
}

/** The clerk who had the case before, if they are still there today; else whoever is next. */
async function whoDelivers(tx: Tx, a: Application, call: Call): Promise<number | null> {
  const except = await selectPeopleWithPart(tx, a.applicationId)
  const day = dayOf(call.now)
  const clerk = await queries.selectOptionalAccepter(tx, a.applicationId)
  if (clerk !== undefined && !except.includes(clerk) && !(await selectIsAway(tx, clerk, day)))
    if (canWorkOn({ kind: a.kind, status: 'approved' }, await selectRolesFor(tx, clerk, a.areaCode))) return clerk
  return (await selectOptionalNextOwner(tx, a.areaCode, accepting, except, day)) ?? a.ownerId
}

interface Hand {
  who: Caller
  seen: Seen
  trackingNumber: string | undefined
}

/** Hands the result over; without a hand it is there at once, electronically. */
function handOut(tx: Tx, a: Application, hand: Hand | null, call: Call): Promise<Application> {
  const set = { ...noClock, deliveredAt: call.now }
  if (!hand) return takeStep(tx, a, { kind: 'deliver', actor: 'system', personId: null, set }, call.now)
  const { who, seen, trackingNumber = null } = hand
  return takeStep(tx, a, { ...by('deliver', who, seen), set: { ...set, trackingNumber } }, call.now)
}
