import { recordWork } from '../audit/record'
import { tell } from '../inbox/tell'
import { inTransaction, type Tx } from '../platform/database'
import type { Job } from '../platform/jobs'
import * as clock from './clock-queries'
import { recheckComments } from './rate/recheck'
import { leaveAndPromote, toBoth } from './sign-up/promote'
import { lockActivities, selectLapsed } from './sign-up/queries'

/** What happens by the clock. Each job asks the database what is due, so a server that was away catches up and nothing happens twice. */
export const activityJobs: Job[] = [
  {
    name: 'lapsePromotions',
    cron: '* * * * *',
    run: ({ sql }) => untilDone(() => inTransaction(sql, lapsePromotions)),
  },
  { name: 'closeWaitlists', cron: '* * * * *', run: ({ sql }) => untilDone(() => inTransaction(sql, closeWaitlists)) },
  { name: 'remindOfActivities', cron: '*/5 * * * *', run: ({ sql }) => untilDone(() => inTransaction(sql, remind)) },
  {
    name: 'closeActivities',
    cron: '*/5 * * * *',
    run: ({ sql }) => untilDone(() => inTransaction(sql, closeActivities)),
  },
  { name: 'recheckComments', cron: '*/30 * * * *', run: recheckComments },
]

const atOnce = 100

/** Small transactions until nothing is due. */
async function untilDone(step: () => Promise<number>): Promise<void> {
  while ((await step()) >= atOnce) {
    // the next hundred
  }
}

/** Promotions nobody answered: the seat goes to the next in line. Returns how many. */
export async function lapsePromotions(tx: Tx): Promise<number> {
  const seen = await selectLapsed(tx, atOnce)
  await lockActivities(
    tx,
    seen.map((s) => s.activityId),
  )
  // Read again under the lock: an answer may have come at the last second.
  const lapsed = await selectLapsed(tx, atOnce)
  const locked = new Set(seen.map((s) => s.activityId))
  for (const signUp of lapsed) {
    if (!locked.has(signUp.activityId)) continue
    const { activityId, areaCode, title, startsAt, signUpId } = signUp
    const promoted = await leaveAndPromote(tx, { activityId, title, startsAt }, [signUpId], 'noAnswer')
    await tell(tx, toBoth(signUp, { kind: 'signUpLapsed', facts: { activityId, title, startsAt, signUpId } }))
    await recordWork(tx, 'activity.lapsePromotion', [
      {
        target: `signUp:${signUpId}`,
        areaCode,
        before: { status: 'confirmed' },
        after: { status: 'cancelled', reason: 'noAnswer', promoted: promoted.map((p) => p.signUpId) },
      },
    ])
  }
  return seen.length
}

/** From `cancelUntil` on nobody withdraws any more: those still waiting are told that it did not work out. */
export async function closeWaitlists(tx: Tx): Promise<number> {
  const due = await clock.closeWaitlists(tx, atOnce)
  const waiting = await clock.selectWaiting(tx, due)
  await tell(
    tx,
    waiting.flatMap(({ activityId, title, startsAt, ...s }) =>
      toBoth(s, { kind: 'signUpNotPromoted', facts: { activityId, title, startsAt, signUpId: s.signUpId } }),
    ),
  )
  await recordWork(
    tx,
    'activity.closeWaitlist',
    due.map(({ activityId, areaCode }) => ({
      target: `activity:${activityId}`,
      areaCode,
      after: { waitlist: 'closed' },
    })),
  )
  return due.length
}

/** The evening before, or as soon as possible after: who, when, where. */
export async function remind(tx: Tx): Promise<number> {
  const due = await clock.markReminded(tx, atOnce)
  const coming = await clock.selectComing(tx, due)
  await tell(
    tx,
    coming.flatMap(({ activityId, title, startsAt, place, ...s }) =>
      toBoth(s, { kind: 'activityReminder', facts: { activityId, title, startsAt, place, signUpId: s.signUpId } }),
    ),
  )
  await recordWork(
    tx,
    'activity.remind',
    due.map(({ activityId, areaCode }) => ({ target: `activity:${activityId}`, areaCode, after: { reminded: true } })),
  )
  return due.length
}

/** Two hours after the end the books are closed. Returns how many activities. */
export async function closeActivities(tx: Tx): Promise<number> {
  const ended = await clock.closeEnded(tx, atOnce)
  await recordWork(
    tx,
    'activity.close',
    ended.map(({ activityId, areaCode, noShows }) => ({
      target: `activity:${activityId}`,
      areaCode,
      before: { status: 'published' },
      after: { status: 'ended', noShows },
    })),
  )
  return ended.length
}
