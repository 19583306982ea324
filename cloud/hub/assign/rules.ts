import type { LinkReason } from '../../../types/hub'
import { unitVector, walkMetres } from '../../volunteer/match/distance'
import { match } from '../../volunteer/match/match'
import {
  type DistanceRule,
  defaultDistance,
  type HelpRequest,
  type Volunteer,
  type Weights,
} from '../../volunteer/match/model'

/**
 * Which hub looks after which household, by the engine that matches volunteers: households are requests for one person, hubs are volunteers with a capacity.
 * Time plays no part: each household has a minute of its own, in which every hub is free, and nobody needs time to walk.
 */

export interface HouseholdPlace {
  householdId: number
  lat: number
  lng: number
  reason: LinkReason
  /** The hub it has. */
  hubId: number | null
}

export interface HubPlace {
  hubId: number
  lat: number
  lng: number
  households: number
  room: number
  /** False: paused. It keeps whom it has and gets nobody new. */
  open: boolean
}

export interface Link {
  householdId: number
  hubId: number
  /** On foot, metres. */
  metres: number
}

const rule: DistanceRule = { ...defaultDistance, metresPerMinute: 1e9 }

const nothing = {
  dialect: 0,
  skillLevel: 0,
  rested: 0,
  restedAfter: 1,
  answers: 0,
  servedWell: 0,
  sameSex: 0,
  wished: 1,
}
const home = { province: 0, city: 0, county: 0, township: 0, village: 0 }

/**
 * The nearest hub with room for each household without one, none beyond its room. Where there is too little room, as many households as possible, and one in difficulty
 * counts for two others; of plans that are as good, the one that spreads the load.
 */
export function nearestHubs(
  households: readonly HouseholdPlace[],
  hubs: readonly HubPlace[],
  reachMetres: number,
): Link[] {
  const weights = {
    ...nothing,
    home,
    urgency: { now: 1, today: 1, thisWeek: 2, planned: 1 },
    near: 8000,
    farMetres: reachMetres,
  }
  const volunteers = hubs
    .filter((hub) => hub.open && hub.households < hub.room)
    .map((hub) => volunteerOf(hub, hub.room - hub.households, reachMetres, households.length))
  const requests = households.map((one, n) =>
    requestOf(one, n, one.reason === 'difficulty' ? 'thisWeek' : 'planned', []),
  )
  return linksOf(volunteers, requests, weights, households, hubs)
}

/** Staying weighs more than every nearness that up to a hundred moves could gain together: (2k + 1) · 40 < 8100 for k = 100. */
const stay = 8100
const nearness = 40

export interface Proposal {
  moves: (Link & { from: number | null })[]
  /** Households without a hub, and hubs with more than their room, once it is carried out. */
  orphanedAfter: number
  overloadedAfter: number
}

/**
 * Moves the fewest households so that as many as possible have a hub and as few as possible are beyond a hub's room: the optimum of the engine over all households of
 * these hubs, in which staying outweighs nearness. Whom no hub has room for stays where he is.
 */
export function proposeMoves(
  households: readonly HouseholdPlace[],
  hubs: readonly HubPlace[],
  reachMetres: number,
): Proposal {
  const place = new Map(hubs.map((hub) => [hub.hubId, hub]))
  // Whoever is linked by hand from far away may stay: the reach is as far as the farthest goes.
  const reach = Math.ceil(
    households.reduce((most, one) => {
      const hub = one.hubId === null ? undefined : place.get(one.hubId)
      return hub ? Math.max(most, metresBetween(one, hub) + 1) : most
    }, reachMetres),
  )
  const weights = {
    ...nothing,
    home,
    urgency: { now: 1, today: 1, thisWeek: 1, planned: 1 },
    near: nearness,
    farMetres: reach,
    servedWell: stay - nearness,
  }
  const has = new Map<number, number[]>()
  for (const { householdId, hubId } of households)
    if (hubId !== null) has.set(hubId, [...(has.get(hubId) ?? []), householdId])
  const paused = hubs.filter((hub) => !hub.open).map((hub) => hub.hubId)
  const volunteers = hubs.map((hub) =>
    volunteerOf(hub, hub.open ? hub.room : hub.households, reach, households.length, has.get(hub.hubId)),
  )
  const requests = households.map((one, n) =>
    requestOf(
      one,
      n,
      'planned',
      paused.filter((hubId) => hubId !== one.hubId),
    ),
  )
  const before = new Map(households.map((one) => [one.householdId, one.hubId]))
  const moves = linksOf(volunteers, requests, weights, households, hubs)
    .map((link) => ({ ...link, from: before.get(link.householdId) ?? null }))
    .filter((link) => link.from !== link.hubId)
  const after = new Map(before)
  for (const { householdId, hubId } of moves) after.set(householdId, hubId)
  const load = new Map<number, number>()
  for (const hubId of after.values()) if (hubId !== null) load.set(hubId, (load.get(hubId) ?? 0) + 1)
  return {
    moves,
    orphanedAfter: [...after.values()].filter((hubId) => hubId === null).length,
    overloadedAfter: hubs.filter((hub) => (load.get(hub.hubId) ?? 0) > hub.room).length,
  }
}

const hubKey = (hubId: number) => `b${hubId}`
const householdKey = (householdId: number) => `h${householdId}`
const idOf = (key: string) => Number(key.slice(1))

/** Minute 2n + 1 is that of household n; between two of them lies a minute. */
const minuteOf = (n: number) => 2 * n + 1

const volunteerOf = (
  hub: HubPlace,
  capacity: number,
  radiusMetres: number,
  minutes: number,
  own: readonly number[] = [],
): Volunteer => ({
  id: hubKey(hub.hubId),
  at: { latitude: hub.lat, longitude: hub.lng },
  radiusMetres,
  skills: [],
  homeArea: '',
  dialects: [],
  free: [{ from: 0, to: minuteOf(minutes) + 2 }],
  busy: [],
  minutesLeft: [],
  capacity: Math.max(0, capacity),
  served: hub.households,
  answerRate: 1,
  blocks: [],
  knows: [],
  servedWell: own.map(householdKey),
  automatic: true,
})

const requestOf = (
  one: HouseholdPlace,
  n: number,
  urgency: 'thisWeek' | 'planned',
  without: readonly number[],
): HelpRequest => ({
  id: householdKey(one.householdId),
  requester: householdKey(one.householdId),
  urgency,
  at: { latitude: one.lat, longitude: one.lng },
  windows: [{ from: minuteOf(n), to: minuteOf(n) + 1 }],
  minutes: 0,
  people: 1,
  skills: [],
  risky: false,
  homeArea: '',
  dialects: [],
  wishes: {},
  without: without.map(hubKey),
  parties: [],
})

function linksOf(
  volunteers: Volunteer[],
  requests: HelpRequest[],
  weights: Weights,
  households: readonly HouseholdPlace[],
  hubs: readonly HubPlace[],
): Link[] {
  if (volunteers.length === 0 || requests.length === 0) return []
  const [from, to] = [
    new Map(households.map((one) => [one.householdId, one])),
    new Map(hubs.map((one) => [one.hubId, one])),
  ]
  return match(volunteers, requests, weights, rule)
    .assignments.map(({ requestId, volunteerId }) => {
      const [householdId, hubId] = [idOf(requestId), idOf(volunteerId)]
      const metres = Math.round(metresBetween(from.get(householdId) as HouseholdPlace, to.get(hubId) as HubPlace))
      return { householdId, hubId, metres }
    })
    .sort((a, b) => a.householdId - b.householdId)
}

/** Metres on foot. */
export function metresBetween(a: { lat: number; lng: number }, b: { lat: number; lng: number }): number {
  const [one, other] = [
    unitVector({ latitude: a.lat, longitude: a.lng }),
    unitVector({ latitude: b.lat, longitude: b.lng }),
  ]
  return walkMetres(...one, ...other, rule)
}
