import { nearTime } from '../../platform/dates'

const minuteMs = 60_000

/** How long there is to answer, in a person's words. */
export function timeToAnswer(by: Date, now: Date): string {
  const minutes = Math.floor((by.getTime() - now.getTime()) / minuteMs)
  if (minutes < 0) return '过了回话的时间'
  if (minutes < 1) return '不到 1 分钟'
  if (minutes < 60) return `还有 ${minutes} 分钟`
  return minutes < 6 * 60 ? `还有 ${Math.floor(minutes / 60)} 小时` : `${nearTime(by, now)} 前回话`
}
