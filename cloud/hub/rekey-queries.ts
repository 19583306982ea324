import type { Sql, Tx } from '../platform/database'

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

/** Takes the next rows over that the database seals by itself and that lie under a former key; how many it took. What none of the keys given opens is passed over. */
export const resealMembers = (tx: Tx, limit: number) =>
  reseal(
    tx`
  update party_members m set person_cipher = seal_text(n.person), person_mark = (keyed_marks('person:' || n.person))[1]
    from (select id, unseal_text(person_cipher) as person from party_members where under_former_key(person_cipher) order by id limit ${limit} for no key update) n
   where m.id = n.id returning m.id`,
  )

export const resealEvidence = (tx: Tx, limit: number) =>
  reseal(
    tx`
  update point_entries e set evidence_cipher = seal_text(n.evidence), evidence_mark = (keyed_marks(e.evidence_kind || ':' || n.evidence))[1]
    from (select id, unseal_text(evidence_cipher) as evidence from point_entries where under_former_key(evidence_cipher) order by id limit ${limit} for no key update) n
   where e.id = n.id returning e.id`,
  )

export const resealStatements = (tx: Tx, limit: number) =>
  reseal(
    tx`
  update point_statements s set content_cipher = seal_text(n.content)
    from (select id, unseal_text(content_cipher) as content from point_statements where under_former_key(content_cipher) order by id limit ${limit} for no key update) n
   where s.id = n.id returning s.id`,
  )

const reseal = async (rows: PromiseLike<readonly object[]>): Promise<number> => (await rows).length

/** How many rows of each table none of the keys given opens. */
export async function countUnknown(sql: Sql): Promise<{ members: number; evidence: number; statements: number }> {
  const [row] = await sql<{ members: number; evidence: number; statements: number }[]>`
    select (select count(*)::int from party_members where not has_known_key(person_cipher)) as members,
           (select count(*)::int from point_entries where not has_known_key(evidence_cipher)) as evidence,
           (select count(*)::int from point_statements where not has_known_key(content_cipher)) as statements`
  return row ?? { members: 0, evidence: 0, statements: 0 }
}
