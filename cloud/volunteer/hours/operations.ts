import type { volunteer } from '../../../types/volunteer'
import { dayOf } from '../../deadlines/working-days'
import { attachFiles } from '../../files/attach'
import { giveFiles } from '../../files/give'
import { tell } from '../../inbox/tell'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { fromCursor, idAfter, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import { helpKindNames } from '../wording'
import * as queries from './queries'
import { correctBackDays, logBackDays, whatIsWrongWith } from './rules'

type HoursOperations = Pick<
  Handlers<typeof volunteer>,
  'myHours' | 'myYear' | 'logHours' | 'correctHours' | 'hoursToReview' | 'reviewHours'
>

/** Hours: evidence its owner keeps. */
export const hoursOperations: HoursOperations = {
  async myHours(sql, who, input, call) {
    const before = fromCursor(input.cursor, ['number'])?.[0] as number | undefined
    const [rows, totals] = await Promise.all([
      queries.selectMine(sql, who.personId, before, pageSize + 1),
      queries.selectTotals(sql, who.personId, `${dayOf(call.now).slice(0, 4)}-01-01`),
    ])
    return {
      ...toPage(
        rows.map((row) => toRecord(row, call.now)),
        (row) => [row.recordId],
      ),
      ...totals,
    }
  },

  async myYear(sql, who, input) {
    const rows = await queries.selectCounted(sql, who.personId, `${input.year}-01-01`, `${input.year}-12-31`)
    const sum = (some: readonly queries.CountedRow[]) => some.reduce((all, one) => all + one.minutes, 0)
    const kinds = [...new Set(rows.map((row) => row.kind))]
    return {
      minutes: sum(rows),
      tasks: rows.filter((row) => row.isTask).length,
      activities: rows.filter((row) => !row.isTask).length,
      neighbours: new Set(rows.flatMap((row) => row.requesterId ?? [])).size,
      months: Array.from({ length: 12 }, (_, i) => ({
        month: i + 1,
        minutes: sum(rows.filter((row) => Number(row.day.slice(5, 7)) === i + 1)),
      })),
      kinds: kinds
        .map((kind) => ({ kind, minutes: sum(rows.filter((row) => row.kind === kind)) }))
        .sort((a, b) => b.minutes - a.minutes),
    }
  },

  async logHours(tx, who, input, call) {
    const { from, until, what, fileIds } = input
    const wrong = whatIsWrongWith(from, until, logBackDays, call.now)
    if (wrong) return refuse('timesWrong', { why: wrong })
    if (!(await queries.selectIsVolunteer(tx, who.personId))) return refuse('notAVolunteer')
    const recordId = await queries.insertSelfLogged(tx, { personId: who.personId, from, until, what })
    const target = { kind: 'serviceRecord', id: recordId }
    await attachFiles(tx, { ownerId: who.personId, fileIds, target, path: 'fileIds' })
    call.audit({ target: `serviceRecord:${recordId}`, role: 'volunteer', after: { from, until, what } })
    return { recordId }
  },

  async correctHours(tx, who, input, call) {
    const { from, until, why } = input
    const own = found(await queries.lockMine(tx, who.personId, input.recordId))
    const wrong = whatIsWrongWith(from, until, correctBackDays, call.now)
    if (wrong) return refuse('timesWrong', { why: wrong })
    if (!toRecord(own, call.now).mayCorrect) return refuse('notThisOne')
    const recordId = await queries.insertCorrection(tx, {
      personId: who.personId,
      from,
      until,
      why,
      replacesId: own.recordId,
    })
    call.audit({ target: `serviceRecord:${recordId}`, after: { replaces: own.recordId, from, until } })
    return { recordId }
  },

  async hoursToReview(sql, who, input, call) {
    const { countyCode } = call.services
    const rows = await queries.selectToReview(sql, who.personId, countyCode, idAfter(input.cursor), pageSize + 1)
    const page = toPage(rows, (row) => [row.recordId])
    if (page.rows.length > 0)
      call.audit({ target: 'serviceRecords:waiting', role: 'communityAdmin', after: { rows: page.rows.length } })
    return {
      ...page,
      rows: await Promise.all(
        page.rows.map(async (row) => ({
          ...toRecord(row, call.now),
          name: row.name,
          areaName: row.areaName,
          dayMinutes: row.dayMinutes,
          instead: row.insteadFrom && row.insteadUntil ? { from: row.insteadFrom, until: row.insteadUntil } : null,
          pictures: await giveFiles(sql, call.services, { fileIds: row.fileIds, to: who.personId, now: call.now }),
        })),
      ),
    }
  },

  async reviewHours(tx, who, input, call) {
    const { recordId, accept, reason } = input
    const record = found(await queries.lockToReview(tx, who.personId, call.services.countyCode, recordId))
    if (record.status !== 'waiting') return refuse('alreadyReviewed')
    if (!accept && reason === '') return refuse('reasonNeeded')
    if (accept && record.replacesId !== null) await queries.setReplaced(tx, record.replacesId)
    await queries.setReviewed(tx, recordId, accept ? 'counted' : 'refused', who.personId, reason, call.now)
    const title = record.title ?? (record.kind ? helpKindNames[record.kind] : '')
    await tell(tx, [
      {
        personId: record.personId,
        kind: accept ? 'hoursCounted' : 'hoursRefused',
        facts: { title, startsAt: record.from, ...(reason === '' ? {} : { reason }) },
      },
    ])
    call.audit({
      target: `serviceRecord:${recordId}`,
      role: 'communityAdmin',
      before: { status: 'waiting' },
      after: { status: accept ? 'counted' : 'refused', ...(reason === '' ? {} : { reason }) },
    })
    return {}
  },
}

function toRecord({ personId: _, replacesId: __, ...row }: queries.RecordRow, now: Date) {
  const recent = whatIsWrongWith(row.from, row.until, correctBackDays, now) === undefined
  return { ...row, mayCorrect: recent && row.status === 'counted' && row.source !== 'longer' }
}
