import { recordWork } from '../../audit/record'
import { tell } from '../../inbox/tell'
import { inTransaction } from '../../platform/database'
import type { JobDeps } from '../../platform/jobs'
import * as queries from './queries'
import { rateWording } from './wording'

const atOnce = 100
const stateAfter = { pass: 'shown', review: 'inReview', risky: 'hidden' } as const

/** Comments that could not be checked when they were written are checked later: shown, hidden (and their author told), or left to a person. */
export async function recheckComments({ sql, services }: JobDeps): Promise<void> {
  await inTransaction(sql, async (tx) => {
    for (const rating of await queries.selectUnchecked(tx, atOnce)) {
      const { ratingId, openid, comment, author, activityId, areaCode, title, startsAt } = rating
      const verdict = await services.wechat.checkText({ openid, scene: 2, content: comment })
      if (verdict === 'unavailable') continue
      const reason = rateWording.machineHid
      if (verdict === 'pass') await queries.showComment(tx, ratingId)
      if (verdict === 'review') await queries.leaveToPerson(tx, ratingId)
      if (verdict === 'risky') {
        await queries.hideComment(tx, ratingId, reason)
        await tell(tx, [{ personId: author, kind: 'commentHidden', facts: { activityId, title, startsAt, reason } }])
      }
      await recordWork(tx, 'activity.recheckComment', [
        {
          target: `rating:${ratingId}`,
          areaCode,
          before: { comment: 'inReview' },
          after: { verdict, comment: stateAfter[verdict] },
        },
      ])
    }
  })
}
