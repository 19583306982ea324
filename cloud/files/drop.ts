import type { Sql, Tx } from '../platform/database'
import { bury, selectOfTarget, selectUnattachedOf } from './drop-queries'

/** The end of files, for other capabilities: contents and names go, a tombstone (who, when, for what) stays. */

/** Deletes these files; those already deleted are passed over. Returns how many went. */
export const dropFiles = (tx: Tx, fileIds: readonly number[]): Promise<number> => bury(tx, fileIds)

/** Deletes everything that was attached to a target, when nobody may keep it any longer. Returns how many went. */
export async function dropFilesOf(tx: Tx, target: { kind: string; id: number }): Promise<number> {
  return bury(tx, await selectOfTarget(tx, target.kind, target.id))
}

/** Deletes what a person has sent and never used, when their account goes. What is attached stays as long as its purpose needs it. */
export async function dropUnattachedFilesOf(tx: Tx, personId: number): Promise<number> {
  return bury(tx, await selectUnattachedOf(tx, personId))
}

/** From `until` on the nightly job deletes what is attached to the target (retention period). Null: kept until somebody says otherwise. */
export async function keepFilesOf(tx: Tx, target: { kind: string; id: number }, until: Date | null): Promise<void> {
  await tx`
    update files set keep_until = ${until} where purpose = ${target.kind} and purpose_id = ${target.id} and status = 'attached'`
}

/** Files attached to a target, oldest first. */
export const fileIdsOf = (sql: Sql, target: { kind: string; id: number }): Promise<number[]> =>
  selectOfTarget(sql, target.kind, target.id)
