import type { application } from '../../../types/application'
import { selectServedAreas } from '../../people/scope'
import { open } from '../../platform/crypto'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { fromCursor, idAfter, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import { isLawful, move } from '../life/move'
import { lockApplication } from '../life/queries'
import { tellApplicant } from '../tell-sides'
import { readQueueRows } from '../view/queue-row'
import { closeCallBack, lockCallBack, selectAppeals, selectCallBacks } from './answer-queries'
import { selectExceptions, selectOverdue } from './queries'

type ListOperations = Pick<
  Handlers<typeof application>,
  'overdue' | 'exceptions' | 'callBacks' | 'callBack' | 'appeals'
>

/** What a supervisor goes through: overdue cases, second visits, poor ratings, appeals. */
export const superviseListOperations: ListOperations = {
  async overdue(sql, who, input, call) {
    const after = fromCursor(input.cursor, ['string', 'number']) as [string, number] | undefined
    const areas = await selectServedAreas(sql, who.personId, ['supervisor', 'communityAdmin', 'approver'])
    const late = await selectOverdue(sql, areas, call.now, after, pageSize + 1)
    const page = toPage(late, (row) => [row.at, row.applicationId])
    const rows = await readQueueRows(
      sql,
      who.personId,
      page.rows.map((row) => row.applicationId),
      call.now,
    )
    return { ...page, rows: page.rows.map((row) => found(rows.get(row.applicationId))) }
  },

  async exceptions(sql, who, input) {
    const rows = await selectExceptions(sql, who.personId, idAfter(input.cursor), pageSize + 1)
    return toPage(rows, (row) => [row.exceptionId])
  },

  async callBacks(sql, who, input, call) {
    const rows = await selectCallBacks(sql, who.personId, input.open, idAfter(input.cursor), pageSize + 1)
    const page = toPage(rows, (row) => [row.callBackId])
    if (page.rows.some((row) => row.ownerId === who.personId))
      call.audit({ target: 'callBacks', role: 'approver', after: { rows: page.rows.length } })
    return {
      ...page,
      rows: page.rows.map(({ applicationId: _, phoneCipher, ...row }) => {
        const mine = row.ownerId === who.personId
        return {
          ...row,
          mine,
          // Which case it was, and how to reach the person: only for whoever calls.
          number: mine ? row.number : null,
          phone: mine && phoneCipher && !row.doneAt ? open(call.services.keys.field, phoneCipher) : null,
        }
      }),
    }
  },

  async callBack(tx, who, input, call) {
    const row = found(await lockCallBack(tx, input.callBackId))
    if (row.ownerId !== who.personId) return refuse('notYours', { owner: row.ownerName })
    if (row.doneAt) return refuse('alreadyDone')
    const a = found(await lockApplication(tx, row.applicationId, { as: 'system' }))
    await closeCallBack(tx, input.callBackId, input.answer, call.now)
    if (isLawful('callBack', a.status))
      await move(tx, a, { kind: 'callBack', actor: 'approver', personId: who.personId, why: input.answer }, call.now)
    await tellApplicant(tx, a, 'ratingAnswered')
    call.audit({
      target: `callBack:${input.callBackId}`,
      areaCode: a.areaCode,
      role: 'approver',
      after: { done: true },
    })
    return {}
  },

  async appeals(sql, who, input) {
    const rows = await selectAppeals(sql, who.personId, input.open, idAfter(input.cursor), pageSize + 1)
    return toPage(rows, (row) => [row.appealId])
  },
}
