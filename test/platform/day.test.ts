import fc from 'fast-check'
import { isDay } from '../../types/day'

it('takes every day of three centuries, and none that the calendar does not have', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  fc.assert(fc.property(days, (at) => isDay(at.toISOString().slice(0, 10))))
  const two = (n: number) => String(n).padStart(2, '0')
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2199 }), fc.nat(99), fc.nat(99), (year, month, day) => {
      // The last day of a month is the day before the first of the next.
      const has = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
      expect(isDay(`${year}-${two(month)}-${two(day)}`)).toBe(has)
    }),
    { numRuns: 2000 },
  )
  for (const text of ['', '2026-1-01', ' 2026-01-01', '2026-01-01T00:00', '1899-12-31', '2200-01-01', '二〇二六'])
    expect(isDay(text)).toBe(false)
})
