import type { volunteer, withdrawReasons } from '../../../types/volunteer'
import type { Tx } from '../../platform/database'
import { refuse } from '../../platform/fault'
import type { Caller, Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import { moveHelp } from '../life/move'
import { type HelpRequest, lockHelpRequest } from '../life/queries'
import { queueSeek, selectCounts, selectOptionalOffer, settleOffers } from '../seek/queries'
import { withdrawSent } from '../seek/withdraw'
import { tellRequester } from '../tell-sides'
import { selectOfferCards } from '../view/task-queries'
import { cardOf } from '../view/task-shape'
import { noteAcquaintance } from './acquaintance'
import * as queries from './queries'
import { afterRefusal } from './refusal'
import { lastMoment } from './start-short'

type OfferOperations = Pick<Handlers<typeof volunteer>, 'myOffers' | 'offer' | 'answerOffer'>

/** Offers and their answers. */
export const offerOperations: OfferOperations = {
  async myOffers(sql, who, _input, call) {
    return { rows: (await selectOfferCards(sql, who.personId, { waitingAt: call.now })).map(cardOf) }
  },

  async offer(sql, who, input) {
    const [row] = await selectOfferCards(sql, who.personId, { offerId: input.offerId })
    return cardOf(found(row))
  },

  async answerOffer(tx, who, input, call) {
    const { now } = call
    const seen = found(await selectOptionalOffer(tx, who.personId, input.offerId))
    const request = found(await lockHelpRequest(tx, seen.helpRequestId, { as: 'volunteer', personId: who.personId }))
    // Read again under the request's lock: of ten who say yes at once, nine find it gone.
    const offer = found(await selectOptionalOffer(tx, who.personId, input.offerId))
    if (offer.status === 'withdrawn')
      return refuse('gone', { why: (offer.reason ?? 'changed') as (typeof withdrawReasons)[number] })
    if (offer.status === 'expired') return refuse('tooLate')
    if (offer.status !== 'sent') return refuse('alreadyAnswered', { status: offer.status })
    if (offer.answerBy <= now && input.accept) return refuse('tooLate')
    call.audit({
      target: `offer:${input.offerId}`,
      areaCode: request.areaCode,
      role: 'volunteer',
      before: { status: 'sent' },
      after: { status: input.accept ? 'accepted' : 'declined' },
    })
    return input.accept
      ? { assignmentId: await accept(tx, who, request, offer, now) }
      : decline(tx, who, request, offer.offerId, input.reason, now)
  },
}

async function accept(
  tx: Tx,
  who: Caller,
  request: HelpRequest,
  offer: { offerId: number; from: Date; personName: string },
  now: Date,
): Promise<number> {
  await settleOffers(tx, [offer.offerId], 'accepted', null, now)
  const assignmentId = await queries.takePlace(tx, offer.offerId, now)
  if (assignmentId === undefined) throw new Error(`offer ${offer.offerId} was sent without a place`)
  const { coming, sent, begins, answerBy } = await selectCounts(tx, request.helpRequestId)
  const full = coming >= request.people
  const after = await moveHelp(
    tx,
    request,
    {
      kind: full ? 'fill' : 'takePlace',
      actor: 'volunteer',
      personId: who.personId,
      set: full
        ? { assignedAt: now, dueAt: await lastMoment(tx, request.helpRequestId, now), unmetPlaces: null }
        : { dueAt: answerBy ?? begins },
    },
    now,
  )
  if (full && sent > 0) await withdrawSent(tx, after, 'taken', now)
  if (!full && sent === 0) {
    const set = { dueAt: new Date(now.getTime() + 60_000) }
    await moveHelp(tx, after, { kind: 'lookAgain', actor: 'system', personId: null, set }, now)
    await queueSeek(tx, request.helpRequestId)
  }
  await tellRequester(tx, after, 'helpTaken', { personName: offer.personName, startsAt: offer.from })
  return assignmentId
}

async function decline(
  tx: Tx,
  who: Caller,
  request: HelpRequest,
  offerId: number,
  reason: string | undefined,
  now: Date,
): Promise<{ assignmentId: null }> {
  await settleOffers(tx, [offerId], 'declined', reason ?? null, now)
  if (reason === 'knowsParty') await noteAcquaintance(tx, who.personId, request)
  await afterRefusal(tx, request, { kind: 'decline', actor: 'volunteer', personId: who.personId }, now)
  return { assignmentId: null }
}
