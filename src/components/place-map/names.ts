import type { Point } from './projection'

/** A name that is to be written on a map: its anchor, pixels. */
interface Named extends Point {
  key: string
  name: string
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** Lines need this much more than their characters. */
const leading = 1.5

/**
 * Where the names of areas are written, by their keys: the middle of each, pixels. A name stands above its anchor, or else below it, farther from
 * it, or a little beside it, where it covers neither another name nor a circle. Where there is no such room it may lie under a circle, never on a
 * name: then it is left out. `size` is that of a character, `clear` the half-width of a circle.
 */
export function namePlaces(
  regions: readonly Named[],
  circles: readonly Point[],
  size: number,
  clear: number,
): Map<string, Point> {
  const height = size * leading
  const near = clear + height / 2
  const written: Box[] = []
  const found = new Map<string, Point>()
  for (const { key, name, x, y } of regions) {
    const half = (name.length * size) / 2
    const boxAt = (p: Point): Box => ({
      left: p.x - half,
      right: p.x + half,
      top: p.y - height / 2,
      bottom: p.y + height / 2,
    })
    const onName = (p: Point) => written.some((other) => overlap(boxAt(p), other))
    const onCircle = (p: Point) => circles.some((circle) => reaches(boxAt(p), circle, clear))
    const places = [-near, near, -2 * near, 2 * near].flatMap((dy) =>
      [0, -half, half].map((dx) => ({ x: x + dx, y: y + dy })),
    )
    const place = places.find((p) => !onName(p) && !onCircle(p)) ?? places.find((p) => !onName(p))
    if (!place) continue
    written.push(boxAt(place))
    found.set(key, place)
  }
  return found
}

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Whether a circle of this half-width reaches into the box. */
const reaches = ({ left, right, top, bottom }: Box, { x, y }: Point, clear: number) =>
  Math.hypot(x - Math.min(right, Math.max(left, x)), y - Math.min(bottom, Math.max(top, y))) < clear
