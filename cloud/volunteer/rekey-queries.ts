import type { Tx } from '../platform/database'

export interface Sealed {
  id: number
  cipher: Buffer
}

/** Help requests with a door after an id, locked against their steps. */
export const lockDoors = (tx: Tx, after: number, limit: number): PromiseLike<Sealed[]> => tx<Sealed[]>`
  select id, address_cipher as cipher from help_requests
   where address_cipher is not null and id > ${after} order by id limit ${limit} for no key update`

export async function updateDoors(tx: Tx, rows: readonly Sealed[]): Promise<void> {
  await tx`
    update help_requests h set address_cipher = n.cipher
      from unnest(${rows.map((r) => r.id)}::bigint[], ${rows.map((r) => r.cipher)}::bytea[]) as n (id, cipher) where h.id = n.id`
}

/** Records of mediation after an id, locked. */
export const lockRecords = (tx: Tx, after: number, limit: number): PromiseLike<Sealed[]> => tx<Sealed[]>`
  select id, words_cipher as cipher from mediation_records where id > ${after} order by id limit ${limit} for no key update`

export async function updateRecords(tx: Tx, rows: readonly Sealed[]): Promise<void> {
  await tx`
    update mediation_records r set words_cipher = n.cipher
      from unnest(${rows.map((r) => r.id)}::bigint[], ${rows.map((r) => r.cipher)}::bytea[]) as n (id, cipher) where r.id = n.id`
}
