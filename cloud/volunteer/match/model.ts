/**
 * What the matching engine is told, as plain data. Instants are minutes since Monday 00:00, county time, of the first week that is planned, so that
 * week n is the minutes 10080·n … 10080·(n + 1) - 1; lengths are minutes, distances metres, places WGS-84 degrees.
 */
export interface Place {
  latitude: number
  longitude: number
}

/** From `from` until just before `to`. */
export interface Span {
  from: number
  to: number
}

export type Sex = 'female' | 'male'

export interface Volunteer {
  id: string
  at: Place
  /** How far he or she goes on foot, one way. */
  radiusMetres: number
  /** Level 1 … 3; certifiedUntil is absent where there is no valid certificate. */
  skills: { skill: string; level: number; certifiedUntil?: number }[]
  /** 籍贯: a national division code of 12 digits, or shorter where less is known; '' if unknown. */
  homeArea: string
  dialects: string[]
  sex?: Sex
  age?: number
  /** Accident insurance; absent where there is none. */
  insuredUntil?: number
  /** Free time in the planned weeks: availability with its exceptions. */
  free: Span[]
  /** Tasks accepted or offered already. */
  busy: (Span & { at: Place })[]
  /** What is left of the weekly limit, by week. A week that is missing has nothing left. */
  minutesLeft: number[]
  /** New tasks at most. */
  capacity: number
  /** Tasks served lately, those accepted included: the load that is spread. */
  served: number
  /** Share of offers answered, 0 … 1. */
  answerRate: number
  /** Persons whom he or she does not serve, and those he or she knows (a mediator must be unknown to the parties). */
  blocks: string[]
  knows: string[]
  /** Requesters who were served well before. */
  servedWell: string[]
  /** False if automatic matching was refused. */
  automatic: boolean
}

export type Urgency = 'now' | 'today' | 'thisWeek' | 'planned'
export type Strength = 'must' | 'better'

export interface HelpRequest {
  id: string
  requester: string
  urgency: Urgency
  at: Place
  /** When it may be done: one of these, the same for everybody who comes, who must be free for all of it. */
  windows: Span[]
  /** Minutes of service that each person's weekly limit is charged with. */
  minutes: number
  /** How many people. */
  people: number
  skills: { skill: string; level?: number; certificate?: boolean }[]
  /** Needs insurance until the end of the window. */
  risky: boolean
  minAge?: number
  maxAge?: number
  /** Of the requester. */
  homeArea: string
  dialects: string[]
  sex?: Sex
  /** Somebody who speaks one of the requester's dialects, of the same home county, of the same sex. */
  wishes: { dialect?: Strength; homeCounty?: Strength; sameSex?: Strength }
  /** Volunteers who are out: blocked by the requester, already coming, or having declined. */
  without: string[]
  /** Persons whom the volunteer must not know. */
  parties: string[]
}

/** Great circle times a factor for streets, at walking speed. */
export interface DistanceRule {
  walkingFactor: number
  metresPerMinute: number
}

/** Points of a match, and the weight of a filled place. Whole numbers; the points of one match stay below 8192. */
export interface Weights {
  urgency: Record<Urgency, number>
  home: { province: number; city: number; county: number; township: number; village: number }
  dialect: number
  /** At the door; falls evenly to nothing at farMetres. */
  near: number
  farMetres: number
  /** For each level of a needed skill. */
  skillLevel: number
  /** For nobody served lately; falls evenly to nothing at restedAfter tasks. */
  rested: number
  restedAfter: number
  /** For all offers answered. */
  answers: number
  servedWell: number
  /** If wished. */
  sameSex: number
  /** How many times what was wished ("better") counts. */
  wished: number
}

export const defaultWeights: Weights = {
  urgency: { now: 8, today: 4, thisWeek: 2, planned: 1 },
  home: { province: 10, city: 20, county: 40, township: 50, village: 60 },
  dialect: 40,
  near: 50,
  farMetres: 5000,
  skillLevel: 10,
  rested: 40,
  restedAfter: 8,
  answers: 20,
  servedWell: 30,
  sameSex: 20,
  wished: 2,
}

/** Walking: streets are about 1.3 times the great circle (detour index of street networks, Boscoe, Henry, Zdeb 2012: 1.417 by car); 75 m a minute, 4.5 km/h. */
export const defaultDistance: DistanceRule = { walkingFactor: 1.3, metresPerMinute: 75 }
