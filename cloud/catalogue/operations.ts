import type { catalogue } from '../../types/catalogue'
import { refuse } from '../platform/fault'
import type { Handlers } from '../platform/operations'
import { fromCursor, pageSize, toPage } from '../platform/paging'
import { found } from '../platform/serve'
import * as queries from './queries'
import { guideFor, unknownAnswer } from './rules'
import { searchOf } from './search'
import { toDetail, toRow } from './shape'

type ResidentOperations = Pick<Handlers<typeof catalogue>, 'list' | 'item' | 'guide'>

/** What anybody may look up. */
export const residentOperations: ResidentOperations = {
  async list(sql, _who, input) {
    const search = searchOf(input.search)
    // Only punctuation was typed: nothing is called that.
    if (input.search !== '' && !search) return { rows: [] }
    const after = fromCursor(input.cursor, ['boolean', 'number', 'number', 'number'])
    const position = after && { misfit: after[1] as number, applied: after[2] as number, id: after[3] as number }
    const read = (loosely: boolean) =>
      queries.selectList(sql, { search, loosely, lifeEvent: input.lifeEvent }, position, pageSize + 1)
    let loosely = (after?.[0] as boolean | undefined) ?? false
    let records = await read(loosely)
    if (!after && records.length === 0 && search) {
      loosely = true
      records = await read(loosely)
    }
    const page = toPage(records, (r) => [loosely, r.misfit, r.applied, r.itemId])
    return { ...page, rows: page.rows.map(toRow) }
  },

  async item(sql, _who, input) {
    const record = found(await queries.selectOptionalItem(sql, input.code))
    return found(record.status === 'withdrawn' ? undefined : toDetail(record))
  },

  async guide(sql, _who, input) {
    const record = found(await queries.selectOptionalItem(sql, input.code))
    if (record.status !== 'published') return refuse('notOpen', { phone: record.phone })
    const { itemId, version, content } = found(await queries.selectOptionalVersion(sql, input.code, input.version))
    const key = unknownAnswer(content, input.answers)
    if (key !== undefined) return refuse('answerUnknown', { key })
    return { itemId, version, ...guideFor(content, input.answers) }
  },
}
