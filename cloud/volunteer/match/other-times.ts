import type { OtherTime } from './answer'
import { type Ask, minutesLeft } from './ask'
import type { Span } from './model'
import { type Planned, staysFree } from './planned'
import { failures, metresTo } from './rules'

const horizonHours = 14 * 24
const mostTimes = 3

/**
 * Times of the same length, beginning on the hour within two weeks after the first window began, at which enough of the given volunteers could come for the whole
 * request: the earliest, one after the other. They fail no rule but that of time. Volunteers of other requests count only where the plan leaves them free.
 */
export function otherTimes(ask: Ask, plan: Planned, slots: readonly number[]): OtherTime[] {
  const [first] = ask.windows
  const { people } = ask.request
  if (!first || slots.length < people) return []
  const length = first.to - first.from
  const start = Math.ceil(first.from / 60)
  const metres = slots.map((slot) => metresTo(ask, slot))
  const counts = countStarts(ask, slots, metres, start, length)
  const times: OtherTime[] = []
  for (let hour = 0; hour < horizonHours && times.length < mostTimes; hour++) {
    // The count is of free time only, at least as many as can come: most hours need no closer look.
    if ((counts[hour] as number) < people) continue
    const window: Span = { from: 60 * (start + hour), to: 60 * (start + hour) + length }
    if (window.from < (times.at(-1)?.to ?? 0)) continue
    const volunteers = slots.filter(
      (slot, i) =>
        failures(ask, window, slot, metres[i] as number, false) === 0 && remainsFree(plan, ask, slot, window),
    ).length
    if (volunteers >= people) times.push({ ...window, volunteers })
  }
  return times
}

/** How many have free time around a window that begins at each hour: a sum of differences over their free spans. */
function countStarts(ask: Ask, slots: readonly number[], metres: number[], start: number, length: number): Int32Array {
  const { free, rule } = ask.roster
  const change = new Int32Array(horizonHours + 1)
  for (const [i, slot] of slots.entries()) {
    const walk = (metres[i] as number) / rule.metresPerMinute
    for (let span = free.start[slot] as number; span < (free.end[slot] as number); span++) {
      const from = Math.max(0, Math.ceil(((free.from[span] as number) + walk) / 60) - start)
      const to = Math.min(horizonHours - 1, Math.floor(((free.to[span] as number) - walk - length) / 60) - start)
      if (from > to) continue
      change[from]! += 1
      change[to + 1]! -= 1
    }
  }
  for (let hour = 1; hour < horizonHours; hour++) change[hour]! += change[hour - 1] as number
  return change
}

/** Free beside the plan, in which those who were to come to this request anyway are free of it. */
function remainsFree(plan: Planned, ask: Ask, slot: number, window: Span): boolean {
  const doing = plan.doing.get(slot)
  if (!doing?.some((task) => task.ask === ask)) return staysFree(plan, ask, slot, window)
  const others = { ...plan, doing: new Map([[slot, doing.filter((task) => task.ask !== ask)]]) }
  return staysFree(others, ask, slot, window) && minutesLeft(ask.roster, slot, window.from) >= ask.request.minutes
}
