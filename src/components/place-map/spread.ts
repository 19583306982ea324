import { metresBetween, type Place, type Point, shifted } from './projection'

/** Places come rounded to about this much: anywhere within it is as true as its middle. */
const roundedMetres = 100
const goldenAngle = Math.PI * (3 - Math.sqrt(5))

/** What stands at exactly the same place is spread within what the place was rounded to, the same way each time. */
export function spread<T extends Place>(marks: readonly T[]): T[] {
  const at = new Map<string, T[]>()
  for (const mark of marks) {
    const key = `${mark.lat},${mark.lng}`
    at.set(key, [...(at.get(key) ?? []), mark])
  }
  const places = new Map<T, Place>()
  for (const together of at.values())
    for (const [n, mark] of together.entries()) {
      const far = together.length === 1 ? 0 : (roundedMetres / 2) * Math.sqrt((n + 0.5) / together.length)
      places.set(mark, shifted(mark, far * Math.cos(n * goldenAngle), far * Math.sin(n * goldenAngle)))
    }
  return marks.map((mark) => ({ ...mark, ...places.get(mark) }))
}

/** Circles closer than this cannot be told apart, pixels. */
export const apart = { normal: 48, elder: 76 }

export interface Cluster<T> extends Point {
  members: readonly T[]
}

/** Joins what lies closer than `least` pixels to what came before it; the chosen one always stands by itself. */
export function clusters<T extends Point>(
  points: readonly T[],
  least: number,
  isChosen: (point: T) => boolean,
): Cluster<T>[] {
  const found: (Point & { members: T[]; alone: boolean })[] = []
  for (const point of points) {
    const alone = isChosen(point)
    const near = alone ? undefined : found.find((c) => !c.alone && Math.hypot(c.x - point.x, c.y - point.y) < least)
    if (near) near.members.push(point)
    else found.push({ x: point.x, y: point.y, members: [point], alone })
  }
  return found
}

const [leastRing, mostRing] = [120, 1_500]

/** How far the ring of a region reaches, metres: half the way to the next one. */
export function ringMetres(region: Place, all: readonly Place[]): number {
  const others = all.filter((other) => other !== region).map((other) => metresBetween(region, other))
  return Math.min(mostRing, Math.max(leastRing, Math.min(...others, 2 * leastRing * 2) / 2))
}
