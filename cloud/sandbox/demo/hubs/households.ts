import { hubWording } from '../../../hub/wording'
import { demoAreas } from '../areas'
import type { Chance } from '../random'

/** Who lives in 云溪县, as the grid workers wrote it down. */

export interface PlannedHousehold {
  areaCode: string
  door: string
  people: number
  phone: string | null
  reason: keyof typeof hubWording.reasons
  lat: number
  lng: number
}

/** In the first grid of 柳桥, next door to 黄志远: where the people live whom anybody can sign in as. */
export const namedHouseholds: readonly (PlannedHousehold & { openid: string })[] = [
  named('demo-wang', '柳桥路 8 号 302 室', 3, 'neighbour'),
  named('demo-li', '柳桥路 8 号 101 室', 1, 'difficulty'),
  named('demo-luo', '柳桥路 12 号 501 室', 2, 'neighbour'),
]

function named(openid: string, door: string, people: number, reason: PlannedHousehold['reason']) {
  return { openid, areaCode: '990101001001001', door, people, phone: null, reason, lat: 30.514, lng: 120.687 }
}

const reasons = [
  ...Array<PlannedHousehold['reason']>(12).fill('neighbour'),
  ...(['relative', 'relative', 'difficulty', 'difficulty', 'other'] as const),
]

/** A hamlet above 岭下村, farther from every hub than anybody walks: nobody looks after it yet. */
const hamlet = { name: '老虎岩', areaCode: '990101002004005', lat: 30.601, lng: 120.581, households: 5 }

/** The households, `many` with those that have a name. The same ones every time. */
export function planHouseholds(c: Chance, many: number): PlannedHousehold[] {
  const grids = demoAreas().filter((area) => area.code.length === 15)
  const orphans = Math.min(hamlet.households, Math.ceil(many / 100))
  const spread = many - namedHouseholds.length - orphans
  const doors = new Map<string, Set<string>>()
  const doorIn = (areaCode: string, village: boolean): string => {
    const taken = doors.get(areaCode) ?? new Set(namedHouseholds.map(({ door }) => door))
    doors.set(areaCode, taken)
    for (;;) {
      const door = village
        ? `${c.between(1, 180)} 号`
        : `${c.between(1, 18)} 幢 ${c.between(1, 3)} 单元 ${c.between(1, 6)}0${c.between(1, 4)} 室`
      if (taken.has(door)) continue
      taken.add(door)
      return door
    }
  }
  const valley = Array.from({ length: spread }, (_, n) => {
    const grid = grids[n % grids.length] as (typeof grids)[number]
    return {
      areaCode: grid.code,
      door: doorIn(grid.code, Number(grid.code.slice(9, 12)) > 1 && !grid.code.startsWith('990101001')),
      people: c.pick([1, 2, 2, 3, 3, 3, 4, 5]),
      // 100 is no prefix of any network: nobody is ever rung up.
      phone: c.between(1, 10) <= 7 ? `1000573${String(c.between(0, 9999)).padStart(4, '0')}` : null,
      reason: c.pick(reasons),
      lat: thousandth((grid.lat as number) + (c.next() - 0.5) * 0.003),
      lng: thousandth((grid.lng as number) + (c.next() - 0.5) * 0.003),
    }
  })
  const above = Array.from({ length: orphans }, (_, n) => ({
    areaCode: hamlet.areaCode,
    door: `${hamlet.name} ${n + 1} 号`,
    people: c.between(1, 3),
    phone: null,
    reason: n < 2 ? ('difficulty' as const) : ('other' as const),
    lat: hamlet.lat,
    lng: hamlet.lng,
  }))
  return [...valley, ...above]
}

/** The table that a grid worker takes them in from. */
export function tableOf(households: readonly PlannedHousehold[]): string {
  const { areaCode, door, people, phone, reason, lat, lng } = hubWording.columns
  const rows = households.map((one) =>
    [one.areaCode, one.door, one.people, one.phone ?? '', hubWording.reasons[one.reason], one.lat, one.lng].join(','),
  )
  return Buffer.from(`${[areaCode, door, people, phone, reason, lat, lng].join(',')}\n${rows.join('\n')}\n`).toString(
    'base64',
  )
}

const thousandth = (n: number) => Math.round(n * 1000) / 1000
