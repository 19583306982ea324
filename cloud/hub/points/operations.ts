import type { hub } from '../../../types/hub'
import { dayOf } from '../../deadlines/working-days'
import { attachFiles } from '../../files/attach'
import { giveFiles } from '../../files/give'
import { tell } from '../../inbox/tell'
import type { Sql } from '../../platform/database'
import { NotFound, refuse } from '../../platform/fault'
import type { Call, Handlers } from '../../platform/operations'
import { fromCursor, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import * as queries from './queries'
import { lockRuleFor } from './rule-queries'
import { quarterOf } from './rules'

type PointsOperations = Pick<Handlers<typeof hub>, 'myPoints' | 'memberPoints' | 'givePoints' | 'takeBackPoints'>

/** The ledger: what arose by itself is in it already; the branch adds by hand and takes back, and edits nothing. */
export const pointsOperations: PointsOperations = {
  async myPoints(sql, who, input, call) {
    const [ledger, isMember] = await Promise.all([
      read(sql, who.personId, who.personId, input, call),
      queries.selectIsMember(sql, who.personId),
    ])
    return { ...ledger, isMember }
  },

  async memberPoints(sql, who, input, call) {
    if ((await queries.selectPostOver(sql, who.personId, input.personId)) !== 'secretary') throw new NotFound()
    const memberId = await queries.selectMemberId(sql, input.personId)
    call.audit({ target: `member:${memberId}`, role: 'partyMember', after: { read: 'points' } })
    return read(sql, who.personId, input.personId, input, call)
  },

  async givePoints(tx, who, input, call) {
    const { personId, code, words, fileIds } = input
    const post = await queries.selectPostOver(tx, who.personId, personId)
    if (post === null || post === 'member') throw new NotFound()
    if (personId === who.personId) return refuse('notForYourself')
    const rule = await lockRuleFor(tx, personId, code, dayOf(call.now), call.now)
    if (rule?.cause !== 'hand') return refuse('noSuchRule')
    const worth = Math.min(rule.points, rule.left)
    if (worth === 0) return refuse('capReached', { left: 0 })
    const points = rule.kind === 'deduction' ? -worth : worth
    const { memberId, ruleId, areaCode } = rule
    const entry = { personId, ruleId, code, points, recorderId: who.personId, areaCode, words }
    const entryId = await queries.insertEntry(tx, entry, fileIds, call.now)
    const target = { kind: 'pointEntry', id: entryId }
    await attachFiles(tx, { ownerId: who.personId, fileIds, target, path: 'fileIds' })
    await tell(tx, [{ personId, kind: 'pointsNoted', facts: {} }])
    call.audit({
      target: `pointEntry:${entryId}`,
      areaCode,
      role: 'partyMember',
      after: { memberId, code, points, files: fileIds.length },
    })
    return { entryId, points }
  },

  async takeBackPoints(tx, who, input, call) {
    const entry = found(await queries.lockEntry(tx, input.entryId))
    if ((await queries.selectPostOver(tx, who.personId, entry.personId)) !== 'secretary') throw new NotFound()
    if (entry.personId === who.personId) return refuse('notForYourself')
    if (entry.counter || entry.net === 0) return refuse('alreadyTakenBack')
    const entryId = await queries.insertCounter(tx, entry, who.personId, input.words, call.now)
    const { personId, memberId, areaCode } = entry
    await tell(tx, [{ personId, kind: 'pointsNoted', facts: {} }])
    const after = { memberId, points: -entry.net, counters: entry.entryId }
    call.audit({ target: `pointEntry:${entryId}`, areaCode, role: 'partyMember', after })
    return { entryId }
  },
}

/** One person's quarter, with files for `me`, who may see it. */
async function read(
  sql: Sql,
  me: number,
  personId: number,
  input: { quarter?: string | undefined; cursor?: string | undefined },
  call: Call,
) {
  const quarter = quarterOf(input.quarter ?? dayOf(call.now))
  const before = fromCursor(input.cursor, ['number'])?.[0] as number | undefined
  const [rows, sums, quarters] = await Promise.all([
    queries.selectEntries(sql, personId, quarter, before, pageSize + 1),
    queries.selectSums(sql, personId, quarter),
    queries.selectQuarters(sql, personId),
  ])
  const page = toPage(rows, (row) => [row.entryId])
  const fileIds = page.rows.flatMap((row) => row.fileIds)
  const files = await giveFiles(sql, call.services, { fileIds, to: me, now: call.now })
  return {
    quarter,
    quarters: [...new Set([quarter, ...quarters])].sort().reverse(),
    sums,
    ...page,
    rows: page.rows.map(({ fileIds: ids, appeal, ...row }) => ({
      ...row,
      files: files.filter((file) => ids.includes(file.fileId)),
      appeal: appeal && {
        ...appeal,
        dueAt: new Date(appeal.dueAt),
        decidedAt: appeal.decidedAt === null ? null : new Date(appeal.decidedAt),
      },
      mayAppeal:
        personId === me && appeal === null && row.evidence !== 'counter' && row.takenBack < Math.abs(row.points),
    })),
  }
}
