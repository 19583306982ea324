import type { hub } from '../../../types/hub'
import { areasWithin, selectServedAreas } from '../../people/scope'
import { open, seal } from '../../platform/crypto'
import type { Tx } from '../../platform/database'
import { refuse } from '../../platform/fault'
import type { Call, Handlers } from '../../platform/operations'
import { idAfter, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import { assignNearest, tellConcerned } from '../assign/assign'
import { endLinks, insertLinks, lockLinks } from '../assign/queries'
import { endPromisesTo } from '../diary/promise-queries'
import { readHouseholds } from '../file/read'
import { doorHash, doorHashes } from './door'
import * as queries from './queries'
import { takeInHouseholds } from './take-in'

type HouseholdOperations = Pick<
  Handlers<typeof hub>,
  | 'registerHousehold'
  | 'importHouseholds'
  | 'households'
  | 'myHouseholds'
  | 'revealHousehold'
  | 'changeHousehold'
  | 'linkHousehold'
  | 'endHousehold'
>

/** Problems an answer carries; nobody reads more at once. */
const mostProblems = 200

/** Households come, move, are given to a hub and end; never is one without a hub and nobody says so. */
export const householdOperations: HouseholdOperations = {
  async registerHousehold(tx, who, input, call) {
    const { areaCode, people, phone, reason } = input
    await lockLinks(tx)
    const place = await placeOf(tx, who.personId, input, call)
    if (typeof place === 'string') return refuse(place)
    const { field } = call.services.keys
    const [householdId = 0] = await queries.insertHouseholds(
      tx,
      [{ areaCode, people, reason, ...place, phoneCipher: phone === undefined ? null : seal(field, phone) }],
      who.personId,
      call.now,
    )
    await assignNearest(tx, [householdId], { news: true }, call.now)
    const of = await queries.selectHubOf(tx, householdId)
    call.audit({ target: `household:${householdId}`, areaCode, role: 'gridWorker', after: { people, hubId: of.hubId } })
    return { householdId, ...of }
  },

  async importHouseholds(tx, who, input, call) {
    const { rows, problems } = readHouseholds(Buffer.from(input.base64, 'base64'))
    const refused = (all: typeof problems) =>
      refuse('problems', { rows: all.slice(0, mostProblems), more: Math.max(0, all.length - mostProblems) })
    if (problems.length > 0) return refused(problems)
    const taken = await takeInHouseholds(tx, rows, { by: who.personId, keys: call.services.keys }, call.now)
    if ('problems' in taken) return refused(taken.problems)
    call.audit({ target: 'households', role: 'gridWorker', after: taken })
    return taken
  },

  async households(sql, who, input) {
    const served = await selectServedAreas(sql, who.personId, ['gridWorker', 'communityAdmin', 'supervisor'])
    const areas = areasWithin(served, input.areaCode)
    const filter = { hubId: input.hubId, orphaned: input.orphaned }
    const [rows, orphaned] = await Promise.all([
      queries.selectHouseholds(sql, areas, filter, idAfter(input.cursor), pageSize + 1),
      queries.countOrphans(sql, areas),
    ])
    return { ...toPage(rows, (row) => [row.householdId]), orphaned }
  },

  async myHouseholds(sql, who, input) {
    const rows = await queries.selectMyHouseholds(sql, who.personId, idAfter(input.cursor), pageSize + 1)
    return toPage(rows, (row) => [row.householdId])
  },

  async revealHousehold(sql, who, { householdId, task }, call) {
    const sealed = found(await queries.selectSealed(sql, who.personId, householdId))
    const { field } = call.services.keys
    call.audit({
      target: `household:${householdId}`,
      areaCode: sealed.areaCode,
      role: sealed.as,
      after: { read: 'door', task },
    })
    return {
      householdId,
      door: open(field, sealed.door),
      phone: sealed.phone && open(field, sealed.phone),
    }
  },

  async changeHousehold(tx, who, input, call) {
    // Before the household, as everybody does who moves one: two who wait for one another would wait for ever.
    if (input.movesTo) await lockLinks(tx)
    const one = found(await queries.lockHousehold(tx, who.personId, input.householdId))
    if (one.version !== input.version) return refuse('changedMeanwhile')
    const place = input.movesTo && (await placeOf(tx, who.personId, input.movesTo, call, one.householdId))
    if (typeof place === 'string') return refuse(place)
    const { field } = call.services.keys
    await queries.updateHousehold(tx, one.householdId, {
      people: input.people,
      reason: input.reason,
      phoneCipher: input.phone === undefined || input.phone === null ? input.phone : seal(field, input.phone),
      place: place && input.movesTo ? { ...place, areaCode: input.movesTo.areaCode } : undefined,
    })
    if (place) {
      await endLinks(tx, [one.householdId], call.now)
      await assignNearest(tx, [one.householdId], { news: true }, call.now)
    }
    const of = await queries.selectHubOf(tx, one.householdId)
    call.audit({
      target: `household:${one.householdId}`,
      areaCode: one.areaCode,
      role: 'gridWorker',
      before: { people: one.people, reason: one.reason, areaCode: one.areaCode, hubId: one.hubId },
      after: { people: input.people, reason: input.reason, areaCode: input.movesTo?.areaCode, hubId: of.hubId },
    })
    return { householdId: one.householdId, ...of }
  },

  async linkHousehold(tx, who, input, call) {
    await lockLinks(tx)
    const one = found(await queries.lockHousehold(tx, who.personId, input.householdId))
    if (one.version !== input.version) return refuse('changedMeanwhile')
    const to = found(await queries.selectOptionalHub(tx, input.hubId))
    if (to.closed) return refuse('hubClosed')
    if (one.hubId === to.hubId) return refuse('alreadyThere')
    await endLinks(tx, [one.householdId], call.now)
    const link = { householdId: one.householdId, hubId: to.hubId }
    await insertLinks(tx, [link], { how: 'byHand', by: who.personId, why: input.why }, call.now)
    await tellConcerned(tx, [one.householdId])
    call.audit({
      target: `household:${one.householdId}`,
      areaCode: one.areaCode,
      role: 'gridWorker',
      before: { hubId: one.hubId },
      after: { hubId: to.hubId, why: input.why },
    })
    return { ...link, hubName: to.name }
  },

  async endHousehold(tx, who, input, call) {
    await lockLinks(tx)
    const one = found(await queries.lockHousehold(tx, who.personId, input.householdId))
    if (one.version !== input.version) return refuse('changedMeanwhile')
    await endLinks(tx, [one.householdId], call.now)
    const promises = await endPromisesTo(tx, one.householdId, call.now)
    await queries.setEnded(tx, one.householdId, input.why, call.now)
    call.audit({
      target: `household:${one.householdId}`,
      areaCode: one.areaCode,
      role: 'gridWorker',
      before: { hubId: one.hubId },
      after: { ended: true, why: input.why, promises },
    })
    return {}
  },
}

/** Where a household is and how its door is stored; the refusal where the area is not mine, has no place, or the door is another household's. */
async function placeOf(
  tx: Tx,
  me: number,
  at: { areaCode: string; door: string; lat?: number | undefined; lng?: number | undefined },
  { services: { keys } }: Call,
  except?: number,
) {
  const [place] = await queries.selectPlaces(tx, me, [at.areaCode])
  if (!place) return 'outsideYourArea' as const
  const [lat, lng] = [at.lat ?? place.lat, at.lng ?? place.lng]
  if (lat === null || lng === null) return 'noPlace' as const
  const taken = await queries.selectTakenDoors(tx, doorHashes(keys, at.areaCode, at.door))
  if (taken.some((one) => one.householdId !== except)) return 'doorTaken' as const
  return { lat, lng, doorCipher: seal(keys.field, at.door), doorHash: doorHash(keys, at.areaCode, at.door) }
}
