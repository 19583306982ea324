import type { WeeklySpan } from '../../../../types/volunteer'
import { cellOf, parts, weekdays } from './week'
import { partNames, weekdayNames, profileWording as words } from './wording'

/** When somebody is free, in a line: 周一上午、下午，周三晚上; 每天 when all days are the same. */
export function freeDays(weekly: readonly WeeklySpan[]): string {
  const days = weekdays.map((weekday) => {
    const free = parts.filter((part) => cellOf(weekly, weekday, part) !== 'none')
    return free.length === parts.length ? words.allDay : free.map((part) => partNames[part]).join('、')
  })
  if (days[0] && days.every((day) => day === days[0])) return `${words.everyDay}${days[0]}`
  return days.flatMap((day, n) => (day ? [`${weekdayNames[n + 1]}${day}`] : [])).join('，')
}
