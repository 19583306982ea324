import type { Tx } from '../platform/database'
import { InvalidInput } from '../platform/fault'
import { filesWording } from './wording'

export interface Attachment {
  /** Whose files they must be. */
  ownerId: number
  fileIds: readonly number[]
  /** What uses them from now on: `application` 12. */
  target: { kind: string; id: number }
  /** When the retention period ends, where that is known already. */
  keepUntil?: Date | null
  /** The field of the input that named the files, for the person's page. */
  path: string
}

/**
 * Ties a person's stored files to what they were sent for; tying them to the same again is fine. Throws InvalidInput under `path` for files
 * that are somebody else's, deleted, not there yet, or in use elsewhere (`copyFiles` is for those): nothing is tied then.
 */
export async function attachFiles(tx: Tx, { ownerId, fileIds, target, keepUntil, path }: Attachment): Promise<void> {
  if (fileIds.length === 0) return
  const { kind, id } = target
  const found = await tx<{ id: number; status: string; mine: boolean }[]>`
    select id, status, purpose = ${kind} and purpose_id = ${id} as mine from files
     where id = any (${fileIds}::bigint[]) and owner_id = ${ownerId} and status in ('stored', 'attached') order by id for update`
  const problems = fileIds.flatMap((fileId, n) => {
    const file = found.find((row) => row.id === fileId)
    const problem = !file
      ? filesWording.notThere
      : file.status === 'attached' && !file.mine
        ? filesWording.usedElsewhere
        : undefined
    return problem === undefined ? [] : [{ path: `${path}.${n}`, problem }]
  })
  if (problems.length > 0) throw new InvalidInput(problems)
  await tx`
    update files set status = 'attached', purpose = ${kind}, purpose_id = ${id}, attached_at = coalesce(attached_at, now()),
           keep_until = coalesce(${keepUntil ?? null}::timestamptz, keep_until)
     where id = any (${fileIds}::bigint[]) and owner_id = ${ownerId}`
}
