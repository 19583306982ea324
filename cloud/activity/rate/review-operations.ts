import type { activity } from '../../../types/activity'
import { tell } from '../../inbox/tell'
import { areasWithin, selectServedAreas } from '../../people/scope'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { idAfter, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import * as queries from './review-queries'

type ReviewOperations = Pick<Handlers<typeof activity>, 'comments' | 'reviewComment'>

/** A person looks at what no machine could decide. */
export const reviewOperations: ReviewOperations = {
  async comments(sql, who, input) {
    const { state, areaCode } = input
    const areas = areasWithin(await selectServedAreas(sql, who.personId, ['communityAdmin']), areaCode)
    const rows = await queries.selectComments(sql, areas, state, idAfter(input.cursor), pageSize + 1)
    return toPage(rows, (row) => [row.ratingId])
  },

  async reviewComment(tx, who, input, call) {
    const { ratingId, decision } = input
    const comment = found(await queries.lockComment(tx, who.personId, ratingId))
    const { activityId, title, startsAt, areaCode, state } = comment
    if (comment.writtenAt.getTime() !== input.writtenAt.getTime()) return refuse('writtenAnew')
    const wanted = decision.show ? 'shown' : 'hidden'
    if (state === wanted) return refuse('alreadySo', { state })
    const reason = decision.show ? null : decision.reason
    await queries.decideComment(tx, who.personId, ratingId, reason)
    if (reason !== null) {
      await tell(tx, [
        { personId: comment.author, kind: 'commentHidden', facts: { activityId, title, startsAt, reason } },
      ])
    }
    call.audit({
      target: `rating:${ratingId}`,
      areaCode,
      role: 'communityAdmin',
      before: { comment: state },
      after: { comment: wanted, ...(reason === null ? {} : { reason }) },
    })
    return {}
  },
}
