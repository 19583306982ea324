import type { Sql, Tx } from '../platform/database'

/**
 * Turns files into tombstones: their keys and names go in this commit, and their bytes are queued to go after it. Whichever part a
 * crash leaves undone, what is left of a file is noise without a key. Bytes that a copy still needs stay. Returns how many.
 */
export async function bury(tx: Tx, fileIds: readonly number[]): Promise<number> {
  if (fileIds.length === 0) return 0
  const buried = await tx<{ location: string }[]>`
    with locked as (
      select id from files where id = any (${fileIds}::bigint[]) and status <> 'deleted' order by id for update
    )
    update files f
       set status = 'deleted', deleted_at = now(), name = '', sha256 = null, received_sha256 = null, key_id = null, wrapped_key = null
      from locked where f.id = locked.id
    returning f.location`
  await tx`
    select graphile_worker.add_job('deleteFileBytes', json_build_object('location', location), job_key := 'bytes:' || location, max_attempts := 25)
      from (select distinct unnest(${buried.map(({ location }) => location)}::text[]) as location) them`
  return buried.length
}

/** Whether a row still needs the bytes at a location. */
export async function isNeeded(sql: Sql, location: string): Promise<boolean> {
  const [row] = await sql`select from files where location = ${location} and status <> 'deleted' limit 1`
  return row !== undefined
}

/** Files of a target (an application, an activity …). */
export async function selectOfTarget(sql: Sql, kind: string, id: number): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select id from files where purpose = ${kind} and purpose_id = ${id} and status <> 'deleted' order by id`
  return rows.map((row) => row.id)
}

/** Files of a person that nothing uses. */
export async function selectUnattachedOf(sql: Sql, ownerId: number): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select id from files where owner_id = ${ownerId} and status in ('pending', 'stored') order by id`
  return rows.map((row) => row.id)
}

export interface RunOut {
  fileId: number
  /** A half upload is `pending`: there was never anything in it. */
  status: 'pending' | 'stored' | 'attached'
  purpose: string | null
  purposeId: number | null
}

/** What has run out: half uploads, files nobody used, files whose time is over. Those somebody is working on wait for the next round. */
export async function selectRunOut(
  tx: Tx,
  pendingHours: number,
  unattachedDays: number,
  limit: number,
): Promise<RunOut[]> {
  return tx<RunOut[]>`
    select id as "fileId", status, purpose, purpose_id as "purposeId" from files
     where (status = 'pending' and created_at < now() - make_interval(hours => ${pendingHours}::int))
        or (status = 'stored' and created_at < now() - make_interval(days => ${unattachedDays}::int))
        or (status <> 'deleted' and keep_until < now())
     order by id limit ${limit} for update skip locked`
}
