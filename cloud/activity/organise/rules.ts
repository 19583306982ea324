import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import type { ActivityDraft } from '../../../types/activity'
import { refuse } from '../../platform/fault'

dayjs.extend(utc)
dayjs.extend(timezone)

/** Pure decisions about times, groups and series. */

export const mostDays = 14
const dayMs = 86_400_000

/** A draft with every time filled in. */
export interface Schedule {
  startsAt: Date
  endsAt: Date
  signUpOpensAt: Date
  signUpClosesAt: Date
  cancelUntil: Date
}

/** Checks a draft's times, groups and questions against each other and the clock, and fills in what was left out. */
export function decideSchedule(draft: ActivityDraft, now: Date, opensByDefault: Date = now) {
  const { startsAt, endsAt } = draft
  if (startsAt <= now) return refuse('inThePast')
  if (endsAt <= startsAt) return refuse('endsBeforeItStarts')
  if (endsAt.getTime() - startsAt.getTime() > mostDays * dayMs) return refuse('tooLong', { mostDays })
  const signUpClosesAt = draft.signUpClosesAt ?? startsAt
  const signUpOpensAt = draft.signUpOpensAt ?? opensByDefault
  if (signUpOpensAt >= signUpClosesAt || signUpClosesAt > endsAt || signUpClosesAt <= now)
    return refuse('signUpWindowWrong')
  const cancelUntil = draft.cancelUntil ?? startsAt
  if (cancelUntil > startsAt) return refuse('cancelUntilWrong')
  if (repeats(draft.groups.map((g) => g.name))) return refuse('groupNamesRepeat')
  if (repeats(draft.questions.map((q) => q.key))) return refuse('questionKeysRepeat')
  const sum = draft.groups.reduce((seats, g) => seats + g.capacity, 0)
  if (draft.groups.length > 0 && draft.capacity != null && draft.capacity !== sum)
    return refuse('capacityUnlikeGroups', { sum })
  return { startsAt, endsAt, signUpOpensAt, signUpClosesAt, cancelUntil } satisfies Schedule
}

const repeats = (names: readonly string[]) => new Set(names).size < names.length

/** The pools of seats a draft asks for: its groups, or one unnamed pool of its capacity. */
export function poolsOf(draft: ActivityDraft): { name: string; capacity: number | null }[] {
  return draft.groups.length > 0
    ? draft.groups.map(({ name, capacity }) => ({ name, capacity }))
    : [{ name: '', capacity: draft.capacity ?? null }]
}

/**
 * The schedules of a series: the first, then the same weekday and hour each week, or the same day of the month and hour each month
 * (Asia/Shanghai; the 31st becomes the last day of a shorter month, and the next one is the 31st again).
 */
export function repeatSchedule(first: Schedule, every: 'week' | 'month', times: number): Schedule[] {
  return Array.from({ length: times }, (_, n) => {
    const move = (at: Date) => dayjs(at).tz('Asia/Shanghai').add(n, every).toDate()
    const [startsAt, endsAt, signUpClosesAt, cancelUntil] = [
      first.startsAt,
      first.endsAt,
      first.signUpClosesAt,
      first.cancelUntil,
    ].map(move)
    // Sign-up opens for all of them together: people plan their weeks.
    return { startsAt, endsAt, signUpClosesAt, cancelUntil, signUpOpensAt: first.signUpOpensAt } as Schedule
  })
}

/** Moves every time of a schedule by the same amount, for editing the following ones of a series. */
export function shiftSchedule(schedule: Schedule, byMs: number): Schedule {
  const move = (at: Date) => new Date(at.getTime() + byMs)
  return {
    startsAt: move(schedule.startsAt),
    endsAt: move(schedule.endsAt),
    signUpOpensAt: schedule.signUpOpensAt,
    signUpClosesAt: move(schedule.signUpClosesAt),
    cancelUntil: move(schedule.cancelUntil),
  }
}

export interface PoolNow {
  groupId: number
  name: string
  capacity: number | null
  taken: number
  /** Whether anybody ever signed up for it. */
  used: boolean
}

export interface PoolPlan {
  resize: { groupId: number; capacity: number | null }[]
  add: { name: string; capacity: number | null }[]
  remove: number[]
}

/** What changes when pools become others: by name. Lowering below the confirmed seats, or dropping a used pool, is refused. */
export function planPools(now: readonly PoolNow[], wanted: readonly { name: string; capacity: number | null }[]) {
  const plan: PoolPlan = { resize: [], add: [], remove: [] }
  // One pool that stays one pool is the same pool, even when it gets a name.
  const sole = now.length === 1 && wanted.length === 1
  for (const pool of now) {
    const next = sole ? wanted[0] : wanted.find((w) => w.name === pool.name)
    if (!next) {
      if (pool.used) return refuse('groupStillUsed', { groupName: pool.name })
      plan.remove.push(pool.groupId)
    } else if (next.capacity !== null && next.capacity < pool.taken) {
      return refuse('belowConfirmed', { confirmed: pool.taken, groupName: pool.name })
    } else plan.resize.push({ groupId: pool.groupId, capacity: next.capacity })
  }
  if (!sole) plan.add = wanted.filter((w) => !now.some((pool) => pool.name === w.name))
  return plan
}

/** Which changes everybody signed up must hear of. */
export function changesToTell(
  before: Pick<ActivityDraft, 'startsAt' | 'endsAt' | 'placeName' | 'address'>,
  after: typeof before,
): ('time' | 'place')[] {
  const changed: ('time' | 'place')[] = []
  if (before.startsAt.getTime() !== after.startsAt.getTime() || before.endsAt.getTime() !== after.endsAt.getTime())
    changed.push('time')
  if (before.placeName !== after.placeName || before.address !== after.address) changed.push('place')
  return changed
}
