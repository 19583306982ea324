import type { application, PauseReason } from '../../../types/application'
import { selectItemVersion } from '../../catalogue/item'
import { nextClosing } from '../../deadlines/working-days'
import type { Sql } from '../../platform/database'
import type { Handlers } from '../../platform/operations'
import { fromCursor, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import { changeableDays } from '../afterwards/rules'
import { daysAfter } from '../life/clock'
import { type Application, selectApplicationsByIds, selectOptionalApplication, selectSettings } from '../life/queries'
import { actionsOfApplicant } from '../view/applicant-actions'
import { selectOpenPauses, selectVisits } from '../view/queries'
import { toRow } from '../view/shape'
import { readShared } from '../view/shared'
import { countDueCases, selectMine, selectTasks } from './list-queries'

type ListOperations = Pick<Handlers<typeof application>, 'mine' | 'today' | 'detail'>

/** What an applicant looks at. */
export const listOperations: ListOperations = {
  async mine(sql, who, input, call) {
    const after = fromCursor(input.cursor, ['string', 'number']) as [string, number] | undefined
    const mine = await selectMine(sql, who.personId, input.when, after, pageSize + 1)
    const page = toPage(mine, (row) => [row.at, row.applicationId])
    const rows = await readRows(
      sql,
      page.rows.map((row) => row.applicationId),
      call.now,
    )
    return {
      ...page,
      rows: page.rows.map(({ applicationId, savedAt, asHelper }) => ({
        ...found(rows.get(applicationId)),
        savedAt: input.when === 'drafts' ? savedAt : null,
        asHelper,
      })),
    }
  },

  async today(sql, who, _input, call) {
    const [tasks, due] = await Promise.all([
      selectTasks(sql, who.personId, call.now),
      who.grants.length > 0 ? countDueCases(sql, who.personId, nextClosing(call.now)) : 0,
    ])
    const rows = await readRows(
      sql,
      tasks.map((t) => t.applicationId),
      call.now,
    )
    const desk = { kind: 'desk' as const, application: null, dueAt: nextClosing(call.now), count: due }
    return {
      tasks: [
        ...(due > 0 ? [desk] : []),
        ...tasks.map(({ applicationId, kind, dueAt }) => ({
          kind,
          dueAt,
          application: found(rows.get(applicationId)),
        })),
      ],
    }
  },

  async detail(sql, who, input, call) {
    const reach = { as: 'applicant', personId: who.personId } as const
    const a = found(await selectOptionalApplication(sql, input.applicationId, reach))
    const [item, settings] = await Promise.all([selectItemVersion(sql, a.itemCode, a.itemVersion), selectSettings(sql)])
    const { content } = found(item)
    const { shared, around, filledIn } = await readShared(
      sql,
      call.services,
      a,
      content,
      settings,
      who.personId,
      call.now,
    )
    const { rating } = around
    // Whoever helps reads what somebody else typed, and where the result is posted to.
    if (a.applicantId !== who.personId)
      call.audit({ target: `application:${a.applicationId}`, areaCode: a.areaCode, after: { read: true } })
    return {
      ...shared,
      savedAt: a.status === 'draft' ? filledIn.savedAt : null,
      rating: rating && {
        ...rating,
        changeableUntil: daysAfter(rating.ratedAt, changeableDays),
        answer: around.ratingAnswer,
      },
      help: content.window,
      apology: around.apology,
      allowedActions: actionsOfApplicant(a, shared, around, call.now),
    }
  },
}

/** Rows of a list by id. */
export async function readRows(sql: Sql, ids: readonly number[], now: Date) {
  const [applications, visits, pauses] = await Promise.all([
    selectApplicationsByIds(sql, ids),
    selectVisits(sql, ids),
    selectOpenPauses(sql, ids),
  ])
  const row = (a: Application) =>
    toRow(a, visits.get(a.applicationId) ?? 0, (pauses.get(a.applicationId) as PauseReason | undefined) ?? null, now)
  return new Map(applications.map((a) => [a.applicationId, row(a)]))
}
