import { type FileKind, fileKinds } from '../../types/files'
import type { Sql, Tx } from '../platform/database'
import type { WrappedKey } from './data-key'

/** A file that lies in the store. */
export interface StoredFile extends WrappedKey {
  fileId: number
  ownerId: number
  status: 'stored' | 'attached'
  name: string
  mimeType: FileKind
  size: number
  location: string
  createdAt: Date
  storedAt: Date
}

const storedColumns = `
  id as "fileId", owner_id as "ownerId", status, name, mime_type as "mimeType", size, location, key_id as "keyId", wrapped_key as "wrappedKey",
  created_at as "createdAt", stored_at as "storedAt"`

/** A place for a file; nothing is stored yet. */
export async function insertPending(
  tx: Tx,
  file: { ownerId: number; name: string; location: string } & WrappedKey,
): Promise<{ fileId: number; createdAt: Date }> {
  const { ownerId, name, location, keyId, wrappedKey } = file
  const [row] = await tx<{ fileId: number; createdAt: Date }[]>`
    insert into files (owner_id, name, location, key_id, wrapped_key)
    values (${ownerId}, ${name}, ${location}, ${keyId}, ${wrappedKey})
    returning id as "fileId", created_at as "createdAt"`
  return row as { fileId: number; createdAt: Date }
}

/** What lies about unused. Locks the person, so that two calls at once do not both count the same. */
export async function lockUnattached(tx: Tx, ownerId: number): Promise<{ files: number; bytes: number }> {
  await tx`select pg_advisory_xact_lock(hashtextextended('files.unattached', ${ownerId}::bigint))`
  const [row] = await tx<{ files: number; bytes: number }[]>`
    select count(*)::int as files, coalesce(sum(size), 0)::bigint as bytes
      from files where owner_id = ${ownerId} and status in ('pending', 'stored') and copied_from is null`
  return row ?? { files: 0, bytes: 0 }
}

/** The file behind an upload token, whatever its state. */
export async function lockUpload(tx: Tx, fileId: number, ownerId: number) {
  const [row] = await tx<
    ({ status: string; name: string; location: string; receivedSha256: Buffer | null } & WrappedKey)[]
  >`
    select status, name, location, received_sha256 as "receivedSha256", key_id as "keyId", wrapped_key as "wrappedKey"
      from files where id = ${fileId} and owner_id = ${ownerId} for update`
  return row
}

export async function markStored(
  tx: Tx,
  file: { fileId: number; name: string; mimeType: FileKind; size: number; sha256: Buffer; receivedSha256: Buffer },
): Promise<void> {
  const { fileId, name, mimeType, size, sha256, receivedSha256 } = file
  await tx`
    update files set status = 'stored', name = ${name}, mime_type = ${mimeType}, size = ${size}, sha256 = ${sha256},
           received_sha256 = ${receivedSha256}, stored_at = now()
     where id = ${fileId} and status = 'pending'`
}

/** A file that lies in the store, whoever owns it. */
export async function selectStored(sql: Sql, fileId: number): Promise<StoredFile | undefined> {
  const [row] = await sql.unsafe<StoredFile[]>(
    `select ${storedColumns} from files where id = $1 and status in ('stored', 'attached')`,
    [fileId],
  )
  return row
}

/** The same for several, in the order of their ids. */
export async function selectManyStored(sql: Sql, fileIds: readonly number[]): Promise<StoredFile[]> {
  return sql.unsafe<StoredFile[]>(
    `select ${storedColumns} from files where id = any ($1::bigint[]) and status in ('stored', 'attached') order by id`,
    [fileIds],
  )
}

/** Of one owner, newest first, without copies. */
export async function selectMine(
  sql: Sql,
  ownerId: number,
  beforeId: number | undefined,
  limit: number,
): Promise<StoredFile[]> {
  return sql.unsafe<StoredFile[]>(
    `select ${storedColumns} from files
      where owner_id = $1 and status in ('stored', 'attached') and mime_type = any ($4) and id < $2
        and (copied_from is null or not exists (select from files o where o.id = files.copied_from and o.status <> 'deleted'))
      order by id desc limit $3`,
    [ownerId, beforeId ?? Number.MAX_SAFE_INTEGER, limit, fileKinds],
  )
}

/** Whether an account still exists. */
export async function personExists(sql: Sql, personId: number): Promise<boolean> {
  const [row] = await sql`select from people where id = ${personId} and deleted_at is null`
  return row !== undefined
}

/** One of my files for removing; undefined for anybody else's. */
export async function lockMine(tx: Tx, fileId: number, ownerId: number): Promise<{ status: string } | undefined> {
  const [row] = await tx<{ status: string }[]>`
    select status from files where id = ${fileId} and owner_id = ${ownerId} for update`
  return row
}
