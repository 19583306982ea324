import type { activity } from '../../../types/activity'
import { areasWithin, selectServedAreas } from '../../people/scope'
import type { Sql } from '../../platform/database'
import { NotFound } from '../../platform/fault'
import type { Caller, Handlers } from '../../platform/operations'
import { fromCursor, idAfter, pageSize, toPage } from '../../platform/paging'
import { viewerOf } from '../browse/operations'
import { personalCode } from '../view/codes'
import { type ActivityRecord, selectOptionalActivity } from '../view/queries'
import { toRows, toSignUpView } from '../view/shape'
import * as queries from './list-queries'
import { rosterFile } from './roster-file'

type ReadOperations = Pick<Handlers<typeof activity>, 'managed' | 'submissions' | 'roster' | 'exportSignUps'>

/** What organisers and approvers look at. */
export const organiseListOperations: ReadOperations = {
  async managed(sql, who, input, call) {
    const after = fromCursor(input.cursor, ['string', 'number'])
    const position = after && { startsAt: after[0] as string, id: after[1] as number }
    const areas = await selectServedAreas(sql, who.personId, ['communityAdmin'])
    const records = await queries.selectManaged(sql, who.personId, areas, input.status, position, pageSize + 1)
    const page = toPage(records, (r) => [r.startsAt.toISOString(), r.activityId])
    return { ...page, rows: await toRows(sql, page.rows, viewerOf(who, call)) }
  },

  async submissions(sql, who, input, call) {
    const after = fromCursor(input.cursor, ['string', 'number'])
    const position = after && { submittedAt: after[0] as string, id: after[1] as number }
    const areas = areasWithin(await selectServedAreas(sql, who.personId, ['communityAdmin']), input.areaCode)
    const records = await queries.selectSubmissions(sql, who.personId, areas, position, pageSize + 1)
    const page = toPage(records, (r) => [r.submittedAt.toISOString(), r.activityId])
    const rows = await toRows(sql, page.rows, viewerOf(who, call))
    return { ...page, rows: rows.map((row, i) => ({ ...(page.rows[i] as (typeof page.rows)[number]), ...row })) }
  },

  async roster(sql, who, input, call) {
    const record = await managedActivity(sql, who, input.activityId)
    const [rows, totals] = await Promise.all([
      queries.selectRoster(sql, record.activityId, input.status, idAfter(input.cursor), pageSize + 1),
      queries.selectTotals(sql, record.activityId),
    ])
    const page = toPage(rows, (row) => [row.signUpId])
    const viewer = viewerOf(who, call)
    const shown = page.rows.map((row) => ({
      ...row,
      ...toSignUpView(record, row, 'organiser', viewer),
      onBehalf: row.signedUpBy !== row.personId,
    }))
    return { ...page, rows: shown, totals: { ...totals, seats: record.capacity } }
  },

  async exportSignUps(sql, who, input, call) {
    const record = await managedActivity(sql, who, input.activityId)
    const rows = await queries.selectRoster(sql, record.activityId, undefined, 0, 100_000)
    const file = await rosterFile(rows, record.questions, (signUpId) =>
      personalCode(call.services.keys.checkIn, signUpId),
    )
    call.audit({
      target: `activity:${record.activityId}`,
      areaCode: record.areaCode,
      role: 'organiser',
      after: { exported: rows.length },
    })
    return {
      fileName: `${record.title}-报名名单.xlsx`,
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      base64: file.toString('base64'),
    }
  },
}

/** An activity the caller runs or administers; for anybody else it does not exist. */
export async function managedActivity(sql: Sql, who: Caller, activityId: number): Promise<ActivityRecord> {
  const record = await selectOptionalActivity(sql, who.personId, activityId)
  if (!record?.manages) throw new NotFound()
  return record
}
