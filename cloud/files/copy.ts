import type { Tx } from '../platform/database'
import { InvalidInput } from '../platform/fault'
import { filesWording } from './wording'

export interface Reuse {
  /** Whose files they must be, and who agreed. */
  ownerId: number
  fileIds: readonly number[]
  /** When the owner said that these may be used again. Without that there is no reuse. */
  agreedAt: Date
  /** The field of the input that named the files, for the person's page. */
  path: string
}

/**
 * Takes documents a person has handed in before for another purpose, without sending them again: the same bytes under a new row with a life
 * of its own, to be attached like any other. Returns the new ids in the order asked. Throws InvalidInput under `path` for files that are
 * somebody else's or deleted. The row is locked: a file that is being deleted at this moment is not taken.
 */
export async function copyFiles(tx: Tx, { ownerId, fileIds, agreedAt, path }: Reuse): Promise<number[]> {
  const sources = await tx<{ id: number }[]>`
    select id from files where id = any (${fileIds}::bigint[]) and owner_id = ${ownerId} and status in ('stored', 'attached')
     order by id for share`
  const known = new Set(sources.map(({ id }) => id))
  const problems = fileIds.flatMap((id, n) =>
    known.has(id) ? [] : [{ path: `${path}.${n}`, problem: filesWording.notThere }],
  )
  if (problems.length > 0) throw new InvalidInput(problems)
  const copies: number[] = []
  for (const id of fileIds) {
    // A copy of a copy names the first one: that is where the bytes came from.
    const [copy] = await tx<{ id: number }[]>`
      insert into files (owner_id, status, name, mime_type, size, sha256, received_sha256, location, key_id, wrapped_key,
                         copied_from, reuse_agreed_at, stored_at)
      select owner_id, 'stored', name, mime_type, size, sha256, received_sha256, location, key_id, wrapped_key,
             coalesce(copied_from, id), ${agreedAt}, stored_at
        from files where id = ${id}
      returning id`
    copies.push((copy as { id: number }).id)
  }
  return copies
}
