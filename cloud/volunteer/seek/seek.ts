import type { MatchReason } from '../../../types/volunteer'
import { dayOf } from '../../deadlines/working-days'
import { selectAreaName } from '../../people/scope'
import type { Tx } from '../../platform/database'
import type { Services } from '../../platform/operations'
import { moveHelp } from '../life/move'
import { type Changes, type HelpRequest, updateHelpRequest } from '../life/queries'
import { isHelpStep } from '../life/rules'
import type { Assignment } from '../match/answer'
import { explainOne, matchOne } from '../match/keep'
import { waitsForConsent } from '../mediation/queries'
import { openPool } from '../pool/matcher'
import { selectSettings, selectWanted } from '../pool/queries'
import { instantOf, requestOf } from '../pool/rules'
import { tellPeople, tellRequester } from '../tell-sides'
import * as queries from './queries'
import { answerBy, escalationAfter, placesOf, staffDeadline } from './rules'

/**
 * Looks for people for one request at once and asks them: the best for each place that is missing, or, when it is urgent, the best few for the first who says yes. Under the
 * request's lock; takes the county's lock. Where nobody can come, the requester and whoever answers for it are told why, and it stays in the pool. A dispute whose
 * other side has not agreed yet stays as it is.
 */
export async function seek(tx: Tx, before: HelpRequest, services: Services, now: Date): Promise<HelpRequest> {
  if (before.kind === 'mediation' && (await waitsForConsent(tx, before.helpRequestId))) return before
  const pool = await openPool(tx, services, now)
  const request = await begin(tx, before, now)
  const [wanted] = await selectWanted(tx, request.helpRequestId)
  if (!wanted || wanted.missing < 1) return request
  const asked = requestOf(wanted, pool.origin, now)
  if (!asked) return nobodyLeft(tx, request, 'timeIsUp', null, now)
  const several = request.urgency === 'now' ? Math.max(0, pool.settings.nowBest - asked.people) : 0
  const answer = matchOne(pool.index, asked, pool.weights, several)
  const chosen = [...answer.chosen, ...answer.next]
  const short = answer.chosen.length < asked.people
  const unmet = short ? explainOne(pool.index, asked, answer) : undefined
  const places = unmet ? placesOf(unmet, pool.origin) : null
  if (chosen.length === 0)
    return nobodyLeft(tx, request, request.refusals > 0 ? 'nobodyAnswered' : 'nobodyAble', places, now)
  const offers = chosen.map((one) => offerOf(one, pool.origin))
  return askThem(tx, request, offers, { settings: pool.settings, unmetPlaces: places }, now)
}

/** A request that the engine may take up from here: nobody is asked at the moment. */
async function begin(tx: Tx, request: HelpRequest, now: Date): Promise<HelpRequest> {
  const set = { dueAt: new Date(now.getTime() + 60_000) }
  if (request.status === 'open' && request.automatic)
    return moveHelp(tx, request, { kind: 'match', actor: 'system', personId: null, set }, now)
  // Whoever was asked left, or the last offer was taken and another place is free.
  if (request.status === 'offered' && (await queries.selectCounts(tx, request.helpRequestId)).sent === 0)
    return moveHelp(tx, request, { kind: 'lookAgain', actor: 'system', personId: null, set }, now)
  return request
}

/** An assignment of the engine as an offer. */
export const offerOf = (one: Assignment, origin: Date): queries.NewOffer => ({
  personId: Number(one.volunteerId),
  from: instantOf(one.window.from, origin),
  until: instantOf(one.window.to, origin),
  score: one.score,
  reasons: one.reasons as MatchReason[],
})

interface Asking {
  settings: { answerMinutes: Record<'now' | 'today' | 'thisWeek' | 'planned', number> }
  unmetPlaces?: object | null
  /** By hand. */
  by?: number
  why?: string
}

/** Sends offers and tells those who get them: kind, coarse place and window; who asks and where the door is comes with the yes. */
export async function askThem(
  tx: Tx,
  request: HelpRequest,
  offers: readonly queries.NewOffer[],
  { settings, unmetPlaces = null, by, why }: Asking,
  now: Date,
): Promise<HelpRequest> {
  const begins = new Date(Math.min(...offers.map((one) => one.from.getTime())))
  const until = answerBy(request.urgency, settings.answerMinutes, begins, now)
  const hand = by === undefined ? {} : { by, why: why ?? '' }
  const ids = await queries.insertOffers(tx, request.helpRequestId, offers, { at: now, answerBy: until, ...hand })
  const { answerBy: first } = await queries.selectCounts(tx, request.helpRequestId)
  const kind = request.status === 'offered' ? 'offerMore' : 'offer'
  const after = await moveHelp(
    tx,
    request,
    {
      kind,
      actor: by === undefined ? 'system' : 'staff',
      personId: by ?? null,
      ...(why ? { why } : {}),
      facts: { asked: offers.length },
      set: { dueAt: first ?? until, unmetPlaces, unmetReason: null },
    },
    now,
  )
  const place = await selectAreaName(tx, request.areaCode)
  for (const [n, { personId, from }] of offers.entries())
    await tellPeople(tx, after, [personId], 'helpOffered', {
      offerId: ids[n] as number,
      startsAt: from,
      answerBy: until,
      place,
    })
  return after
}

/** Nobody can be asked. Whoever said yes already still comes; without anybody the owner finds another way. */
async function nobodyLeft(
  tx: Tx,
  request: HelpRequest,
  unmetReason: 'nobodyAble' | 'nobodyAnswered' | 'timeIsUp',
  unmetPlaces: object | null,
  now: Date,
): Promise<HelpRequest> {
  const { sent, coming, answerBy: first, begins } = await queries.selectCounts(tx, request.helpRequestId)
  if (sent > 0 || coming > 0 || !isHelpStep('giveUp', request.status)) {
    const dueAt = first ?? (request.status === 'unmet' ? request.dueAt : begins) ?? staffDeadline(request.urgency, now)
    return keep(tx, request, { unmetPlaces, dueAt }, now)
  }
  const after = await moveHelp(
    tx,
    request,
    {
      kind: 'giveUp',
      actor: 'system',
      personId: null,
      set: { unmetReason, unmetPlaces, dueAt: staffDeadline(request.urgency, now) },
    },
    now,
  )
  await tellRequester(tx, after, 'helpUnmet', {})
  await tellPeople(tx, after, [after.ownerId], 'helpToArrange', after.dueAt ? { dueAt: after.dueAt } : {})
  return after
}

/** Notes what was found without a step. */
async function keep(
  tx: Tx,
  request: HelpRequest,
  set: { unmetPlaces: object | null; dueAt: Date },
  now: Date,
): Promise<HelpRequest> {
  const version = await updateHelpRequest(tx, request.helpRequestId, request.status, set, now)
  return { ...request, ...set, version }
}

/**
 * After some refusals, by word or by silence, the team leader answers for the request, after more the community. Never nobody. Nothing is noted about whoever
 * refused.
 */
export async function escalateIfDue(tx: Tx, request: HelpRequest, now: Date): Promise<HelpRequest> {
  const escalation = escalationAfter(request.refusals, request.escalation, await selectSettings(tx))
  return escalation === 0 || escalation === request.escalation ? request : handUp(tx, request, escalation, now)
}

/** Somebody further up answers for it from now on: the leader of the team it belongs to (1), or the community (2). */
export async function handUp(
  tx: Tx,
  request: HelpRequest,
  escalation: 1 | 2,
  now: Date,
  set: Changes = {},
): Promise<HelpRequest> {
  const day = dayOf(now)
  const except = [request.requesterId, request.madeBy, ...(request.ownerId === null ? [] : [request.ownerId])]
  const leader = escalation === 1 ? await queries.selectOptionalLeader(tx, { ...request, except, day }) : undefined
  const ownerId = leader ?? (await queries.selectOptionalAdmin(tx, request.areaCode, except, day)) ?? request.ownerId
  const after = await moveHelp(
    tx,
    request,
    { kind: 'escalate', actor: 'system', personId: null, facts: { escalation }, set: { ...set, escalation, ownerId } },
    now,
  )
  await tellPeople(tx, after, [ownerId], 'helpToArrange', after.dueAt ? { dueAt: after.dueAt } : {})
  return after
}
