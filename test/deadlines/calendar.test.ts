import { dayKind } from '../../cloud/deadlines/working-days'
import { daysByNotice, notices } from './notices'

describe('the calendar', () => {
  it('agrees with the notices on every day of 2020–2026', () => {
    const days = daysByNotice()
    expect(days.size).toBe(2557)
    for (const [day, expected] of days) expect({ day, ...dayKind(day) }).toMatchObject({ day, ...expected })
  })

  it('has each make-up working day on a weekend and calls it so', () => {
    for (const [year, { worked }] of Object.entries(notices))
      for (const monthDay of worked) {
        expect([0, 6]).toContain(new Date(`${year}-${monthDay}`).getUTCDay())
        expect(dayKind(`${year}-${monthDay}`)).toEqual({ working: true, reason: '调休上班', published: true })
      }
  })

  it('says where no notice is out: a later year, and the days before its New Year', () => {
    expect(dayKind('2026-12-25').published).toBe(true)
    expect(dayKind('2025-12-31').published).toBe(true)
    // The next package release turns these years into published ones; 2043 will do for as long as this code is read.
    expect(dayKind('2043-03-02')).toEqual({ working: true, reason: '工作日', published: false })
    expect(dayKind('2043-03-01')).toEqual({ working: false, reason: '周末', published: false })
  })

  it('keeps the thirteen festival days of the standing law free in a year without a notice', () => {
    const free = (from: string, days: number) =>
      Array.from({ length: days }, (_, n) =>
        dayKind(new Date(Date.parse(from) + n * 86_400_000).toISOString().slice(0, 10)),
      )
    // 2044: Spring Festival is on 30 January, the lunar seventh month comes twice, Mid-Autumn is on 5 October.
    expect(free('2044-01-29', 4).every((d) => !d.working && d.reason === '春节' && !d.published)).toBe(true)
    expect(free('2044-02-02', 1)).toEqual([{ working: true, reason: '工作日', published: false }])
    expect(dayKind('2044-04-04')).toMatchObject({ working: false, reason: '清明节' })
    expect(dayKind('2044-05-31')).toMatchObject({ working: false, reason: '端午节' })
    expect(dayKind('2044-10-05')).toMatchObject({ working: false, reason: '中秋节' })
    const year = free('2044-01-01', 366).filter((d) => d.reason !== '周末' && !d.working)
    expect(year).toHaveLength(13)
  })

  it.each(['2026-02-30', '2026-13-01', '2026-2-3', 'today', ''])('refuses %j, which is not a day', (day) => {
    expect(() => dayKind(day)).toThrow(RangeError)
  })
})
