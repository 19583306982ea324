import type { Tx } from '../../platform/database'
import type { Services } from '../../platform/operations'
import { insertServiceOfTask } from '../hours/queries'
import { moveHelp } from '../life/move'
import { type HelpRequest, updateHelpRequest } from '../life/queries'
import { waitsForConsent } from '../mediation/queries'
import { selectCounts, selectSent, settleOffers } from '../seek/queries'
import { staffDeadline } from '../seek/rules'
import { handUp, seek } from '../seek/seek'
import { finishIfAllWent } from '../serve/finish'
import { cancelAssignment, checkOut, selectLiveAssignments } from '../serve/queries'
import { afterRefusal } from '../serve/refusal'
import { startShort } from '../serve/start-short'
import { tellPeople, tellRequester } from '../tell-sides'

/**
 * Does what has become due for one locked request; looking at it twice does nothing twice, because each step moves `due_at`.
 * Returns its id and what was done, for the audit trail.
 */
export async function settle(tx: Tx, h: HelpRequest, services: Services, now: Date): Promise<string> {
  switch (h.status) {
    case 'offered':
      return expireOffers(tx, h, services, now)
    case 'matching':
      return beginOrLook(tx, h, services, now)
    case 'open':
    case 'unmet':
      return remindStaff(tx, h, now)
    case 'assigned':
      return nobodyCame(tx, h, now)
    case 'inService':
      return forgottenCheckOut(tx, h, now)
    case 'done': {
      const set = { dueAt: null, endedAt: now }
      await moveHelp(tx, h, { kind: 'confirm', actor: 'system', personId: null, set }, now)
      return 'confirmed'
    }
    default:
      return 'nothing'
  }
}

/** Offers that nobody answered. Silence is a refusal; each is counted, then the next best are asked. */
async function expireOffers(tx: Tx, h: HelpRequest, services: Services, now: Date): Promise<string> {
  const sent = await selectSent(tx, h.helpRequestId)
  const late = sent.filter((one) => one.answerBy <= now)
  if (late.length === 0) {
    const { answerBy, begins } = await selectCounts(tx, h.helpRequestId)
    if (begins && begins <= now) return started(tx, h, now)
    if (sent.length === 0) {
      await seek(tx, h, services, now)
      return 'sought'
    }
    await wait(tx, h, answerBy ?? begins ?? new Date(now.getTime() + 60_000), now)
    return 'waited'
  }
  await settleOffers(
    tx,
    late.map(({ offerId }) => offerId),
    'expired',
    null,
    now,
  )
  for (const { offerId, personId } of late) await tellPeople(tx, h, [personId], 'helpOfferLapsed', { offerId })
  await afterRefusal(tx, h, { kind: 'expire', actor: 'system', personId: null, count: late.length }, now)
  return 'expired'
}

/** Looks again; when the time has come it begins with whoever said yes. */
async function beginOrLook(tx: Tx, h: HelpRequest, services: Services, now: Date): Promise<string> {
  const { begins } = await selectCounts(tx, h.helpRequestId)
  if (begins && begins <= now) return started(tx, h, now)
  const after = await seek(tx, h, services, now)
  // Whatever came of it: not again at once.
  if (after.status === 'matching' && (after.dueAt === null || after.dueAt <= now))
    await wait(tx, after, begins && begins > now ? begins : new Date(now.getTime() + 5 * 60_000), now)
  return 'sought'
}

async function started(tx: Tx, h: HelpRequest, now: Date): Promise<string> {
  await startShort(tx, h, now)
  return 'started'
}

/** Whoever answers for it has not found a way in time: the next one up does, and hears of it every day until there is one. */
async function remindStaff(tx: Tx, h: HelpRequest, now: Date): Promise<string> {
  const { begins } = await selectCounts(tx, h.helpRequestId)
  if (begins && begins <= now) return started(tx, h, now)
  const dueAt = staffDeadline('planned', now)
  // The other side of a dispute has not said anything: whoever asked hears of it too, and may invite again.
  if (h.kind === 'mediation' && (await waitsForConsent(tx, h.helpRequestId)))
    await tellRequester(tx, h, 'mediationNoAnswer')
  if (h.escalation < 2) await handUp(tx, h, (h.escalation + 1) as 1 | 2, now, { dueAt })
  else {
    await wait(tx, h, dueAt, now)
    await tellPeople(tx, h, [h.ownerId], 'helpToArrange', { dueAt })
  }
  return 'escalated'
}

/** It was agreed on, the time is over and nobody checked in. */
async function nobodyCame(tx: Tx, h: HelpRequest, now: Date): Promise<string> {
  for (const one of await selectLiveAssignments(tx, h.helpRequestId))
    await cancelAssignment(tx, one.assignmentId, 'didNotCome', now)
  const set = { unmetReason: 'nobodyCame', dueAt: staffDeadline('today', now) }
  const after = await moveHelp(tx, h, { kind: 'giveUp', actor: 'system', personId: null, set }, now)
  await tellRequester(tx, after, 'helpUnmet', {})
  await tellPeople(tx, after, [after.ownerId], 'helpToArrange', { dueAt: set.dueAt })
  return 'nobodyCame'
}

/** Nobody checked out: what was planned counts, and it is done. */
async function forgottenCheckOut(tx: Tx, h: HelpRequest, now: Date): Promise<string> {
  for (const one of await selectLiveAssignments(tx, h.helpRequestId)) {
    if (one.status !== 'inService') continue
    await checkOut(tx, one.assignmentId, one.until < now ? one.until : now)
    await insertServiceOfTask(tx, one.assignmentId)
  }
  await finishIfAllWent(tx, h, { actor: 'system', personId: null }, now)
  return 'finished'
}

/** Nothing to do yet: the clock looks again at `dueAt`. */
async function wait(tx: Tx, h: HelpRequest, dueAt: Date, now: Date): Promise<void> {
  await updateHelpRequest(tx, h.helpRequestId, h.status, { dueAt }, now)
}
