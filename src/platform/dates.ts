import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** Moments in the words of a neighbour, always those of Asia/Shanghai, whatever the phone thinks. */

// China has had one offset, without daylight saving, since 1991; a fixed one needs no zone data, which old phones lack.
const shanghai = (at: Date | number) => dayjs(at).utcOffset(8 * 60)
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

export const weekday = (at: Date) => weekdays[shanghai(at).day()] as string
export const clock = (at: Date) => shanghai(at).format('H:mm')
export const dayKey = (at: Date) => shanghai(at).format('YYYY-MM-DD')
export const dayOfMonth = (at: Date) => shanghai(at).format('D')

/** 周三(11月25日) */
export const fullDay = (at: Date) => `${weekday(at)}(${shanghai(at).format('M月D日')})`

/** 周三(11月25日)19:00 */
export const fullTime = (at: Date) => `${fullDay(at)}${clock(at)}`

/** 周三(11月25日)19:00—20:30, or with both days when it ends on another. */
export function timeSpan(from: Date, until: Date): string {
  return dayKey(from) === dayKey(until)
    ? `${fullTime(from)}—${clock(until)}`
    : `${fullTime(from)} 到 ${fullTime(until)}`
}

/** 昨天 19:00, 今天 20:00, 明天 9:30, else the full time. */
export function nearTime(at: Date, now: Date): string {
  const days = shanghai(at).startOf('day').diff(shanghai(now).startOf('day'), 'day')
  if (days === -1) return `昨天 ${clock(at)}`
  if (days === 0) return `今天 ${clock(at)}`
  if (days === 1) return `明天 ${clock(at)}`
  return fullTime(at)
}

/** 早上好, 下午好, 晚上好. */
export function greeting(now: Date): string {
  const hour = shanghai(now).hour()
  return hour < 11 ? '早上好' : hour < 13 ? '中午好' : hour < 18 ? '下午好' : '晚上好'
}

/** The weeks of a month as rows of seven days, Monday first; days of the neighbouring months are null. */
export function monthGrid(month: string): (string | null)[][] {
  const first = dayjs(`${month.slice(0, 7)}-01`)
  const lead = (first.day() + 6) % 7
  const days: (string | null)[] = [
    ...Array<null>(lead).fill(null),
    ...Array.from({ length: first.daysInMonth() }, (_, n) => first.add(n, 'day').format('YYYY-MM-DD')),
  ]
  while (days.length % 7) days.push(null)
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}

export const addMonths = (month: string, n: number) =>
  dayjs(`${month.slice(0, 7)}-01`)
    .add(n, 'month')
    .format('YYYY-MM-DD')
export const monthTitle = (month: string) => dayjs(month).format('YYYY年M月')

/** A day and a time of day in Asia/Shanghai as a moment; undefined while one of them is missing. */
export function momentOf(day: string, time: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d\d:\d\d$/.test(time)) return undefined
  const moment: Dayjs = dayjs(`${day}T${time}:00+08:00`)
  return moment.isValid() ? moment.toDate() : undefined
}
export const timeOfDay = (at: Date) => shanghai(at).format('HH:mm')

/** 9 月 */
export const monthOf = (at: Date) => shanghai(at).format('M 月')
/** 11月26日, of a moment or of a day. */
export const shortDay = (at: Date | string) => (typeof at === 'string' ? dayjs(at) : shanghai(at)).format('M月D日')
/** 2026年11月26日, of a day (YYYY-MM-DD): what is kept for years names its year. */
export const datedDay = (day: string) => dayjs(day).format('YYYY年M月D日')
/** A day (YYYY-MM-DD) some days later or earlier. */
export const addDays = (day: string, n: number) => dayjs(day).add(n, 'day').format('YYYY-MM-DD')
/** 0 Monday … 6 Sunday. */
export const weekdayIndex = (day: string) => (dayjs(day).day() + 6) % 7
