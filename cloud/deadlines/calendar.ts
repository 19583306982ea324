import notices from 'chinese-days/dist/chinese-days.json'
import { addDays, type Day, weekday } from './day'
import { wording } from './wording'

/**
 * Which days are worked: the State Council's yearly notice (国务院办公厅关于部分节假日安排的通知), from the package `chinese-days`. Only its
 * data is used: its functions follow the server's time zone. Pure.
 */

export interface DayKind {
  readonly working: boolean
  /** 工作日, 周末, 调休上班 or the festival's name. */
  readonly reason: string
  /** False where no notice covers the day yet: weekends and the festivals of the standing law, without moved days. */
  readonly published: boolean
}

// Each value is "English,中文,days of the festival".
const holidays: Partial<Record<Day, string>> = notices.holidays
const makeUpDays: Partial<Record<Day, string>> = notices.workdays
const { festivals } = wording

const fullNames: Partial<Record<string, string>> = {
  清明: festivals.tombSweeping,
  端午: festivals.dragonBoat,
  中秋: festivals.midAutumn,
}

// A queue of cases asks for the same few hundred days over and over.
const known = new Map<Day, DayKind>()

/** Whether a day is worked and why. RangeError for what is not a day of the calendar. */
export function dayKind(day: Day): DayKind {
  const kind = known.get(day) ?? readDayKind(day)
  known.set(day, kind)
  return kind
}

function readDayKind(day: Day): DayKind {
  const published = isPublished(day)
  if (makeUpDays[day]) return { working: true, reason: wording.makeUpDay, published }
  const festival = festivalOf(day, published)
  if (festival) return { working: false, reason: festival, published }
  const weekend = weekday(day) % 6 === 0
  return { working: !weekend, reason: weekend ? wording.weekend : wording.workingDay, published }
}

/** The National Day of a year is in its notice and in no other. */
function hasNotice(year: number): boolean {
  return holidays[`${year}-10-01`] !== undefined
}

/**
 * The last days of a year belong to New Year's Day and so to the next notice, which has moved them more than once: 2022-12-31 was a
 * holiday, 2018-12-29 a working Saturday.
 */
function isPublished(day: Day): boolean {
  const year = Number(day.slice(0, 4))
  return hasNotice(year) && (day.slice(5) < '12-26' || hasNotice(year + 1))
}

function festivalOf(day: Day, published: boolean): string | undefined {
  const noticed = holidays[day]?.split(',')[1]
  if (noticed) return fullNames[noticed] ?? noticed
  return published ? undefined : statutoryFestival(day)
}

const fixedFestivals: Partial<Record<string, string>> = {
  '01-01': festivals.newYear,
  '05-01': festivals.labourDay,
  '05-02': festivals.labourDay,
  '10-01': festivals.nationalDay,
  '10-02': festivals.nationalDay,
  '10-03': festivals.nationalDay,
}
const lunarFestivals: Partial<Record<string, string>> = {
  '1-1': festivals.springFestival,
  '1-2': festivals.springFestival,
  '1-3': festivals.springFestival,
  '5-5': festivals.dragonBoat,
  '8-15': festivals.midAutumn,
}

/** 全国年节及纪念日放假办法 (2024) art. 2: the thirteen days that are free in any year, whatever its notice moves around them. */
function statutoryFestival(day: Day): string | undefined {
  const fixed = fixedFestivals[day.slice(5)]
  if (fixed) return fixed
  if (day.slice(5) === tombSweepingDay(Number(day.slice(0, 4)))) return festivals.tombSweeping
  if (lunarDay(addDays(day, 1)) === '1-1') return festivals.springFestival
  return lunarFestivals[lunarDay(day)]
}

const chineseCalendar = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
})

/** Month and day of the Chinese calendar: '8-15'; a leap month reads '5bis-5' and holds no festival. */
function lunarDay(day: Day): string {
  const parts = chineseCalendar.formatToParts(new Date(`${day}T00:00:00Z`))
  const part = (type: 'month' | 'day') => parts.find((p) => p.type === type)?.value
  return `${part('month')}-${part('day')}`
}

/** 清明, the sun at 15° of longitude: the usual formula of the 21st century. */
function tombSweepingDay(year: number): string {
  const y = year % 100
  return `04-0${Math.floor(y * 0.2422 + 4.81) - Math.floor(y / 4)}`
}
