import type { ActivityDraft } from '../../types/activity'
import type { TestCloud, TestPerson } from '../cloud'
import { liuqiao } from './areas'

const hour = 3_600_000
let made = 0

/** A valid draft in 柳桥社区, each four hours after the one before so that none overlap; tests state only what matters to them. */
export function draftOf(changes: Partial<ActivityDraft> = {}): ActivityDraft {
  const startsAt = changes.startsAt ?? new Date(Date.now() + (72 + 4 * made++) * hour)
  return {
    areaCode: liuqiao,
    kind: 'tea',
    title: '冬日茶话会：加装电梯怎么商量',
    body: '坐下把话说开。',
    placeName: '社区客厅',
    address: '柳桥弄 12 号',
    startsAt,
    endsAt: new Date(startsAt.getTime() + 1.5 * hour),
    capacity: 30,
    groups: [],
    waitlist: true,
    join: 'everyone',
    maxParty: 4,
    questions: [],
    needsApproval: false,
    showUpFirst: false,
    promotionAnswerMinutes: 120,
    host: '柳桥社区居委会',
    contactName: '刘敏',
    ...changes,
  }
}

/** Publishes an activity as `admin`, who approves in its area. Sign-up opened a moment ago. */
export async function publish(
  cloud: TestCloud,
  admin: TestPerson,
  changes: Partial<ActivityDraft> = {},
): Promise<number> {
  const { activityId } = await cloud.ask(admin, 'activity.draft', draftOf(changes))
  await cloud.ask(admin, 'activity.submit', { activityId })
  return activityId
}

/** Moves an activity in time, with its sign-ups, as if it had been planned so. */
export async function moveTo(cloud: TestCloud, activityId: number, startsAt: Date, hours = 2): Promise<void> {
  const endsAt = new Date(startsAt.getTime() + hours * hour)
  const opened = new Date(Math.min(startsAt.getTime(), Date.now()) - 48 * hour)
  await cloud.sql`
    update activities set starts_at = ${startsAt}, ends_at = ${endsAt}, sign_up_opens_at = ${opened}, sign_up_closes_at = ${startsAt}, cancel_until = ${startsAt}
     where id = ${activityId}`
  await cloud.sql`update sign_ups set starts_at = ${startsAt}, ends_at = ${endsAt} where activity_id = ${activityId}`
}
