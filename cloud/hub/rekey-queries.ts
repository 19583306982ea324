import type { Tx } from '../platform/database'

export interface SealedHousehold {
  id: number
  areaCode: string
  door: Buffer
  hash: Buffer
  phone: Buffer | null
}

/** Households after an id, locked. */
export const lockSealedHouseholds = (tx: Tx, after: number, limit: number): PromiseLike<SealedHousehold[]> => tx<
  SealedHousehold[]
>`
  select id, area_code as "areaCode", door_cipher as door, door_hash as hash, phone_cipher as phone from households
   where door_cipher is not null and id > ${after} order by id limit ${limit} for no key update`

export async function updateSealedHouseholds(tx: Tx, rows: readonly SealedHousehold[]): Promise<void> {
  await tx`
    update households h set door_cipher = n.door, door_hash = n.hash, phone_cipher = n.phone
      from unnest(${rows.map((r) => r.id)}::bigint[], ${rows.map((r) => r.door)}::bytea[], ${rows.map((r) => r.hash)}::bytea[],
                  ${rows.map((r) => r.phone)}::bytea[]) as n (id, door, hash, phone)
     where h.id = n.id`
}

export interface SealedRequest {
  id: number
  door: Buffer
}

/** Doors of those who wait to be confirmed. */
export const lockSealedRequests = (tx: Tx, after: number, limit: number): PromiseLike<SealedRequest[]> => tx<
  SealedRequest[]
>`
  select id, door_cipher as door from join_requests where door_cipher is not null and id > ${after} order by id limit ${limit} for no key update`

export async function updateSealedRequests(tx: Tx, rows: readonly SealedRequest[]): Promise<void> {
  await tx`
    update join_requests j set door_cipher = n.door
      from unnest(${rows.map((r) => r.id)}::bigint[], ${rows.map((r) => r.door)}::bytea[]) as n (id, door) where j.id = n.id`
}

/** What was heard on visits. */
export const lockSealedVisits = (
  tx: Tx,
  after: number,
  limit: number,
): PromiseLike<{ id: number; heard: Buffer }[]> => tx<{ id: number; heard: Buffer }[]>`
  select id, heard_cipher as heard from home_visits where id > ${after} order by id limit ${limit} for no key update`

export async function updateSealedVisits(tx: Tx, rows: readonly { id: number; heard: Buffer }[]): Promise<void> {
  await tx`
    update home_visits v set heard_cipher = n.heard
      from unnest(${rows.map((r) => r.id)}::bigint[], ${rows.map((r) => r.heard)}::bytea[]) as n (id, heard) where v.id = n.id`
}

export interface SealedPromise {
  id: number
  words: Buffer
  outcome: Buffer | null
}

/** What was promised, and what came of it. */
export const lockSealedPromises = (tx: Tx, after: number, limit: number): PromiseLike<SealedPromise[]> => tx<
  SealedPromise[]
>`
  select id, words_cipher as words, outcome_cipher as outcome from visit_promises where id > ${after} order by id limit ${limit} for no key update`

export async function updateSealedPromises(tx: Tx, rows: readonly SealedPromise[]): Promise<void> {
  await tx`
    update visit_promises q set words_cipher = n.words, outcome_cipher = n.outcome
      from unnest(${rows.map((r) => r.id)}::bigint[], ${rows.map((r) => r.words)}::bytea[], ${rows.map((r) => r.outcome)}::bytea[]) as n (id, words, outcome)
     where q.id = n.id`
}
