import type { ItemContent } from '../../types/catalogue'
import type { Sql, Tx } from '../platform/database'
import { addApplied, selectOptionalVersion } from './queries'

/** What other capabilities ask of the catalogue inside their own transaction. */

export interface ItemVersion {
  itemId: number
  code: string
  version: number
  areaCode: string
  content: ItemContent
  /** Whether the item can be applied for now; a version of a withdrawn item is still there for applications under way. */
  published: boolean
}

/** One version of an item, by default the one published last. Undefined when the item is unknown, was never published, or has no such version. */
export async function selectItemVersion(sql: Sql, code: string, version?: number): Promise<ItemVersion | undefined> {
  const row = await selectOptionalVersion(sql, code, version)
  if (!row) return undefined
  const { status, ...rest } = row
  return { ...rest, published: status === 'published' }
}

/** Counts one more application, for the order of lists. */
export const countApplied = (tx: Tx, itemId: number): Promise<void> => addApplied(tx, itemId)
