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

interface Around {
  /** What names keep clear of, and the half-width of one, pixels. */
  circles: readonly Point[]
  clear: number
  /** Of a character, pixels. */
  size: number
  /** The part of the paper on which they can be read, pixels. */
  paper: Box
}

/**
 * Where the names of areas are written, by their keys: the middle of each, pixels. A name stands above its anchor, or else below it, farther from
 * it, or beside it, where it can be read and covers neither another name nor a circle. Where there is no such room it may lie under a circle,
 * or over the edge, never on a name: then it is left out.
 */
export function namePlaces(regions: readonly Named[], { circles, clear, size, paper }: Around): Map<string, Point> {
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
    const beside = half + clear
    const places = [-near, near, -2 * near, 2 * near, 0]
      .flatMap((dy) =>
        (dy ? [0, -half, half, -beside, beside] : [-beside, beside]).map((dx) => ({ x: x + dx, y: y + dy })),
      )
      .filter((p) => !onName(p))
    const readable = places.filter((p) => within(boxAt(p), paper))
    const [first] = [...readable.filter((p) => !onCircle(p)), ...readable, ...places]
    if (!first) continue
    written.push(boxAt(first))
    found.set(key, first)
  }
  return found
}

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
const within = (a: Box, b: Box) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom

/** Whether a circle of this half-width reaches into the box. */
const reaches = ({ left, right, top, bottom }: Box, { x, y }: Point, clear: number) =>
  Math.hypot(x - Math.min(right, Math.max(left, x)), y - Math.min(bottom, Math.max(top, y))) < clear
