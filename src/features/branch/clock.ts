import type { LightKind } from '../../components/light'
import { clock, dayKey, nearTime } from '../../platform/dates'

const hourMs = 3_600_000
/** Less than this is left: whoever owes the answer had better give it now. */
const soonHours = 6

/** 40 分钟, 3 小时, 2 天. */
export function lengthWords(ms: number): string {
  const minutes = Math.max(1, Math.floor(ms / 60_000))
  if (minutes < 60) return `${minutes} 分钟`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `${hours} 小时` : `${Math.floor(hours / 24)} 天`
}

/** The light of an answer that is owed: 逾期 3 小时, 还有 5 小时, 今天 17:00 前, 周四(11月26日)10:00 前. */
export function dueLight(dueAt: Date, now: Date): { kind: LightKind; words: string } {
  const left = dueAt.getTime() - now.getTime()
  if (left <= 0) return { kind: 'late', words: `逾期 ${lengthWords(-left)}` }
  if (left < soonHours * hourMs) return { kind: 'soon', words: `还有 ${lengthWords(left)}` }
  if (dayKey(dueAt) === dayKey(now)) return { kind: 'soon', words: `今天 ${clock(dueAt)} 前` }
  return { kind: 'go', words: `${nearTime(dueAt, now)} 前` }
}
