import fc from 'fast-check'
import {
  type HouseholdPlace,
  type HubPlace,
  metresBetween,
  nearestHubs,
  proposeMoves,
} from '../../cloud/hub/assign/rules'

/** The assignment against every plan there is, on neighbourhoods small enough to try them all. */

// A hundredth of a degree is about a kilometre; the reach is five on foot.
const place = fc.record({
  lat: fc.integer({ min: 0, max: 40 }).map((n) => 30.5 + n / 1000),
  lng: fc.integer({ min: 0, max: 40 }).map((n) => 120.5 + n / 1000),
})
const reach = 2500

const neighbourhood = fc
  .record({
    hubs: fc.array(fc.record({ at: place, room: fc.nat(3), open: fc.boolean() }), { minLength: 1, maxLength: 3 }),
    homes: fc.array(fc.record({ at: place, hub: fc.option(fc.nat(2)), hard: fc.boolean() }), { maxLength: 6 }),
  })
  .map(({ hubs, homes }) => {
    const households: HouseholdPlace[] = homes.map(({ at, hub, hard }, n) => ({
      ...at,
      householdId: n + 1,
      reason: hard ? 'difficulty' : 'neighbour',
      hubId: hub === null || hub >= hubs.length ? null : hub + 1,
    }))
    const places: HubPlace[] = hubs.map(({ at, room, open }, n) => ({
      ...at,
      hubId: n + 1,
      room,
      open,
      households: households.filter((one) => one.hubId === n + 1).length,
    }))
    return { households, hubs: places }
  })

/** Every way to give each household one of its choices. */
function* plans(choices: readonly (readonly (number | null)[])[]): Generator<(number | null)[]> {
  const [first, ...rest] = choices
  if (!first) return yield []
  for (const tail of plans(rest)) for (const one of first) yield [one, ...tail]
}
const load = (plan: readonly (number | null)[], hubId: number) => plan.filter((one) => one === hubId).length

it('gives as many as possible the nearest hub, never beyond its room or its reach', () => {
  fc.assert(
    fc.property(neighbourhood, ({ households, hubs }) => {
      const orphans = households.filter((one) => one.hubId === null)
      const links = nearestHubs(orphans, hubs, reach)
      const near = (one: HouseholdPlace, hub: HubPlace) => metresBetween(one, hub)
      const able = orphans.map((one) => [
        null,
        ...hubs.filter((hub) => hub.open && near(one, hub) <= reach).map((hub) => hub.hubId),
      ])
      const worth = (plan: readonly (number | null)[]) => {
        if (hubs.some((hub) => load(plan, hub.hubId) > Math.max(0, hub.room - hub.households))) return [-1, 0] as const
        let [filled, points] = [0, 0]
        plan.forEach((hubId, n) => {
          const one = orphans[n] as HouseholdPlace
          if (hubId === null) return
          filled += one.reason === 'difficulty' ? 2 : 1
          points += Math.round(8000 * Math.max(0, 1 - near(one, hubs[hubId - 1] as HubPlace) / reach))
        })
        return [filled, points] as const
      }
      const best = [...plans(able)].map(worth).sort((a, b) => b[0] - a[0] || b[1] - a[1])[0]
      const given = orphans.map((one) => links.find((link) => link.householdId === one.householdId)?.hubId ?? null)
      expect(given.every((hubId, n) => able[n]?.includes(hubId))).toBe(true)
      expect(worth(given)).toEqual(best)
    }),
    { numRuns: 150 },
  )
})

it('moves the fewest households that make room for everybody', () => {
  fc.assert(
    fc.property(neighbourhood, ({ households, hubs }) => {
      const { moves, orphanedAfter, overloadedAfter } = proposeMoves(households, hubs, reach)
      const farthest = Math.ceil(
        Math.max(
          reach,
          ...households.flatMap((one) =>
            one.hubId === null ? [] : [metresBetween(one, hubs[one.hubId - 1] as HubPlace) + 1],
          ),
        ),
      )
      const capacity = (hub: HubPlace) => (hub.open ? hub.room : hub.households)
      const able = households.map((one) => [
        null,
        ...hubs
          .filter((hub) => (hub.open || hub.hubId === one.hubId) && metresBetween(one, hub) <= farthest)
          .map((hub) => hub.hubId),
      ])
      // First whom a hub has room for, then who stays where he is.
      const worth = (plan: readonly (number | null)[]) =>
        hubs.some((hub) => load(plan, hub.hubId) > capacity(hub))
          ? ([-1, 0] as const)
          : ([
              plan.filter((hubId) => hubId !== null).length,
              plan.filter((hubId, n) => hubId !== null && hubId === households[n]?.hubId).length,
            ] as const)
      const [placed, staying] = [...plans(able)].map(worth).sort((a, b) => b[0] - a[0] || b[1] - a[1])[0] as [
        number,
        number,
      ]
      expect(moves.length).toBe(placed - staying)
      const after = households.map(
        (one) => moves.find((move) => move.householdId === one.householdId)?.hubId ?? one.hubId,
      )
      expect(orphanedAfter).toBe(after.filter((hubId) => hubId === null).length)
      expect(overloadedAfter).toBe(hubs.filter((hub) => load(after, hub.hubId) > hub.room).length)
      // Nobody who had a hub is without one afterwards.
      households.forEach((one, n) => {
        if (one.hubId !== null) expect(after[n]).not.toBeNull()
      })
    }),
    { numRuns: 150 },
  )
})

it('proposes the same whatever the order', () => {
  fc.assert(
    fc.property(neighbourhood, ({ households, hubs }) => {
      expect(proposeMoves([...households].reverse(), [...hubs].reverse(), reach).moves).toEqual(
        proposeMoves(households, hubs, reach).moves,
      )
    }),
    { numRuns: 30 },
  )
})
