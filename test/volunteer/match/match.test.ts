import { describe, expect, test } from '@jest/globals'
import { type HardRule, hardRules, type Match } from '../../../cloud/volunteer/match/answer'
import { match } from '../../../cloud/volunteer/match/match'
import { defaultDistance, defaultWeights, type HelpRequest, type Volunteer } from '../../../cloud/volunteer/match/model'
import { day, hour, north, request, square, volunteer } from './people'

const run = (volunteers: Volunteer[], requests: HelpRequest[]): Match =>
  match(volunteers, requests, defaultWeights, defaultDistance)
const nine = 2 * day + 9 * hour
const at = (from: number, length = hour) => ({ from, to: from + length })

describe('who keeps somebody from coming', () => {
  const cases: [HardRule, Partial<Volunteer>, Partial<HelpRequest>][] = [
    ['automatic', { automatic: false }, {}],
    ['capacity', { capacity: 0 }, {}],
    ['out', { blocks: ['resident'] }, {}],
    ['out', { id: 'declined' }, { without: ['declined'] }],
    ['out', { id: 'resident' }, {}],
    ['knowsParty', { knows: ['neighbour'] }, { parties: ['neighbour'] }],
    ['skill', { skills: [] }, {}],
    ['skill', {}, { skills: [{ skill: 'companion', level: 2 }] }],
    ['skill', {}, { skills: [{ skill: 'companion' }, { skill: 'doctor' }] }],
    [
      'certificate',
      { skills: [{ skill: 'companion', level: 3 }] },
      { skills: [{ skill: 'companion', certificate: true }] },
    ],
    [
      'certificate',
      { skills: [{ skill: 'companion', level: 3, certifiedUntil: nine + 59 }] },
      { skills: [{ skill: 'companion', certificate: true }] },
    ],
    ['insurance', {}, { risky: true }],
    ['insurance', { insuredUntil: nine + 59 }, { risky: true }],
    ['sex', { sex: 'male' }, { sex: 'female', wishes: { sameSex: 'must' } }],
    ['age', { age: 17 }, { minAge: 18 }],
    ['age', { age: undefined }, { maxAge: 70 }],
    ['homeCounty', { homeArea: '510525100000' }, { homeArea: '510524100000', wishes: { homeCounty: 'must' } }],
    ['dialect', { dialects: ['吴语'] }, { dialects: ['西南官话'], wishes: { dialect: 'must' } }],
    ['radius', { at: north(2400) }, {}],
    ['hours', { minutesLeft: [59] }, {}],
    ['hours', { minutesLeft: [] }, {}],
    ['free', { free: [at(nine, 59)] }, {}],
    // Nine minutes on foot are missing before the window.
    ['free', { at: north(500), free: [{ from: nine - 8, to: nine + 3 * hour }] }, {}],
    ['busy', { busy: [{ ...at(nine - hour, 61), at: square }] }, {}],
    // The task before ends in time, too far away.
    ['busy', { busy: [{ ...at(nine - hour, 52), at: north(500) }] }, {}],
  ]
  test.each(cases)('%s: %j %j', (rule, person, ask) => {
    const { assignments, unmet } = run([volunteer(person)], [request(ask)])
    expect(assignments).toEqual([])
    expect(unmet[0]?.excluded).toEqual({ [rule]: 1 })
  })

  test('and nothing else does', () => {
    const fits = volunteer({
      at: north(500),
      sex: 'female',
      homeArea: '510524999000',
      dialects: ['西南官话'],
      insuredUntil: nine + 60,
      skills: [{ skill: 'companion', level: 2, certifiedUntil: nine + 60 }],
      minutesLeft: [60],
      free: [{ from: nine - 9, to: nine + 69 }],
      busy: [{ ...at(nine - 2 * hour, 111), at: north(500) }],
    })
    const { assignments } = run(
      [fits],
      [
        request({
          sex: 'female',
          minAge: 40,
          maxAge: 40,
          risky: true,
          homeArea: '510524100000',
          dialects: ['西南官话', '吴语'],
          skills: [{ skill: 'companion', level: 2, certificate: true }],
          wishes: { sameSex: 'must', homeCounty: 'must', dialect: 'must' },
        }),
      ],
    )
    expect(assignments.map(({ volunteerId }) => volunteerId)).toEqual([fits.id])
  })
})

describe('the plan', () => {
  test('says why somebody was chosen, in facts whose points are the score', () => {
    const [chosen] = run(
      [
        volunteer({
          at: north(400),
          homeArea: '510524100201',
          dialects: ['西南官话'],
          served: 2,
          answerRate: 0.5,
          sex: 'male',
          servedWell: ['resident'],
          skills: [{ skill: 'companion', level: 3 }],
        }),
      ],
      [
        request({
          homeArea: '510524100999',
          dialects: ['西南官话'],
          sex: 'male',
          wishes: { dialect: 'better', sameSex: 'better' },
        }),
      ],
    ).assignments
    expect(chosen?.reasons).toEqual([
      { kind: 'home', level: 'township', points: 50 },
      { kind: 'dialect', dialects: ['西南官话'], points: 80 },
      { kind: 'near', metres: 520, walkMinutes: 7, points: 45 },
      { kind: 'skill', skill: 'companion', level: 3, points: 30 },
      { kind: 'rested', served: 2, points: 30 },
      { kind: 'answers', rate: 0.5, points: 10 },
      { kind: 'servedWell', points: 30 },
      { kind: 'sameSex', points: 20 },
    ])
    expect(chosen?.score).toBe(295)
  })

  test('gives up the better pair where that fills one more place', () => {
    const near = volunteer({
      skills: [
        { skill: 'companion', level: 3 },
        { skill: 'lawyer', level: 1 },
      ],
    })
    const far = volunteer({ at: north(2000) })
    const lawyer = request({ skills: [{ skill: 'lawyer' }] })
    const company = request()
    const { assignments } = run([near, far], [lawyer, company])
    expect(assignments.map(({ requestId, volunteerId }) => [requestId, volunteerId])).toEqual(
      [
        [lawyer.id, near.id],
        [company.id, far.id],
      ].sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    )
  })

  test('prefers one urgent place to two that can wait', () => {
    const only = volunteer({ minutesLeft: [60] })
    const now = request({ urgency: 'now' })
    const { assignments, objective } = run(
      [only],
      [request({ urgency: 'planned' }), now, request({ urgency: 'today' })],
    )
    expect(assignments.map(({ requestId }) => requestId)).toEqual([now.id])
    expect(objective.filled).toBe(8)
  })

  test('spreads what is equal', () => {
    const pair = [volunteer({ served: 0 }), volunteer({ served: 0 })]
    const asks = [nine, nine + 3 * hour].map((from) => request({ windows: [at(from)] }))
    const { assignments } = run(pair, asks)
    expect(new Set(assignments.map(({ volunteerId }) => volunteerId)).size).toBe(2)
  })

  test('sends one volunteer twice only with time to walk between', () => {
    const one = volunteer({ radiusMetres: 3000 })
    const first = request({ at: north(1000), windows: [at(nine)] })
    const soon = (minutes: number) => request({ at: north(-1000), windows: [at(nine + hour + minutes)] })
    // 2,000 m · 1.3 at 75 m a minute are 34.7 minutes.
    expect(run([one], [first, soon(34)]).placesFilled).toBe(1)
    expect(run([one], [first, soon(35)]).placesFilled).toBe(2)
  })

  test('keeps the weekly limit over all tasks of a week, and counts the next week anew', () => {
    const one = volunteer({ minutesLeft: [150, 60], free: [{ from: 0, to: 14 * day }] })
    const hours = [0, 3, 6].map((n) => request({ windows: [at(nine + n * hour)] }))
    expect(run([one], hours).placesFilled).toBe(2)
    expect(run([one], [...hours, request({ windows: [at(nine + 7 * day)] })]).placesFilled).toBe(3)
  })

  test('sends different people, all at the same time, in the window in which most can come', () => {
    const early = volunteer({ free: [at(nine)] })
    const late = [1, 2].map(() => volunteer({ free: [at(nine + 5 * hour)] }))
    const [one, two] = run(
      [early, ...late],
      [request({ people: 3, windows: [at(nine), at(nine + 5 * hour)] })],
    ).assignments
    expect([one?.volunteerId, two?.volunteerId].sort()).toEqual(late.map(({ id }) => id).sort())
    expect([one?.window, two?.window]).toEqual([at(nine + 5 * hour), at(nine + 5 * hour)])
  })
})

describe('what cannot be is refused', () => {
  test.each([
    ['a request twice', () => run([], [request({ id: 'r' }), request({ id: 'r' })])],
    ['a volunteer twice', () => run([volunteer({ id: 'v' }), volunteer({ id: 'v' })], [])],
    ['nobody wanted', () => run([], [request({ people: 0 })])],
    ['an empty window', () => run([], [request({ windows: [{ from: 60, to: 60 }] })])],
    ['half a point', () => match([], [], { ...defaultWeights, near: 0.5 }, defaultDistance)],
    [
      'more points than a key holds',
      () => match([volunteer()], [request()], { ...defaultWeights, near: 9000 }, defaultDistance),
    ],
    ['sums beyond exact numbers', () => run([volunteer()], [request({ people: 2_000_000 })])],
  ])('%s', (_, act) => {
    expect(act).toThrow(RangeError)
  })
  test('an empty county is an empty plan', () => {
    expect(run([], [])).toMatchObject({ assignments: [], unmet: [], placesFilled: 0, proven: true })
    expect(hardRules).toHaveLength(15)
  })
})
