import type { Sql } from '../../platform/database'
import { countEntries, selectFirstAltered } from './verify-queries'

/**
 * Proves that the ledger of points says what the audit log says of it: every entry was written there in its own transaction, and the log's hash chain holds it. Returns how many
 * entries agree, or the first that was changed, taken out or put in past the log. Meaningful only where the chain itself holds (`verifyAudit`).
 */
export async function verifyPoints(sql: Sql): Promise<{ ok: true; entries: number } | { ok: false; problem: string }> {
  const first = await selectFirstAltered(sql)
  if (!first) return { ok: true, entries: await countEntries(sql) }
  const how = first.missing ? 'is missing in the ledger or in the log' : 'is not what the log says'
  return { ok: false, problem: `point entry ${first.entryId} ${how}` }
}
