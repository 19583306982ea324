import type { Sql, Tx } from '../platform/database'
import type { WrappedKey } from './data-key'

type Wrapped = WrappedKey & { fileId: number; location: string }

/** Files whose key is not wrapped by the current one, by id. */
export function lockUnderOtherKeys(tx: Tx, current: string, after: number, limit: number): PromiseLike<Wrapped[]> {
  return tx<Wrapped[]>`
    select id as "fileId", location, key_id as "keyId", wrapped_key as "wrappedKey" from files
     where status <> 'deleted' and key_id <> ${current} and id > ${after} order by id limit ${limit} for update`
}

export async function updateWrapped(tx: Tx, rows: readonly Omit<Wrapped, 'location'>[]): Promise<void> {
  if (rows.length === 0) return
  await tx`
    update files f set key_id = n.key_id, wrapped_key = decode(n.wrapped_key, 'hex')
      from unnest(${rows.map((r) => r.fileId)}::bigint[], ${rows.map((r) => r.keyId)}::text[],
                  ${rows.map((r) => r.wrappedKey.toString('hex'))}::text[]) as n (id, key_id, wrapped_key)
     where f.id = n.id`
}

export async function countUnderOtherKeys(sql: Sql, current: string): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from files where status <> 'deleted' and key_id <> ${current}`
  return row?.n ?? 0
}

/** Stored files by id, for reading each of them once. */
export function selectAfter(sql: Sql, after: number, limit: number): PromiseLike<Wrapped[]> {
  return sql<Wrapped[]>`
    select id as "fileId", location, key_id as "keyId", wrapped_key as "wrappedKey" from files
     where status in ('stored', 'attached') and id > ${after} order by id limit ${limit}`
}
