import { type hub, pointLimits } from '../../../types/hub'
import { tell } from '../../inbox/tell'
import { NotFound, refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { fromCursor, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import { hoursLater } from '../life/rules'
import * as queries from './appeal-queries'
import { insertCounter, lockEntry } from './queries'

type AppealOperations = Pick<Handlers<typeof hub>, 'appealPoints' | 'pointAppeals' | 'decidePointAppeal'>

/** A member says that an entry is wrong; somebody else than who recorded it decides, with words. */
export const appealOperations: AppealOperations = {
  async appealPoints(tx, who, input, call) {
    const { personId } = who
    const entry = found(await lockEntry(tx, input.entryId))
    if (entry.personId !== personId) throw new NotFound()
    if (entry.counter || entry.net === 0) return refuse('alreadyTakenBack')
    const ownerId = await queries.selectOwner(tx, entry)
    if (ownerId === undefined) return refuse('nobodyResponsible')
    const dueAt = hoursLater(call.now, pointLimits.appealDays * 24)
    const { entryId, areaCode } = entry
    const appealId = await queries.insertAppeal(tx, { entryId, personId, words: input.words, ownerId, dueAt }, call.now)
    await tell(tx, [{ personId: ownerId, kind: 'pointsAppealDue', facts: { appealId, dueAt } }])
    call.audit({ target: `pointAppeal:${appealId}`, areaCode, role: 'partyMember', after: { entryId, ownerId, dueAt } })
    return { appealId, dueAt }
  },

  async pointAppeals(sql, who, input, call) {
    const after = fromCursor(input.cursor, ['boolean', 'number'])
    const position = after && { notMine: after[0] as boolean, appealId: after[1] as number }
    const rows = await queries.selectAppeals(sql, who.personId, position, pageSize + 1)
    const page = toPage(rows, (row) => [!row.mine, row.appealId])
    if (page.rows.length > 0)
      call.audit({ target: 'pointAppeals', after: { read: page.rows.map(({ appealId }) => appealId) } })
    return { ...page, rows: page.rows.map((row) => ({ ...row, overdue: row.dueAt <= call.now })) }
  },

  async decidePointAppeal(tx, who, input, call) {
    const appeal = found(await queries.lockAppeal(tx, who.personId, input.appealId))
    if (appeal.status !== 'waiting') return refuse('alreadyDecided')
    const { appealId, entryId, personId } = appeal
    const status = input.uphold ? 'upheld' : 'dismissed'
    const entry = found(await lockEntry(tx, entryId))
    if (input.uphold && entry.net !== 0) await insertCounter(tx, entry, who.personId, input.words, call.now)
    await queries.setDecided(tx, appealId, { status, by: who.personId, words: input.words }, call.now)
    await tell(tx, [{ personId, kind: 'pointsAppealAnswered', facts: {} }])
    const { areaCode } = entry
    call.audit({
      target: `pointAppeal:${appealId}`,
      areaCode,
      before: { status: 'waiting' },
      after: { status, entryId },
    })
    return {}
  },
}
