import fc from 'fast-check'
import { Tokens } from '../../cloud/sandbox/wechat/tokens'

/** What WeChat documents about `stable_token`, checked against every history of renewals that can be thought of. */

const seconds = 1000
const minutes = 60 * seconds

type Step = { do: 'ask' } | { do: 'force' } | { do: 'endAll' } | { do: 'pass'; ms: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Step>({ do: 'ask' }) },
  { weight: 3, arbitrary: fc.constant<Step>({ do: 'force' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'endAll' }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.oneof(
        fc.constantFrom(1, 29_999, 30 * seconds, 5 * minutes - 1, 5 * minutes, 115 * minutes, 120 * minutes),
        fc.integer({ min: 0, max: 130 * minutes }),
      ),
    }),
  },
)

interface Known {
  value: string
  madeAt: number
  replacedAt?: number
  ended?: boolean
}

/** Follows a history with nothing but the documented rules, and says which tokens must work. */
class Expectation {
  now = 0
  readonly known: Known[] = []
  forcedAt: number[] = []

  get latest(): Known | undefined {
    const last = this.known.at(-1)
    return last?.ended ? undefined : last
  }

  secondsLeft(): number {
    return this.latest ? Math.floor((this.latest.madeAt + 120 * minutes - this.now) / seconds) : 0
  }

  note(value: string): void {
    if (this.latest) this.latest.replacedAt = this.now
    this.known.push({ value, madeAt: this.now })
  }

  works(token: Known): boolean {
    const replacements = this.known.length - 1 - this.known.indexOf(token)
    return (
      !token.ended &&
      replacements <= 1 &&
      this.now < token.madeAt + 120 * minutes &&
      (token.replacedAt === undefined || this.now < token.replacedAt + 5 * minutes)
    )
  }
}

function follow(steps: readonly Step[], check: (real: Tokens, expected: Expectation) => void): void {
  const expected = new Expectation()
  let ids = 0
  const real = new Tokens(
    () => expected.now,
    () => String(ids++),
  )
  for (const one of steps) {
    if (one.do === 'pass') expected.now += one.ms
    else if (one.do === 'endAll') {
      real.endAll()
      for (const token of expected.known) token.ended = true
    } else ask(real, expected, one.do === 'force')
    check(real, expected)
  }
}

function ask(real: Tokens, expected: Expectation, force: boolean): void {
  const { latest, now } = expected
  const nearItsEnd = !latest || latest.madeAt + 115 * minutes <= now
  const farFromLastForce = now - (expected.forcedAt.at(-1) ?? Number.NEGATIVE_INFINITY) >= 30 * seconds
  expected.forcedAt = expected.forcedAt.filter((at) => at > now - 24 * 60 * minutes)
  const renews = nearItsEnd || (force && farFromLastForce)
  const given = real.give(force)
  if (renews && force && expected.forcedAt.length === 20) {
    expect(given).toBe(45009)
    return
  }
  if (given === 45009) throw new Error('45009 before 20 forced renewals a day')
  if (renews) {
    expect(expected.known.map((token) => token.value)).not.toContain(given.access_token)
    if (force) expected.forcedAt.push(now)
    expected.note(given.access_token)
  } else expect(given.access_token).toBe(latest?.value)
  expect(given.expires_in).toBe(expected.secondsLeft())
}

const history = fc.array(step, { maxLength: 80 })

describe('any history of asking, forcing, ending and waiting', () => {
  it('keeps every token working exactly as long as documented', () => {
    fc.assert(
      fc.property(history, (steps) =>
        follow(steps, (real, expected) => {
          for (const token of expected.known) expect(real.errorOf(token.value) === 0).toBe(expected.works(token))
        }),
      ),
      { numRuns: 300 },
    )
  })

  it('never has more than two working tokens, and gives each at least five minutes', () => {
    fc.assert(
      fc.property(history, (steps) =>
        follow(steps, (real, expected) => {
          expect(expected.known.filter((token) => real.errorOf(token.value) === 0).length).toBeLessThanOrEqual(2)
          const given = real.give()
          if (given === 45009) throw new Error('a plain call has no quota')
          if (given.access_token !== expected.latest?.value) expected.note(given.access_token)
          expect(given.expires_in).toBeGreaterThanOrEqual(300)
          expect(given.expires_in).toBeLessThanOrEqual(7200)
        }),
      ),
      { numRuns: 300 },
    )
  })
})

it('allows 20 forced renewals within a day and the 21st when the first is a day old', () => {
  let now = 0
  let ids = 0
  const tokens = new Tokens(
    () => now,
    () => String(ids++),
  )
  for (let i = 0; i < 20; i++, now += 30 * seconds) expect(tokens.give(true)).not.toBe(45009)
  expect(tokens.give(true)).toBe(45009)
  expect(tokens.give()).toMatchObject({ expires_in: 7170 })
  now = 24 * 60 * minutes
  expect(tokens.give(true)).not.toBe(45009)
})
