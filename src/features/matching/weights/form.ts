import * as v from 'valibot'
import { type MatchingWeights, weightsShape } from '../../../../types/volunteer'

/** The points of a match as they are typed: a flat list of numbers, by their path in the contract. */

export const parts = {
  urgency: ['urgency.now', 'urgency.today', 'urgency.thisWeek', 'urgency.planned'],
  home: ['home.village', 'home.township', 'home.county', 'home.city', 'home.province', 'dialect'],
  near: ['near', 'farMetres'],
  skill: ['skillLevel', 'servedWell', 'answers', 'sameSex'],
  fair: ['rested', 'restedAfter'],
  wish: ['wished'],
} as const
export type Part = keyof typeof parts
export type WeightPath = (typeof parts)[Part][number]
export const allPaths = Object.values(parts).flat() as WeightPath[]

export type Typed = Record<WeightPath, string>

const read = (weights: MatchingWeights, path: WeightPath): number => {
  const [head = '', tail] = path.split('.')
  const value = (weights as Record<string, unknown>)[head]
  return Number(tail === undefined ? value : (value as Record<string, number>)[tail])
}

export const typedOf = (weights: MatchingWeights): Typed =>
  Object.fromEntries(allPaths.map((path) => [path, String(read(weights, path))])) as Typed

/** What is typed as the contract has it; what is no number stays one that the schema refuses. */
export function weightsOf(typed: Typed): MatchingWeights {
  const found: Record<string, number | Record<string, number>> = {}
  for (const path of allPaths) {
    const [head = '', tail] = path.split('.')
    const text = typed[path].trim()
    const value = text === '' ? Number.NaN : Number(text)
    if (tail === undefined) found[head] = value
    else found[head] = { ...(found[head] as Record<string, number> | undefined), [tail]: value }
  }
  return found as unknown as MatchingWeights
}

/** What is wrong, by path, in the words of the contract. */
export function problemsOf(typed: Typed): Partial<Record<WeightPath, string>> {
  const { issues = [] } = v.safeParse(weightsShape, weightsOf(typed))
  return Object.fromEntries(issues.map((issue) => [v.getDotPath(issue) ?? '', issue.message]).reverse())
}

/** What is different between two versions. */
export const changesOf = (before: MatchingWeights, after: MatchingWeights) =>
  allPaths
    .map((path) => ({ path, from: read(before, path), to: read(after, path) }))
    .filter(({ from, to }) => from !== to)
