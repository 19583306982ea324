import type { Assignment } from './answer'
import { type Ask, minutesLeft } from './ask'
import { walkMetres } from './distance'
import type { Span } from './model'
import { type Roster, weekMinutes } from './roster'

/** A plan by volunteer and by request. */
export interface Planned {
  coming: Map<string, Assignment[]>
  doing: Map<number, { ask: Ask; window: Span }[]>
}

export function planOf(roster: Roster, asks: readonly Ask[], assignments: readonly Assignment[]): Planned {
  const askOf = new Map(asks.map((ask) => [ask.request.id, ask]))
  const plan: Planned = { coming: new Map(), doing: new Map() }
  for (const assignment of assignments) {
    const slot = roster.slotOf.get(assignment.volunteerId) as number
    const ask = askOf.get(assignment.requestId) as Ask
    plan.coming.set(assignment.requestId, [...(plan.coming.get(assignment.requestId) ?? []), assignment])
    plan.doing.set(slot, [...(plan.doing.get(slot) ?? []), { ask, window: assignment.window }])
  }
  return plan
}

/** Whether a volunteer could take one more task beside those of the plan. */
export function staysFree(plan: Planned, ask: Ask, slot: number, window: Span): boolean {
  const doing = plan.doing.get(slot)
  if (!doing) return true
  const { roster } = ask
  if (doing.length >= (roster.capacity[slot] as number)) return false
  const week = Math.floor(window.from / weekMinutes)
  let minutes = ask.request.minutes
  for (const task of doing) {
    if (task.ask === ask) return false
    const walk =
      walkMetres(ask.x, ask.y, ask.z, task.ask.x, task.ask.y, task.ask.z, roster.rule) / roster.rule.metresPerMinute
    if (window.from < task.window.to + walk && task.window.from < window.to + walk) return false
    if (Math.floor(task.window.from / weekMinutes) === week) minutes += task.ask.request.minutes
  }
  return minutes <= minutesLeft(roster, slot, window.from)
}
