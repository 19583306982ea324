import type { FeedbackState, feedback } from '../../types/feedback'
import { tell } from '../inbox/tell'
import { areasWithin, selectServedAreas } from '../people/scope'
import { refuse } from '../platform/fault'
import type { Handlers } from '../platform/operations'
import { fromCursor, pageSize, toPage } from '../platform/paging'
import { found } from '../platform/serve'
import * as queries from './desk-queries'
import { lightOf, stateOf } from './rules'

type DeskOperations = Pick<Handlers<typeof feedback>, 'desk' | 'answer' | 'takeOver'>

/** What staff do with feedback of their areas. */
export const deskOperations: DeskOperations = {
  async desk(sql, who, input, call) {
    const { state, areaCode } = input
    const served = await selectServedAreas(sql, who.personId, ['communityAdmin', 'supervisor'])
    const rows = await queries.selectDesk(
      sql,
      who.personId,
      areasWithin(served, areaCode),
      state,
      positionOf(input.cursor),
      pageSize + 1,
    )
    return toPage(
      rows.map((row) => toDesk(row, state, call.now)),
      (row) => [row.answerBy.toISOString(), row.feedbackId],
    )
  },

  async answer(tx, who, input, call) {
    const { feedbackId, answer } = input
    const before = found(await queries.lockForStaff(tx, who.personId, feedbackId))
    if (before.answeredAt) return refuse('alreadyAnswered')
    if (before.withdrawnAt) return refuse('alreadyWithdrawn')
    await queries.insertAnswer(tx, who.personId, feedbackId, answer, call.now)
    await tell(tx, [
      {
        personId: before.author,
        kind: 'feedbackAnswered',
        facts: { feedbackId, title: before.number, reason: answer },
      },
    ])
    call.audit({
      target: `feedback:${feedbackId}`,
      areaCode: before.areaCode,
      role: 'communityAdmin',
      before: { ownerId: before.ownerId },
      after: { answered: true, ownerId: who.personId },
    })
    return {}
  },

  async takeOver(tx, who, input, call) {
    const { feedbackId } = input
    const before = found(await queries.lockForStaff(tx, who.personId, feedbackId))
    if (before.answeredAt) return refuse('alreadyAnswered')
    if (before.withdrawnAt) return refuse('alreadyWithdrawn')
    if (before.ownerId === who.personId) return refuse('alreadyYours')
    await queries.updateOwner(tx, feedbackId, who.personId)
    call.audit({
      target: `feedback:${feedbackId}`,
      areaCode: before.areaCode,
      role: 'communityAdmin',
      before: { ownerId: before.ownerId },
      after: { ownerId: who.personId },
    })
    return {}
  },
}

function toDesk(row: queries.DeskRow, state: FeedbackState, now: Date) {
  const { withdrawnAt: _, administers, ...shown } = row
  const actions: ('answer' | 'takeOver')[] =
    state !== 'open' || !administers ? [] : row.mine ? ['answer'] : ['answer', 'takeOver']
  return { ...shown, state: stateOf(row), light: lightOf(row, now), allowedActions: actions }
}

function positionOf(cursor: string | undefined) {
  const values = fromCursor(cursor, ['string', 'number'])
  return values && { answerBy: new Date(String(values[0])).toISOString(), feedbackId: Number(values[1]) }
}
