import type { application } from '../../../types/application'
import { selectServedAreas } from '../../people/scope'
import type { Handlers } from '../../platform/operations'
import { fromCursor, pageSize, toPage } from '../../platform/paging'
import { readQueueRows } from '../view/queue-row'
import * as queries from './queue-queries'
import { searchOf, soonUntil } from './queue-rules'
import { looking } from './rules'

type QueueOperations = Pick<Handlers<typeof application>, 'queue'>

/** What waits on the desk. */
export const queueOperations: QueueOperations = {
  async queue(sql, who, input, call) {
    const opinions = input.whose === 'opinions'
    const served = await selectServedAreas(sql, who.personId, opinions ? ['clerk', 'approver'] : looking)
    // Opinions are asked of the departments, and those are the county's own.
    const areas = opinions ? served.filter((code) => code.length === 6) : served
    if (areas.length === 0) return input.cursor === undefined ? { rows: [], counts: none } : { rows: [] }
    const typed = searchOf(input.search)
    const [itemId, itemIds] = await Promise.all([
      input.itemCode === undefined ? undefined : queries.selectOptionalItemId(sql, input.itemCode),
      typed ? queries.selectItemsNamed(sql, typed.item) : [],
    ])
    if (input.itemCode !== undefined && itemId === undefined) return { rows: [], counts: none }
    const filter: queries.QueueFilter = {
      me: who.personId,
      areas,
      whose: input.whose,
      stage: input.stage,
      light: input.light,
      itemId,
      search: typed && { name: typed.name, number: typed.number, itemIds },
      now: call.now,
      soonUntil: soonUntil(call.now),
    }
    const after = fromCursor(input.cursor, ['string', 'number'])
    const position = after && { value: after[0] as string, id: after[1] as number }
    const over = input.stage === 'ended'
    const [ids, counts] = await Promise.all([
      queries.selectQueue(sql, filter, position, pageSize + 1),
      // The archive only grows: nobody waits in it, and it is not counted.
      input.cursor === undefined && !over ? queries.countLights(sql, filter) : undefined,
    ])
    const found = await readQueueRows(sql, who.personId, ids, call.now)
    const page = toPage(
      ids.flatMap((id) => found.get(id) ?? []),
      (row) => [
        over ? row.changedAt.toISOString() : (row.clock.deadlineAt?.toISOString() ?? 'infinity'),
        row.applicationId,
      ],
    )
    const rows = opinions ? page.rows.map((row) => ({ ...row, next: 'opinion' as const })) : page.rows
    return { ...page, rows, ...(counts ? { counts } : {}) }
  },
}

const none = { all: 0, go: 0, soon: 0, late: 0, idle: 0 }
