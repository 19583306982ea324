import { metresBetween, type Place, type Point, toPoint } from '../../../components/place-map/projection'

/** The drawing of the way to a hub: two places to scale, in pixels from the middle of the paper. */

/** Room for the two places, pixels: the pin stands above its place, and both stay off the edge. */
const room = { across: 210, down: 40 }
/** Nothing is drawn larger than this, metres a pixel: places are known to about a hundred metres. */
const closest = 1.2
/** What one walks in five minutes, as the crow flies, metres. */
const fiveMinutes = 290
/** The pin takes room above its place. */
const lower = 16

export interface Drawing {
  at: Point
  from: Point | undefined
  /** Radii, the largest first. */
  rings: number[]
  length: number
  /** Of the way, radians. */
  turn: number
}

export function drawn(hub: Place, home: Place | undefined): Drawing {
  const other = home ?? hub
  const centre = { lat: (hub.lat + other.lat) / 2, lng: (hub.lng + other.lng) / 2 }
  const whole = { centre, metresPerPixel: 1, width: 0, height: 0 }
  const [a, b] = [toPoint(whole, other), toPoint(whole, hub)]
  const metresPerPixel = Math.max(closest, Math.abs(b.x - a.x) / room.across, Math.abs(b.y - a.y) / room.down)
  const scaled = ({ x, y }: Point) => ({ x: x / metresPerPixel, y: y / metresPerPixel + lower })
  const at = scaled(b)
  const from = home && scaled(a)
  const far = metresBetween(hub, other)
  const count = Math.min(6, Math.floor(far / fiveMinutes) + 2)
  return {
    at,
    from,
    rings: Array.from({ length: count }, (_, n) => Math.round(((count - n) * fiveMinutes) / metresPerPixel)),
    length: from ? Math.hypot(at.x - from.x, at.y - from.y) : 0,
    turn: from ? Math.atan2(at.y - from.y, at.x - from.x) : 0,
  }
}
