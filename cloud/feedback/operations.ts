import type { feedback } from '../../types/feedback'
import { tell } from '../inbox/tell'
import { refuse } from '../platform/fault'
import type { Call, Caller, Handlers } from '../platform/operations'
import { idAfter, pageSize, toPage } from '../platform/paging'
import { found } from '../platform/serve'
import { deskOperations } from './desk-operations'
import * as queries from './queries'
import { answerDeadline, chooseOwner, lightOf, mostADay, stateOf } from './rules'

/** Operations of feedback, one each; the contract says what they promise. */
export const operations: Handlers<typeof feedback> = {
  async send(tx, who, input, call) {
    const author = await queries.lockAuthor(tx, who.personId)
    const areaCode = input.areaCode ?? author.community
    if (areaCode === null) return refuse('communityNeeded')
    if (!(await queries.isCommunity(tx, areaCode))) return refuse('noSuchCommunity')
    if (author.today >= mostADay) return refuse('tooMany', { most: mostADay })
    // Only staff read it, so nothing but an outright refusal stops a complaint.
    if ((await check(who, input.words, call)) === 'risky') return refuse('wordsRefused')
    const { kind, about, anonymous, words } = input
    const ownerId = chooseOwner(await queries.selectCandidates(tx, areaCode), about, who.personId)
    const answerBy = answerDeadline(call.now)
    const made = await queries.insertFeedback(tx, {
      kind,
      about,
      areaCode,
      personId: who.personId,
      anonymous,
      words,
      sentAt: call.now,
      answerBy,
      ownerId,
    })
    const { feedbackId, number } = made
    if (ownerId !== undefined)
      await tell(tx, [{ personId: ownerId, kind: 'feedbackReceived', facts: { feedbackId, title: number, answerBy } }])
    call.audit({ target: `feedback:${feedbackId}`, areaCode, after: { number, kind, about, anonymous } })
    return toMine(found(await queries.selectOptionalMine(tx, who.personId, feedbackId)), call.now)
  },

  async mine(sql, who, input, call) {
    const rows = await queries.selectMine(sql, who.personId, idAfter(input.cursor), pageSize + 1)
    return toPage(
      rows.map((row) => toMine(row, call.now)),
      (row) => [row.feedbackId],
    )
  },

  detail: async (sql, who, input, call) =>
    toMine(found(await queries.selectOptionalMine(sql, who.personId, input.feedbackId)), call.now),

  async withdraw(tx, who, input, call) {
    const { feedbackId } = input
    const before = found(await queries.lockMine(tx, who.personId, feedbackId))
    if (before.answeredAt) return refuse('alreadyAnswered')
    if (before.withdrawnAt) return refuse('alreadyWithdrawn')
    await queries.withdraw(tx, feedbackId)
    call.audit({ target: `feedback:${feedbackId}`, areaCode: before.areaCode, after: { withdrawn: true } })
    return toMine(found(await queries.selectOptionalMine(tx, who.personId, feedbackId)), call.now)
  },

  ...deskOperations,
}

function toMine(row: queries.FeedbackRow, now: Date) {
  const { withdrawnAt: _, ...shown } = row
  const state = stateOf(row)
  const allowedActions: 'withdraw'[] = state === 'open' ? ['withdraw'] : []
  return { ...shown, state, light: lightOf(row, now), allowedActions }
}

async function check(who: Caller, content: string, call: Call) {
  if (!who.openid) return 'unavailable'
  return call.services.wechat.checkText({ openid: who.openid, scene: 2, content })
}
