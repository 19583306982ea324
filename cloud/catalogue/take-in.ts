import { createHash } from 'node:crypto'
import type { ItemDraft } from '../../types/catalogue'
import type { Tx } from '../platform/database'
import { completeContent, contradictionsIn } from './check/rules'
import { leastVisits } from './rules'
import { searchTextOf } from './search'
import * as queries from './staff-queries'

/** One item of a file that was read without a problem. */
export interface FileItem {
  code: string
  draft: ItemDraft
}

export interface TakenIn {
  added: number
  changed: number
  same: number
  /** How many are not complete: found by residents, not applied for. */
  drafts: number
  /** How many were published by this. */
  published: number
}

/** Rows of one statement: a few megabytes of JSON at most. */
const atOnce = 500

/**
 * Takes items into the catalogue of an area, in sets. Known codes get the new draft; what is published does not change unless `publish` is asked,
 * which publishes every complete item that says something new or is not public. `by` is null on the operator's console.
 */
export async function takeIn(
  tx: Tx,
  items: readonly FileItem[],
  options: { areaCode: string; by: number | null; publish: boolean },
): Promise<TakenIn> {
  const result: TakenIn = { added: 0, changed: 0, same: 0, drafts: 0, published: 0 }
  for (let at = 0; at < items.length; at += atOnce) {
    const part = items.slice(at, at + atOnce)
    const known = await queries.lockKnown(
      tx,
      part.map((item) => item.code),
    )
    const byCode = new Map(known.map((item) => [item.code, item]))
    const sorted = part.map(({ code, draft }) => {
      const content = contradictionsIn(draft).length === 0 ? completeContent(draft) : undefined
      const stored = content ?? draft
      const hash = createHash('md5').update(JSON.stringify(stored)).digest('hex')
      const before = byCode.get(code)
      return { code, draft: stored, content, before, hash, searchText: searchTextOf(code, stored) }
    })
    const fresh = sorted.filter(({ before, hash }) => before?.draftHash !== hash)
    if (fresh.length > 0) {
      const rows = fresh.map(({ code, draft, searchText }) => ({ code, draft, searchText }))
      await queries.upsertDrafts(tx, options.by, options.areaCode, rows)
    }
    const toPublish = sorted.flatMap(({ code, content, before, hash, searchText }) =>
      options.publish && content && (before?.status !== 'published' || before.contentHash !== hash)
        ? [{ code, searchText, leastVisits: leastVisits(content) }]
        : [],
    )
    if (toPublish.length > 0) await queries.publishDrafts(tx, options.by, toPublish)
    result.added += sorted.filter(({ before }) => !before).length
    result.changed += fresh.filter(({ before }) => before).length
    result.same += sorted.length - fresh.length
    result.drafts += sorted.filter(({ content }) => !content).length
    result.published += toPublish.length
  }
  return result
}
