import type { Span } from './model'

export type HomeLevel = 'province' | 'city' | 'county' | 'township' | 'village'

/** Why somebody was chosen: facts with their points, which add up to the score. */
export type Reason =
  | { kind: 'home'; level: HomeLevel; points: number }
  | { kind: 'dialect'; dialects: string[]; points: number }
  | { kind: 'near'; metres: number; walkMinutes: number; points: number }
  | { kind: 'skill'; skill: string; level: number; points: number }
  | { kind: 'rested'; served: number; points: number }
  | { kind: 'answers'; rate: number; points: number }
  | { kind: 'servedWell'; points: number }
  | { kind: 'sameSex'; points: number }

export interface Assignment {
  requestId: string
  volunteerId: string
  window: Span
  score: number
  reasons: Reason[]
}

/** The hard rules, in the order in which they are told. */
export const hardRules = [
  'automatic',
  'capacity',
  'out',
  'knowsParty',
  'skill',
  'certificate',
  'insurance',
  'sex',
  'age',
  'homeCounty',
  'dialect',
  'radius',
  'hours',
  'free',
  'busy',
] as const
export type HardRule = (typeof hardRules)[number]

/** Another time at which the request would be filled, and how many could come then. */
export interface OtherTime extends Span {
  volunteers: number
}

/** Places that stay empty, and what would fill them. */
export interface Unmet {
  requestId: string
  missing: number
  /** Who keeps every rule, and is needed more elsewhere. */
  takenElsewhere: number
  /** How many volunteers each rule excludes, whatever else does: skill of all, every other of those with the skills. */
  excluded: Partial<Record<HardRule, number>>
  /**
   * Single rules that would have to give way: how many volunteers are kept out by that rule alone and are free for it in this plan, and whether they are
   * enough for all missing places.
   */
  relaxations: { rule: HardRule; volunteers: number; fills: boolean }[]
  /** For `radius`: how far the nearest of them would walk if just enough of them came. */
  reachMetres?: number
  /** For `free`: times of the same length that fill it, earliest first, at most three. */
  otherTimes: OtherTime[]
}

/** What was reached, level by level. */
export interface Objective {
  /** (1) Places filled, weighted by urgency. */
  filled: number
  /** (2) Points. */
  score: number
  /** (3) Sum over volunteers of (served + new)² - served². */
  spread: number
  /** (4) Sum of the fingerprints of pairs and of empty places, which decides between equal plans. */
  tie: number
}

export interface Optimum {
  /** By request, then by volunteer. */
  assignments: Assignment[]
  objective: Objective
  places: number
  placesFilled: number
  /** Whether the search for the optimum was finished. Without that the plan keeps every rule, but a better one may exist. */
  proven: boolean
  /** What no plan exceeds: weighted places filled, and points of a plan that fills so many. The plan's own, if it is proven. */
  atMost: Pick<Objective, 'filled' | 'score'>
  /** Relaxations looked at. */
  nodes: number
}

export interface Match extends Optimum {
  /** By request: those with empty places. */
  unmet: Unmet[]
}
