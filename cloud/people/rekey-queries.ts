import type { Tx } from '../platform/database'

export interface SealedPhoneRow {
  id: number
  cipher: Buffer
  hash: Buffer
}

/** People with a phone number after an id, locked against anybody who binds another one. */
export const lockPhones = (tx: Tx, after: number, limit: number): PromiseLike<SealedPhoneRow[]> => tx<SealedPhoneRow[]>`
  select id, phone_cipher as cipher, phone_hash as hash from people
   where phone_cipher is not null and id > ${after} order by id limit ${limit} for no key update`

export async function updatePhones(tx: Tx, rows: readonly SealedPhoneRow[]): Promise<void> {
  await tx`
    update people p set phone_cipher = n.cipher, phone_hash = n.hash
      from unnest(${rows.map((r) => r.id)}::bigint[], ${rows.map((r) => r.cipher)}::bytea[], ${rows.map((r) => r.hash)}::bytea[]) as n (id, cipher, hash)
     where p.id = n.id`
}
