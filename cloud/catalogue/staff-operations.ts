import type { catalogue, ItemDraft } from '../../types/catalogue'
import type { Tx } from '../platform/database'
import { refuse } from '../platform/fault'
import type { Caller, Handlers } from '../platform/operations'
import { fromCursor, pageSize, toPage } from '../platform/paging'
import { found } from '../platform/serve'
import { completeContent, problemsInContent } from './check/rules'
import { guideFor, leastVisits } from './rules'
import { searchOf, searchTextOf } from './search'
import { toRow } from './shape'
import * as queries from './staff-queries'

type StaffOperations = Pick<
  Handlers<typeof catalogue>,
  'staffList' | 'staffItem' | 'preview' | 'saveItem' | 'publishItem' | 'withdrawItem'
>

/** How staff keep the catalogue. */
export const staffOperations: StaffOperations = {
  async staffList(sql, who, input) {
    const search = searchOf(input.search)
    if (input.search !== '' && !search) return { rows: [] }
    const after = fromCursor(input.cursor, ['boolean', 'number', 'string'])
    const position = after && { misfit: after[1] as number, code: after[2] as string }
    const read = (loosely: boolean) =>
      queries.selectStaffList(sql, who.personId, { search, loosely, status: input.status }, position, pageSize + 1)
    let loosely = (after?.[0] as boolean | undefined) ?? false
    let records = await read(loosely)
    if (!after && records.length === 0 && search) {
      loosely = true
      records = await read(loosely)
    }
    const page = toPage(records, (r) => [loosely, r.misfit, r.code])
    return {
      ...page,
      rows: page.rows.map((record) => ({
        ...toRow(record),
        // What is being worked on, under the name it will have.
        name: record.draft.name,
        department: record.draft.department,
        status: record.status,
        problems: problemsInContent(record.draft).length,
      })),
    }
  },

  async staffItem(sql, who, input) {
    const record = found(await queries.selectOptionalForStaff(sql, who.personId, input.itemId))
    const { itemId, code, status, version, draft, changed } = record
    const versions = await queries.selectVersions(sql, itemId)
    const problems = problemsInContent(draft)
    return { itemId, code, status, publishedVersion: version, draft, problems, changed, versions: [...versions] }
  },

  async preview(_sql, _who, { draft, answers }) {
    const problems = problemsInContent(draft)
    const content = problems.length === 0 ? completeContent(draft) : undefined
    return { problems, guide: content ? guideFor(content, answers) : null }
  },

  async saveItem(tx, who, input, call) {
    const { code } = input
    const draft = settled(input.draft)
    const searchText = searchTextOf(code, draft)
    if (input.itemId === undefined) {
      const areaCode = call.services.countyCode
      const made = await queries.insertItem(tx, who.personId, { code, areaCode, draft, searchText })
      if (made === undefined) return refuse('outsideYourArea')
      call.audit({ target: `serviceItem:${made}`, areaCode, role: 'communityAdmin', after: { code, draft } })
      return { itemId: made, problems: problemsInContent(draft) }
    }
    const item = await lock(tx, who, input.itemId)
    if (!item.keeps) return refuse('outsideYourArea')
    // Applications and printed letters carry the code of what was published.
    if (item.version !== null && item.code !== code) return refuse('codeFixed')
    await queries.updateDraft(tx, who.personId, { itemId: item.itemId, code, draft, searchText })
    const before = { code: item.code, draft: item.draft }
    const { itemId, areaCode } = item
    call.audit({ target: `serviceItem:${itemId}`, areaCode, role: 'communityAdmin', before, after: { code, draft } })
    return { itemId, problems: problemsInContent(draft) }
  },

  async publishItem(tx, who, input, call) {
    const item = await lock(tx, who, input.itemId)
    if (!item.keeps) return refuse('outsideYourArea')
    const problems = problemsInContent(item.draft)
    const content = completeContent(item.draft)
    if (problems.length > 0 || !content) return refuse('incomplete', { problems })
    if (item.status === 'published' && !item.changed) return refuse('nothingNew')
    const { code, itemId, areaCode, status } = item
    const [made] = await queries.publishDrafts(tx, who.personId, [
      { code, searchText: searchTextOf(code, content), leastVisits: leastVisits(content) },
    ])
    const { version } = found(made)
    const before = { status, version: item.version }
    const after = { status: 'published', version }
    call.audit({ target: `serviceItem:${itemId}`, areaCode, role: 'communityAdmin', before, after })
    return { version }
  },

  async withdrawItem(tx, who, input, call) {
    const item = await lock(tx, who, input.itemId)
    if (!item.keeps) return refuse('outsideYourArea')
    const { itemId, areaCode, status, code } = item
    if (item.version === null) await queries.deleteDraft(tx, itemId)
    else await queries.setWithdrawn(tx, itemId)
    const after = { code, status: item.version === null ? 'deleted' : 'withdrawn' }
    call.audit({ target: `serviceItem:${itemId}`, areaCode, role: 'communityAdmin', before: { status }, after })
    return {}
  },
}

/** A draft as it is stored: complete ones with all their defaults, so that the same content is the same text. */
export const settled = (draft: ItemDraft): ItemDraft => completeContent(draft) ?? draft

async function lock(tx: Tx, who: Caller, itemId: number): Promise<queries.LockedItem> {
  return found(await queries.lockItem(tx, who.personId, itemId))
}
