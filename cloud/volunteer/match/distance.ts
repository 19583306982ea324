import type { DistanceRule, Place } from './model'

/** Mean radius of the earth (IUGG). */
export const earthMetres = 6_371_008.8

/** A place as a unit vector: x, y, z. The angle between two of them is the great circle, without trigonometry for each pair but one asin. */
export function unitVector({ latitude, longitude }: Place): [number, number, number] {
  const phi = (latitude * Math.PI) / 180
  const lambda = (longitude * Math.PI) / 180
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)]
}

/** Metres on foot between two unit vectors: great circle by the chord (exact also for near places) times the walking factor. */
export function walkMetres(
  ax: number,
  ay: number,
  az: number,
  bx: number,
  by: number,
  bz: number,
  rule: DistanceRule,
): number {
  return metresOfChord((ax - bx) ** 2 + (ay - by) ** 2 + (az - bz) ** 2, rule)
}

/** As walkMetres, from the squared chord between the two. */
export const metresOfChord = (squared: number, rule: DistanceRule): number =>
  2 * earthMetres * Math.asin(Math.min(1, Math.sqrt(squared) / 2)) * rule.walkingFactor

/** The squared chord between two unit vectors that are so many metres apart on foot; Infinity from half way around the earth. */
export function squaredChord(metres: number, rule: DistanceRule): number {
  const angle = metres / rule.walkingFactor / earthMetres
  return angle < Math.PI ? 4 * Math.sin(angle / 2) ** 2 : Number.POSITIVE_INFINITY
}
