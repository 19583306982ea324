import type { HelpRequest, Place, Volunteer } from '../../../cloud/volunteer/match/model'

export const hour = 60
export const day = 24 * hour
export const square: Place = { latitude: 30.52, longitude: 120.68 }

/** So many metres north of the square. */
export const north = (metres: number): Place => ({
  latitude: square.latitude + metres / 111_195,
  longitude: square.longitude,
})

let count = 0

/** Somebody who lives at the square, is free all of the first week and can keep company. */
export const volunteer = (given: Partial<Volunteer> = {}): Volunteer => ({
  id: `v${++count}`,
  at: square,
  radiusMetres: 3000,
  skills: [{ skill: 'companion', level: 1 }],
  homeArea: '',
  dialects: [],
  age: 40,
  free: [{ from: 0, to: 7 * day }],
  busy: [],
  minutesLeft: [600],
  capacity: 3,
  served: 0,
  answerRate: 1,
  blocks: [],
  knows: [],
  servedWell: [],
  automatic: true,
  ...given,
})

/** Company for one hour on Wednesday at nine, at the square. */
export const request = (given: Partial<HelpRequest> = {}): HelpRequest => ({
  id: `r${++count}`,
  requester: 'resident',
  urgency: 'thisWeek',
  at: square,
  windows: [{ from: 2 * day + 9 * hour, to: 2 * day + 10 * hour }],
  minutes: 60,
  people: 1,
  skills: [{ skill: 'companion' }],
  risky: false,
  homeArea: '',
  dialects: [],
  wishes: {},
  without: [],
  parties: [],
  ...given,
})
