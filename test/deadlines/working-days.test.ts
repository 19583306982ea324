import fc from 'fast-check'
import {
  addDays,
  addWorkingDays,
  dayKind,
  dayOf,
  explainDeadline,
  lightOf,
  nextClosing,
  type Pause,
  workingDaysLeft,
} from '../../cloud/deadlines/working-days'
import { daysByNotice } from './notices'

/** An instant as the clocks in Asia/Shanghai show it. */
const at = (local: string) => new Date(`${local}+08:00`)
const noticed = daysByNotice()

describe('a deadline', () => {
  it('is at 17:00 of the n-th working day after the day of the start', () => {
    expect(addWorkingDays(at('2026-11-12T09:30'), 8)).toEqual(at('2026-11-24T17:00'))
    expect(addWorkingDays('2026-11-12', 8)).toEqual(at('2026-11-24T17:00'))
  })

  it.each([
    ['on a Monday at 00:00', '2026-11-23T00:00', '2026-11-24T17:00'],
    ['on a Monday at 17:00', '2026-11-23T17:00', '2026-11-24T17:00'],
    ['on a Monday at 23:59', '2026-11-23T23:59:59.999', '2026-11-24T17:00'],
    ['on a Friday night', '2026-11-20T23:59', '2026-11-23T17:00'],
    ['on a Sunday', '2026-11-22T10:00', '2026-11-23T17:00'],
    ['on the eve of National Day', '2026-09-30T16:00', '2026-10-08T17:00'],
    ['in the middle of National Day', '2026-10-04T12:00', '2026-10-08T17:00'],
    ['on the last day before Spring Festival, a working Saturday', '2026-02-14T16:59', '2026-02-24T17:00'],
    ['on a Friday before a working Sunday', '2026-09-18T11:00', '2026-09-20T17:00'],
    ['on a Friday before a working Saturday', '2026-10-09T11:00', '2026-10-10T17:00'],
    ['on a working Saturday, the Sunday after being free', '2026-10-10T11:00', '2026-10-12T17:00'],
    ['in the longer Spring Festival of 2020', '2020-01-31T11:00', '2020-02-03T17:00'],
    ['before 31 December 2022, free by the notice of 2023', '2022-12-30T11:00', '2023-01-03T17:00'],
  ])('of one day, started %s, is the close of the next working day', (_, start, deadline) => {
    expect(addWorkingDays(at(start), 1)).toEqual(at(deadline))
  })

  it('is the same wherever in the day of Shanghai it starts, from every day of 2020–2026, and as counted by hand', () => {
    const working = [...noticed].filter(([, { working }]) => working).map(([day]) => day)
    for (const day of noticed.keys()) {
      const next = working.findIndex((other) => other > day)
      for (const n of [1, 5, 20]) {
        const expected = working[next + n - 1]
        if (next < 0 || !expected) continue
        const deadline = at(`${expected}T17:00`)
        const computed = ['00:00', '23:59:59.999'].map((time) => addWorkingDays(at(`${day}T${time}`), n))
        expect([day, n, ...computed]).toEqual([day, n, deadline, deadline])
      }
    }
  })

  it.each([0, -1, 1.5, Number.NaN])('refuses %p days', (n) => {
    expect(() => addWorkingDays('2026-11-12', n)).toThrow(RangeError)
  })
})

describe('a pause', () => {
  const start = at('2026-11-12T09:30')
  const tested = { from: at('2026-11-17T10:00'), until: at('2026-11-18T15:00'), reason: '检测' }

  it('takes the days it touches', () => {
    expect(addWorkingDays(start, 8, [tested])).toEqual(at('2026-11-26T17:00'))
  })

  it('ends with the day before when it ends at midnight, and touches no day when it lasts no time', () => {
    expect(addWorkingDays(start, 8, [{ ...tested, until: at('2026-11-19T00:00') }])).toEqual(at('2026-11-26T17:00'))
    expect(addWorkingDays(start, 8, [{ ...tested, until: at('2026-11-19T00:01') }])).toEqual(at('2026-11-27T17:00'))
    expect(addWorkingDays(start, 8, [{ ...tested, until: tested.from }])).toEqual(at('2026-11-24T17:00'))
  })

  it('leaves the deadline unknown while it lasts', () => {
    expect(addWorkingDays(start, 8, [{ ...tested, until: null }])).toBeNull()
  })

  it('does not call back a deadline that has passed', () => {
    const late = { from: at('2026-11-24T17:00'), until: null, reason: '专家评审' }
    expect(addWorkingDays(start, 8, [late])).toEqual(at('2026-11-24T17:00'))
    expect(addWorkingDays(start, 8, [{ ...late, from: at('2026-11-24T16:59') }])).toBeNull()
  })
})

describe('the explanation', () => {
  it('accounts for every day of a case that waited for a test', () => {
    const pauses = [{ from: at('2026-11-17T10:00'), until: at('2026-11-18T15:00'), reason: '等水质检测' }]
    const { deadline, rows, restsOnUnpublished } = explainDeadline(
      at('2026-11-12T09:30'),
      8,
      pauses,
      at('2026-11-24T14:20'),
    )
    expect(deadline).toEqual(at('2026-11-26T17:00'))
    expect(restsOnUnpublished).toBe(false)
    expect(rows.map((row) => [row.day.slice(8), row.kind, row.nth, row.reason])).toEqual([
      ['12', 'start', undefined, '当天不算，从下一个工作日算起'],
      ['13', 'counted', 1, '工作日'],
      ['14', 'weekend', undefined, '周末'],
      ['15', 'weekend', undefined, '周末'],
      ['16', 'counted', 2, '工作日'],
      ['17', 'paused', undefined, '等水质检测'],
      ['18', 'paused', undefined, '等水质检测'],
      ['19', 'counted', 3, '工作日'],
      ['20', 'counted', 4, '工作日'],
      ['21', 'weekend', undefined, '周末'],
      ['22', 'weekend', undefined, '周末'],
      ['23', 'counted', 5, '工作日'],
      ['24', 'counted', 6, '工作日'],
      ['25', 'counted', 7, '工作日'],
      ['26', 'counted', 8, '工作日'],
    ])
  })

  it('names festivals and make-up days', () => {
    const { rows } = explainDeadline(at('2026-09-18T10:00'), 5, [], at('2026-09-18T10:00'))
    expect(rows.slice(1, 4).map((row) => [row.kind, row.reason])).toEqual([
      ['weekend', '周末'],
      ['counted', '调休上班'],
      ['counted', '工作日'],
    ])
    const festival = explainDeadline(at('2026-09-24T10:00'), 1, [], at('2026-09-24T10:00')).rows
    expect(festival.map((row) => [row.kind, row.reason]).slice(1)).toEqual([
      ['holiday', '中秋节'],
      ['holiday', '中秋节'],
      ['holiday', '中秋节'],
      ['counted', '工作日'],
    ])
  })

  it('goes as far as today while a pause lasts', () => {
    const pauses = [{ from: at('2026-11-17T10:00'), until: null, reason: '等水质检测' }]
    const { deadline, rows } = explainDeadline(at('2026-11-12T09:30'), 8, pauses, at('2026-11-23T14:20'))
    expect(deadline).toBeNull()
    expect(rows.at(-1)).toEqual({ day: '2026-11-23', kind: 'paused', reason: '等水质检测', published: true })
    expect(rows.filter((row) => row.kind === 'counted')).toHaveLength(2)
  })

  it('says when it rests on a year without a notice', () => {
    const { rows, restsOnUnpublished } = explainDeadline(at('2043-03-02T10:00'), 3, [], at('2043-03-02T10:00'))
    expect(restsOnUnpublished).toBe(true)
    expect(rows.every((row) => !row.published)).toBe(true)
    expect(explainDeadline(at('2025-12-30T10:00'), 3, [], at('2025-12-30T10:00')).restsOnUnpublished).toBe(false)
  })
})

describe('days left and the light', () => {
  const deadline = at('2026-11-26T17:00')

  it.each([
    ['2026-11-24T14:20', 2, 'go'],
    ['2026-11-24T23:59', 2, 'go'],
    ['2026-11-25T08:00', 1, 'soon'],
    ['2026-11-26T17:00', 0, 'soon'],
    ['2026-11-26T17:00:01', -1, 'late'],
    ['2026-11-27T23:59', -1, 'late'],
    ['2026-11-29T12:00', -1, 'late'],
    ['2026-11-30T00:00', -2, 'late'],
  ])('at %s are %i and %s', (now, left, light) => {
    expect(workingDaysLeft(at(now), deadline)).toBe(left)
    expect(lightOf(at(now), deadline, false)).toBe(light)
  })

  it('skip holidays and count make-up days', () => {
    expect(workingDaysLeft(at('2026-09-30T18:00'), at('2026-10-08T17:00'))).toBe(1)
    expect(workingDaysLeft(at('2026-10-09T09:00'), at('2026-10-12T17:00'))).toBe(2)
  })

  it('are idle in a pause, but a passed deadline stays late', () => {
    expect(lightOf(at('2026-11-25T08:00'), deadline, true)).toBe('idle')
    expect(lightOf(at('2026-11-25T08:00'), null, true)).toBe('idle')
    expect(lightOf(at('2026-11-27T08:00'), deadline, true)).toBe('late')
  })

  it('what is done on the spot is due by the close of business, or of the next working day', () => {
    expect(nextClosing(at('2026-11-24T09:00'))).toEqual(at('2026-11-24T17:00'))
    expect(nextClosing(at('2026-11-24T17:00'))).toEqual(at('2026-11-24T17:00'))
    expect(nextClosing(at('2026-11-24T17:00:01'))).toEqual(at('2026-11-25T17:00'))
    expect(nextClosing(at('2026-10-01T09:00'))).toEqual(at('2026-10-08T17:00'))
    expect(nextClosing(at('2026-10-10T09:00'))).toEqual(at('2026-10-10T17:00'))
  })
})

describe('whatever the start, the limit and the pauses', () => {
  const instant = fc.date({ min: at('2020-01-01T00:00'), max: at('2028-12-31T23:59'), noInvalidDate: true })
  const limit = fc.integer({ min: 1, max: 40 })
  const hourMs = 3_600_000
  const pause = fc
    .record({ from: instant, hours: fc.option(fc.integer({ min: 0, max: 24 * 40 }), { freq: 6 }) })
    .map(({ from, hours }): Pause => {
      return { from, until: hours === null ? null : new Date(from.getTime() + hours * hourMs), reason: '检测' }
    })
  /** Pauses near the start: those far away would test nothing. */
  const cases = fc
    .tuple(
      instant,
      limit,
      fc.array(pause, { maxLength: 4 }),
      fc.array(fc.integer({ min: -48, max: 24 * 50 }), { minLength: 4, maxLength: 4 }),
    )
    .map(([start, n, pauses, offsets]) => ({
      start,
      n,
      pauses: pauses.map((p, i) => {
        const from = new Date(start.getTime() + offsets[i]! * hourMs)
        return { ...p, from, until: p.until && new Date(from.getTime() + (p.until.getTime() - p.from.getTime())) }
      }),
    }))
  const never = Number.POSITIVE_INFINITY
  const time = (deadline: Date | null) => deadline?.getTime() ?? never

  it('more days are never earlier, and each is the close of a working day after the start', () => {
    fc.assert(
      fc.property(cases, ({ start, n, pauses }) => {
        const deadline = addWorkingDays(start, n, pauses)
        const next = time(addWorkingDays(start, n + 1, pauses))
        expect(deadline ? next > time(deadline) : next === never).toBe(true)
        if (!deadline) return
        expect(dayKind(dayOf(deadline)).working).toBe(true)
        expect(deadline).toEqual(at(`${dayOf(deadline)}T17:00`))
        expect(dayOf(deadline) > dayOf(start)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('a longer pause, or one more, never brings the deadline nearer', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 24 * 30 }), ({ start, n, pauses }, hours) => {
        const before = time(addWorkingDays(start, n, pauses))
        const longer = pauses.map((p) => ({ ...p, until: p.until && new Date(p.until.getTime() + hours * hourMs) }))
        expect(time(addWorkingDays(start, n, longer))).toBeGreaterThanOrEqual(before)
        expect(time(addWorkingDays(start, n, pauses.slice(1)))).toBeLessThanOrEqual(before)
      }),
      { numRuns: 400 },
    )
  })

  it('the explanation lists each day once, counts to the limit and agrees with asking of every quarter of an hour', () => {
    fc.assert(
      fc.property(cases, instant, ({ start, n, pauses }, now) => {
        const { deadline, rows } = explainDeadline(start, n, pauses, now)
        expect(rows.map((row) => row.day)).toEqual(rows.map((_, i) => addDays(dayOf(start), i)))
        const counted = rows.filter((row) => row.kind === 'counted')
        expect(counted.map((row) => row.nth)).toEqual(counted.map((_, i) => i + 1))
        if (deadline) {
          expect(counted).toHaveLength(n)
          expect(rows.at(-1)).toBe(counted.at(-1))
        } else expect(counted.length).toBeLessThan(n)
        expect(deadline).toEqual(byBruteForce(start, n, pauses))
      }),
      { numRuns: 200 },
    )
  })

  /** Asks of every quarter of an hour of business whether a pause covers it; gives up after two years. */
  function byBruteForce(start: Date, n: number, pauses: readonly Pause[]): Date | null {
    let left = n
    for (let day = addDays(dayOf(start), 1), i = 0; i < 730; day = addDays(day, 1), i += 1) {
      const known = noticed.get(day)
      if (!(known ? known.working : dayKind(day).working)) continue
      const slots = Array.from({ length: 17 * 4 }, (_, q) => at(`${day}T00:00`).getTime() + q * 900_000)
      const paused = slots.some((slot) =>
        pauses.some(
          (p) =>
            p.from.getTime() < slot + 900_000 &&
            (p.until?.getTime() ?? never) > slot &&
            p.from.getTime() < (p.until?.getTime() ?? never),
        ),
      )
      if (!paused) left -= 1
      if (left === 0) return at(`${day}T17:00`)
    }
    return null
  }
})
