import { nearTime } from '../../src/platform/dates'

const at = (time: string) => new Date(`2026-11-${time}:00+08:00`)

test.each([
  ['22T23:59', '周日(11月22日)23:59'],
  ['23T00:00', '昨天 0:00'],
  ['24T19:30', '今天 19:30'],
  ['25T09:00', '明天 9:00'],
  ['26T09:00', '周四(11月26日)9:00'],
])('a moment near today is said by its day as neighbours say it: %s', (time, words) =>
  expect(nearTime(at(time), at('24T00:10'))).toBe(words),
)
