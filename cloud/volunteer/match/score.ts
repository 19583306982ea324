import type { HomeLevel, Reason } from './answer'
import type { Ask } from './ask'
import { hasBit } from './bit-set'
import type { Strength, Weights } from './model'
import { metresTo } from './rules'

/** A candidate's key has thirteen bits for points. */
export const topScore = 8191

const homeLevels: HomeLevel[] = ['province', 'city', 'county', 'township', 'village']

/** Points of a volunteer for an ask, at a distance: what the reasons add up to. */
export function scoreOf(ask: Ask, weights: Weights, slot: number, metres: number): number {
  const { roster, request } = ask
  let points =
    homePoints(ask, weights, homeDepth(ask, slot)) +
    nearPoints(weights, metres) +
    restedPoints(weights, roster.served[slot] as number) +
    Math.round(weights.answers * (roster.answerRate[slot] as number))
  if (hasBit(ask.speaking, slot)) points += times(weights, request.wishes.dialect, weights.dialect)
  if (ask.servedWell.size && ask.servedWell.has(slot)) points += weights.servedWell
  if (sexCounts(ask, slot)) points += weights.sameSex
  for (const { column } of ask.needs) points += weights.skillLevel * (column.level[slot] as number)
  return points
}

/** The same points, each with its fact; what brings no points is left out. */
export function reasonsOf(ask: Ask, weights: Weights, slot: number): Reason[] {
  const { roster, request } = ask
  const one = roster.people[slot] as (typeof roster.people)[number]
  const metres = metresTo(ask, slot)
  const depth = homeDepth(ask, slot)
  const reasons: Reason[] = []
  if (depth >= 0)
    reasons.push({ kind: 'home', level: homeLevels[depth] as HomeLevel, points: homePoints(ask, weights, depth) })
  const dialects = one.dialects.filter((spoken) => request.dialects.includes(spoken))
  if (dialects.length)
    reasons.push({ kind: 'dialect', dialects, points: times(weights, request.wishes.dialect, weights.dialect) })
  reasons.push({
    kind: 'near',
    metres: Math.round(metres),
    walkMinutes: Math.ceil(metres / roster.rule.metresPerMinute),
    points: nearPoints(weights, metres),
  })
  for (const { skill } of request.skills) {
    const level = one.skills.find((own) => own.skill === skill)?.level ?? 0
    reasons.push({ kind: 'skill', skill, level, points: weights.skillLevel * level })
  }
  const served = roster.served[slot] as number
  reasons.push({ kind: 'rested', served, points: restedPoints(weights, served) })
  reasons.push({ kind: 'answers', rate: one.answerRate, points: Math.round(weights.answers * one.answerRate) })
  if (ask.servedWell.has(slot)) reasons.push({ kind: 'servedWell', points: weights.servedWell })
  if (sexCounts(ask, slot)) reasons.push({ kind: 'sameSex', points: weights.sameSex })
  return reasons.filter(({ points }) => points > 0)
}

/** The deepest level of the home area that both share: 0 province … 4 village; -1 none. */
function homeDepth(ask: Ask, slot: number): number {
  const { home } = ask.roster
  for (let depth = 4; depth >= 0; depth--)
    if (ask.home[depth] !== -1 && home[5 * slot + depth] === ask.home[depth]) return depth
  return -1
}

/** Closeness counts more where the same county was wished for and is met. */
const homePoints = (ask: Ask, weights: Weights, depth: number): number =>
  depth < 0
    ? 0
    : times(
        weights,
        depth >= 2 ? ask.request.wishes.homeCounty : undefined,
        weights.home[homeLevels[depth] as HomeLevel],
      )

const times = (weights: Weights, wish: Strength | undefined, points: number): number =>
  wish ? points * weights.wished : points

const nearPoints = (weights: Weights, metres: number): number =>
  Math.round(weights.near * Math.max(0, 1 - metres / weights.farMetres))

const restedPoints = (weights: Weights, served: number): number =>
  Math.round(weights.rested * Math.max(0, 1 - served / weights.restedAfter))

const sexCounts = (ask: Ask, slot: number): boolean =>
  ask.request.wishes.sameSex !== undefined && hasBit(ask.sameSex, slot)

/** Throws RangeError for weights that are not whole or could give more points than a key holds. */
export function checkWeights(weights: Weights): void {
  const { urgency, home, restedAfter, farMetres, ...rest } = weights
  const numbers = [...Object.values(urgency), ...Object.values(home), ...Object.values(rest)]
  if (numbers.some((weight) => !Number.isInteger(weight) || weight < 0))
    throw new RangeError('weights are whole numbers, not negative')
  if (restedAfter <= 0 || farMetres <= 0) throw new RangeError('restedAfter and farMetres are above zero')
  if (Object.values(urgency).some((weight) => weight < 1 || weight > 1024))
    throw new RangeError('an urgency weighs 1 to 1024')
}
