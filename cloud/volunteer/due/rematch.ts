import type { Tx } from '../../platform/database'
import type { Services } from '../../platform/operations'
import type { HelpRequest } from '../life/queries'
import { lockLooking, updateHelpRequest } from '../life/queries'
import type { Match } from '../match/answer'
import { everybody } from '../match/keep'
import { match, matchRoster } from '../match/match'
import { buildRoster } from '../match/roster'
import { openPool, type Pool } from '../pool/matcher'
import { selectWanted } from '../pool/queries'
import { requestOf, type WantedRow } from '../pool/rules'
import { insertRun, selectSentOffers } from '../pool/run-queries'
import { settleOffers } from '../seek/queries'
import { placesOf } from '../seek/rules'
import { askThem, offerOf } from '../seek/seek'
import { tellPeople } from '../tell-sides'

/** Offers that have to be answered sooner than this are left alone: somebody may have the phone in his hand. Milliseconds. */
const beingRead = 10 * 60_000

/** What a round did. */
export interface Rematched {
  runId: number
  places: number
  filled: number
  done: { helpRequestId: number; did: string }[]
}

/**
 * One round over the whole pool: the optimum for everybody who is looked for, among everybody who is free. Nothing that was accepted moves. Offers that were sent stay too, unless a
 * plan without them fills more places (weighted by urgency); then those that are not part of it are taken back, and their people told. Undefined when nobody is looked for.
 */
export async function rematch(tx: Tx, services: Services, now: Date): Promise<Rematched | undefined> {
  const pool = await openPool(tx, services, now)
  // Those that somebody works on at this moment are left out: nobody waits for the round.
  const free = new Map((await lockLooking(tx)).map((h) => [h.helpRequestId, h]))
  const wanted = (await selectWanted(tx)).filter((row) => free.has(row.requestId) && row.urgency !== 'now')
  if (wanted.length === 0) return undefined
  const movable = new Map(
    (await selectSentOffers(tx, new Date(now.getTime() + beingRead)))
      .filter((offer) => free.has(offer.helpRequestId))
      .map((offer) => [offer.offerId, offer]),
  )
  const kept = plan(pool, wanted, now)
  // What fills every place cannot be bettered.
  const moved =
    movable.size === 0 || kept.unmet.length === 0 ? undefined : planWithout(pool, wanted, [...movable.values()], now)
  const better = moved && moved.objective.filled > kept.objective.filled + weightOf(pool, free, [...movable.values()])
  const chosen = better ? moved : kept
  const done: { helpRequestId: number; did: string }[] = []
  const planned = new Set(chosen.assignments.map((one) => `${one.requestId}/${one.volunteerId}`))
  const staying = new Set<string>()
  if (better)
    for (const offer of movable.values()) {
      const pair = `${offer.helpRequestId}/${offer.personId}`
      if (planned.has(pair)) {
        staying.add(pair)
        continue
      }
      await settleOffers(tx, [offer.offerId], 'withdrawn', 'betterPlan', now)
      const request = free.get(offer.helpRequestId) as HelpRequest
      await tellPeople(tx, request, [offer.personId], 'helpOfferGone', { offerId: offer.offerId, reason: 'betterPlan' })
      done.push({ helpRequestId: offer.helpRequestId, did: 'withdrawn' })
    }
  let sent = 0
  for (const [id, request] of free) {
    const offers = chosen.assignments
      .filter((one) => Number(one.requestId) === id && !staying.has(`${one.requestId}/${one.volunteerId}`))
      .map((one) => offerOf(one, pool.origin))
    const unmet = chosen.unmet.find((one) => Number(one.requestId) === id)
    const unmetPlaces = unmet ? placesOf(unmet, pool.origin) : null
    if (offers.length === 0) {
      if (unmet) await updateHelpRequest(tx, id, request.status, { unmetPlaces }, now)
      continue
    }
    await askThem(tx, request, offers, { settings: pool.settings, unmetPlaces }, now)
    sent += offers.length
    done.push({ helpRequestId: id, did: 'asked' })
  }
  const volunteers = everybody(pool.index).length
  const runId = await insertRun(tx, chosen, { volunteers, requests: wanted.length, sent }, now)
  return { runId, filled: chosen.placesFilled, places: chosen.places, done }
}

const requestsOf = (pool: Pool, rows: readonly WantedRow[], now: Date) =>
  rows.flatMap((row) => requestOf(row, pool.origin, now) ?? [])

/** The optimum beside everything that was accepted or sent. */
function plan(pool: Pool, wanted: readonly WantedRow[], now: Date): Match {
  const { index } = pool
  const roster = index.stale.size > 0 ? buildRoster(everybody(index), index.rule) : index.settled
  return matchRoster(roster, requestsOf(pool, wanted, now), pool.weights)
}

type Sent = { offerId: number; helpRequestId: number; personId: number }

/** The optimum if these offers had not been sent. */
function planWithout(pool: Pool, wanted: readonly WantedRow[], sent: readonly Sent[], now: Date): Match {
  const rows = wanted.map((row) => {
    const own = sent.filter((offer) => offer.helpRequestId === row.requestId)
    const people = new Set(own.map(({ personId }) => personId))
    return own.length === 0
      ? row
      : {
          ...row,
          missing: row.missing + own.length,
          without: row.without.filter((id) => !people.has(id)),
          agreed: row.accepted > 0 ? row.agreed : null,
        }
  })
  const people = pool.everybodyWithout(new Set(sent.map(({ offerId }) => offerId)))
  return match(people, requestsOf(pool, rows, now), pool.weights, pool.distance)
}

/** What the places weigh that the offers stand for. */
const weightOf = (pool: Pool, free: ReadonlyMap<number, HelpRequest>, sent: readonly Sent[]): number =>
  sent.reduce((sum, offer) => sum + pool.weights.urgency[(free.get(offer.helpRequestId) as HelpRequest).urgency], 0)
