import type { volunteer } from '../../../types/volunteer'
import type { Tx } from '../../platform/database'
import { refuse } from '../../platform/fault'
import type { Call, Caller, Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import { moveHelp } from '../life/move'
import { type Changes, type HelpRequest, lockHelpRequest } from '../life/queries'
import { isHelpStep } from '../life/rules'
import { waitsForConsent } from '../mediation/queries'
import { tellEnd } from '../mediation/tell'
import { queueSeek } from '../seek/queries'
import { releasePlace } from '../seek/release'
import { staffDeadline } from '../seek/rules'
import { withdrawSent } from '../seek/withdraw'
import { selectLiveAssignments } from '../serve/queries'
import { tellPeople } from '../tell-sides'
import { readDetail } from '../view/shape'
import { sendEverybodyHome } from './cancel-all'
import * as queries from './queries'
import { whatIsWrongWith } from './rules'

type StepOperations = Pick<
  Handlers<typeof volunteer>,
  'changeRequest' | 'cancelRequest' | 'swapPerson' | 'askStaff' | 'matchAgain'
>

/** What the requester's side does while somebody is looked for or will come. */
export const stepOperations: StepOperations = {
  async changeRequest(tx, who, input, call) {
    const { now } = call
    const own = await lockOwn(tx, who, input.helpRequestId)
    const coming = await selectLiveAssignments(tx, own.helpRequestId)
    if (!isHelpStep('change', own.status) || coming.length > 0) return refuse('wrongStatus', { status: own.status })
    const wrong = input.windows && whatIsWrongWith(input.windows, own.minutes, now)
    if (wrong) return refuse('timesWrong', { why: wrong })
    await withdrawSent(tx, own, 'changed', now)
    if (input.windows) await queries.replaceWindows(tx, own.helpRequestId, input.windows)
    const { wishes } = input
    const set: Changes = {
      dueAt: staffDeadline(own.urgency, now),
      unmetPlaces: null,
      ...(wishes
        ? { wishDialect: wishes.dialect ?? null, wishHome: wishes.homeCounty ?? null, wishSex: wishes.sameSex ?? null }
        : {}),
    }
    const changed = await moveHelp(tx, own, { kind: 'change', actor: 'requester', personId: who.personId, set }, now)
    if (changed.automatic) await lookAnew(tx, changed, { actor: 'requester', personId: who.personId }, now)
    return detailAfter(tx, who, own, call)
  },

  async cancelRequest(tx, who, input, call) {
    const { now } = call
    const own = await lockOwn(tx, who, input.helpRequestId)
    if (!isHelpStep('cancel', own.status)) return refuse('wrongStatus', { status: own.status })
    await sendEverybodyHome(tx, own, now)
    await tellEnd(tx, own, who.personId)
    await moveHelp(
      tx,
      own,
      { kind: 'cancel', actor: 'requester', personId: who.personId, set: { dueAt: null, endedAt: now } },
      now,
    )
    note(call, own, 'cancelled')
    return {}
  },

  async swapPerson(tx, who, input, call) {
    const { now } = call
    const own = await lockOwn(tx, who, input.helpRequestId)
    const place = found(
      (await selectLiveAssignments(tx, own.helpRequestId)).find((one) => one.assignmentId === input.assignmentId),
    )
    if (place.status !== 'assigned') return refuse('tooLate')
    const kind = own.status === 'assigned' ? 'lookAgain' : 'leavePlace'
    if (!isHelpStep(kind, own.status)) return refuse('wrongStatus', { status: own.status })
    if (input.never) await queries.insertBlock(tx, who.personId, place.personId)
    // Whoever is swapped is not asked again for this one; he is told that it was cancelled, nothing else.
    await releasePlace(
      tx,
      own,
      place,
      { actor: 'requester', personId: who.personId, as: 'withdrawn', reason: 'swapped' },
      now,
    )
    await tellPeople(tx, own, [place.personId], 'helpCancelled', { startsAt: place.from })
    return detailAfter(tx, who, own, call)
  },

  async askStaff(tx, who, input, call) {
    const { now } = call
    const own = await lockOwn(tx, who, input.helpRequestId)
    if (!isHelpStep('askStaff', own.status)) return refuse('wrongStatus', { status: own.status })
    await withdrawSent(tx, own, 'changed', now)
    const dueAt = staffDeadline(own.urgency, now)
    const after = await moveHelp(
      tx,
      own,
      {
        kind: 'askStaff',
        actor: 'requester',
        personId: who.personId,
        set: { automatic: false, dueAt, unmetReason: null },
      },
      now,
    )
    await tellPeople(tx, after, [after.ownerId], 'helpToArrange', { dueAt })
    return detailAfter(tx, who, own, call)
  },

  async matchAgain(tx, who, input, call) {
    const { now } = call
    const { personId } = who
    const mine = await lockHelpRequest(tx, input.helpRequestId, { as: 'requester', personId })
    // Staff who answer for it may have it looked for again, never against the wish to be served by hand (PIPL art. 24).
    const roles = ['gridWorker', 'communityAdmin'] as const
    const own = mine ?? found(await lockHelpRequest(tx, input.helpRequestId, { as: 'staff', personId, roles }))
    if (!isHelpStep('match', own.status) || (!mine && !own.automatic))
      return refuse('wrongStatus', { status: own.status })
    const windows = (await queries.selectWindows(tx, own.helpRequestId)).filter((one) => one.from > now)
    if (windows.length === 0) return refuse('timesWrong', { why: 'past' })
    await lookAnew(tx, own, { actor: mine ? 'requester' : 'staff', personId }, now)
    if (mine) return { status: (await detailAfter(tx, who, own, call)).status }
    note(call, own, 'matching')
    return { status: 'matching' as const }
  },
}

/** Back to the engine: it looks as soon as this is committed. */
async function lookAnew(
  tx: Tx,
  own: HelpRequest,
  by: { actor: 'requester' | 'staff'; personId: number },
  now: Date,
): Promise<void> {
  const set = { automatic: true, unmetReason: null, dueAt: new Date(now.getTime() + 60_000) }
  if (own.kind === 'mediation' && (await waitsForConsent(tx, own.helpRequestId))) {
    // It will be looked for as soon as the other side agrees.
    const held = { automatic: true }
    if (!own.automatic) await moveHelp(tx, own, { kind: 'change', ...by, set: held }, now)
    return
  }
  const step = own.status === 'offered' ? 'lookAgain' : own.status === 'matching' ? undefined : 'match'
  if (step) await moveHelp(tx, own, { kind: step, ...by, set }, now)
  await queueSeek(tx, own.helpRequestId)
}

const lockOwn = async (tx: Tx, who: Caller, helpRequestId: number): Promise<HelpRequest> =>
  found(await lockHelpRequest(tx, helpRequestId, { as: 'requester', personId: who.personId }))

async function detailAfter(tx: Tx, who: Caller, own: HelpRequest, call: Call) {
  const detail = found(await readDetail(tx, who.personId, own.helpRequestId, call.services.keys, call.now))
  note(call, own, detail.status)
  return detail
}

const note = (call: Call, own: HelpRequest, status: string) =>
  call.audit({
    target: `helpRequest:${own.helpRequestId}`,
    areaCode: own.areaCode,
    before: { status: own.status },
    after: { status },
  })
