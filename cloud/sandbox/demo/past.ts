import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import { closeActivities } from '../../activity/jobs'
import { recordAudit } from '../../audit/record'
import { inTransaction } from '../../platform/database'
import type { Caller } from '../../platform/operations'
import { createEndpoints, type Server } from '../../server'
import { pastActivities, pastFeedback } from './past-words'
import { requestIdOf } from './random'
import { wireOf } from './wire'

dayjs.extend(utc)
dayjs.extend(timezone)

const community = '990101001001'
const minute = 60_000

/** Who lived through it. */
export interface PastCast {
  admin: Caller
  /** Who administers 柳桥社区. */
  answerer: Caller
  wang: Caller
  neighbours: readonly Caller[]
}

/**
 * Lives through what was before today: activities with whoever came and stayed away, their stars, words and served hours, and what residents
 * complained of or suggested, answered and not. Each step is the operation of its time, asked at its moment.
 */
export async function livePast({ sql, services }: Server, cast: PastCast, now: Date): Promise<void> {
  let moment = now
  const endpoints = createEndpoints({ sql, services, recordAudit, now: () => moment })
  const today = dayjs(now).tz('Asia/Shanghai').startOf('day')
  const ask = async (who: Caller, name: string, input: object): Promise<Record<string, unknown>> => {
    const body = wireOf(input)
    const requestId = requestIdOf(`past ${today.format('YYYY-MM-DD')} ${who.personId} ${name} ${JSON.stringify(body)}`)
    const answer = await endpoints.get(name)?.(who, { requestId, ...body })
    if (!answer?.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`)
    return answer.value as Record<string, unknown>
  }
  /** At a moment, for several people at once. */
  const at = async <T>(then: Date, work: () => Promise<T>): Promise<T> => {
    moment = then
    return work()
  }

  for (const [n, past] of pastActivities.entries()) {
    const startsAt = today.subtract(past.daysAgo, 'day').hour(past.hour)
    const endsAt = startsAt.add(past.hours, 'hour')
    const { activityId } = await at(startsAt.subtract(6, 'day').toDate(), async () => {
      const drafted = await ask(cast.admin, 'activity.draft', {
        ...past.words,
        ...{ areaCode: community, groups: [], questions: [], waitlist: true, join: 'everyone', maxParty: 1 },
        ...{ needsApproval: false, showUpFirst: false, promotionAnswerMinutes: 120, lat: null, lng: null },
        startsAt: startsAt.toDate(),
        endsAt: endsAt.toDate(),
        cancelUntil: startsAt.subtract(12, 'hour').toDate(),
      })
      await ask(cast.admin, 'activity.submit', { activityId: drafted.activityId })
      return drafted
    })
    const guests = cast.neighbours.slice(n * 9, n * 9 + past.guests)
    if (past.wangComes) guests.unshift(cast.wang)
    const signUps = await at(startsAt.subtract(2, 'day').toDate(), () =>
      Promise.all(guests.map((who) => ask(who, 'activity.signUp', { activityId, party: 1 }))),
    )
    // The last two stay away.
    const came = signUps.slice(0, signUps.length - past.stayAway)
    await at(endsAt.add(10, 'minute').toDate(), () =>
      ask(cast.admin, 'activity.syncCheckIns', {
        activityId,
        entries: came.flatMap(({ signUpId }, i) =>
          (['in', 'out'] as const).map((action) => ({
            entryId: requestIdOf(`${activityId} ${signUpId} ${action}`),
            by: { type: 'list', signUpId },
            action,
            at: action === 'in' ? new Date(startsAt.valueOf() - (8 - i) * minute) : endsAt.toDate(),
          })),
        ),
      }),
    )
    const raters = guests.slice(past.wangComes ? 1 : 0)
    await at(endsAt.add(2, 'hour').toDate(), () =>
      Promise.all(
        past.ratings.map(([stars, comment], i) =>
          ask(raters[i] as Caller, 'activity.rate', { activityId, stars, comment }),
        ),
      ),
    )
  }
  await inTransaction(sql, closeActivities)

  for (const [n, { daysAgo, answer, fromWang, ...said }] of pastFeedback.entries()) {
    const who = fromWang ? cast.wang : (cast.neighbours[n] as Caller)
    const { feedbackId } = await at(today.subtract(daysAgo, 'day').hour(10).toDate(), () =>
      ask(who, 'feedback.send', { ...said, areaCode: community }),
    )
    if (answer)
      await at(
        today
          .subtract(daysAgo - 1, 'day')
          .hour(15)
          .toDate(),
        () => ask(cast.answerer, 'feedback.answer', { feedbackId, answer }),
      )
  }
}
