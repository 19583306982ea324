import type { Ask } from './ask'
import { minutesLeftInWeek } from './ask'
import type { Clashes } from './assign/network'
import { walkMetres } from './distance'
import type { Task } from './problem'
import { type Roster, weekMinutes } from './roster'

/**
 * What one volunteer cannot do both: two windows of one request, tasks that leave no time to walk from the one to the other, and tasks of one week that need
 * more minutes than the weekly limit has left. The first two are the same for everybody, because everybody walks.
 */
export function clashesOf(roster: Roster, asks: readonly Ask[], tasks: readonly Task[], slots: Int32Array): Clashes {
  const from = Float64Array.from(tasks, ({ span }) => span.from)
  const to = Float64Array.from(tasks, ({ span }) => span.to)
  const row = Int32Array.from(tasks, (task) => task.row)
  const week = Int32Array.from(from, (start) => Math.floor(start / weekMinutes))
  const minutes = Float64Array.from(tasks, (task) => asks[task.row]?.request.minutes as number)
  const ask = (task: number) => asks[row[task] as number] as Ask
  const left = (volunteer: number, task: number) =>
    minutesLeftInWeek(roster, slots[volunteer] as number, week[task] as number)
  const walk = (one: number, other: number): number => {
    const [a, b] = [ask(one), ask(other)]
    return walkMetres(a.x, a.y, a.z, b.x, b.y, b.z, roster.rule) / roster.rule.metresPerMinute
  }
  return {
    pair(volunteer, one, other) {
      if (row[one] === row[other]) return true
      const gap = Math.max((from[other] as number) - (to[one] as number), (from[one] as number) - (to[other] as number))
      if (gap < 0) return true
      if (week[one] === week[other]) {
        const both = (minutes[one] as number) + (minutes[other] as number)
        if (both > left(volunteer, one)) return true
      }
      // Nobody walks longer than a day between two tasks that both lie within reach of home.
      return gap < 24 * 60 && walk(one, other) > gap
    },
    atLeast: (task, other) => week[task] === week[other] && (minutes[task] as number) >= (minutes[other] as number),
    tooMuch(volunteer, list) {
      return list.some((first) => {
        const needed = list.reduce((sum, task) => sum + (week[task] === week[first] ? (minutes[task] as number) : 0), 0)
        return needed > left(volunteer, first)
      })
    },
  }
}
