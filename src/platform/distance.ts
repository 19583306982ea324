export interface Position {
  lat: number
  lng: number
}

const earthRadius = 6_371_000
/** Streets are longer than the crow flies, and an unhurried walker makes 75 m a minute. */
const walkingFactor = 1.3
const metresAMinute = 75

/** Walking minutes between two places (great circle, haversine). */
export function walkingMinutes(a: Position, b: Position): number {
  const rad = Math.PI / 180
  const lat = Math.sin(((b.lat - a.lat) * rad) / 2) ** 2
  const lng = Math.sin(((b.lng - a.lng) * rad) / 2) ** 2
  const metres = 2 * earthRadius * Math.asin(Math.sqrt(lat + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * lng))
  return minutesOnFoot(metres * walkingFactor)
}

/** Walking minutes of a way, metres on foot. */
export const minutesOnFoot = (metres: number): number => Math.max(1, Math.round(metres / metresAMinute))
