import type { Tx } from '../platform/database'

export interface SealedApplication {
  id: number
  form: Buffer | null
  postTo: Buffer | null
}

/** Applications that hold something encrypted after an id, locked against their applicants. */
export const lockSealed = (tx: Tx, after: number, limit: number): PromiseLike<SealedApplication[]> => tx<
  SealedApplication[]
>`
  select id, form_cipher as form, post_to_cipher as "postTo" from applications
   where (form_cipher is not null or post_to_cipher is not null) and id > ${after} order by id limit ${limit} for no key update`

export async function updateSealed(tx: Tx, rows: readonly SealedApplication[]): Promise<void> {
  await tx`
    update applications a set form_cipher = n.form, post_to_cipher = n.post_to
      from unnest(${rows.map((r) => r.id)}::bigint[], ${rows.map((r) => r.form)}::bytea[], ${rows.map((r) => r.postTo)}::bytea[]) as n (id, form, post_to)
     where a.id = n.id`
}
