import { createHash } from 'node:crypto'
import { canonical } from './codec'
import type { Statement, Tx } from './database'

/** The ledger that makes every write retryable: the answer each request got, kept for `keptDays`. */
export const keptDays = 30

export interface RequestKey {
  personId: number
  requestId: string
  operation: string
  inputHash: Buffer
}

export type WireAnswer = { ok: true; value: unknown } | { ok: false; refusal: unknown }

/** Names a request: who, which id, and what it asked for. The same input in another key order, or its id in capitals, is the same. */
export function requestKey(personId: number, id: string, operation: string, input: object): RequestKey {
  const requestId = id.toLowerCase()
  const inputHash = createHash('sha256')
    .update(canonical({ ...input, requestId }))
    .digest()
  return { personId, requestId, operation, inputHash }
}

/**
 * Waits for twins of these requests that are still under way (on any server), then looks their answers up. The result keeps the
 * order: the stored answer, `'conflict'` when the id was used for something else, or undefined for a request never seen.
 */
export async function selectAnswers(
  tx: Tx,
  keys: readonly RequestKey[],
): Promise<(WireAnswer | 'conflict' | undefined)[]> {
  const people = keys.map((k) => k.personId)
  const ids = keys.map((k) => k.requestId)
  // Two statements: the second must see what the twin committed while the first one waited.
  const locked = tx`
    select pg_advisory_xact_lock(key) from (
      select hashtextextended(r::text, p) as key from unnest(${people}::bigint[], ${ids}::uuid[]) as k (p, r) order by 1
    ) ordered`
  const found = tx<{ n: number; operation: string; inputHash: Buffer; answer: WireAnswer }[]>`
    select k.n::int, a.operation, a.input_hash as "inputHash", a.answer
      from unnest(${people}::bigint[], ${ids}::uuid[]) with ordinality as k (person_id, request_id, n)
     cross join lateral (select * from request_answers a
                          where a.person_id = k.person_id and a.request_id = k.request_id limit 1) a`
  await locked
  const answers = new Array<WireAnswer | 'conflict' | undefined>(keys.length).fill(undefined)
  for (const row of await found) {
    const key = keys[row.n - 1]
    const same = key !== undefined && row.operation === key.operation && row.inputHash.equals(key.inputHash)
    answers[row.n - 1] = same ? row.answer : 'conflict'
  }
  return answers
}

/** The statement that remembers the answers of these requests. */
export function insertAnswers(
  tx: Tx,
  keys: readonly RequestKey[],
  answers: readonly WireAnswer[],
): Statement<readonly object[]> {
  // The driver takes an array of buffers for one buffer, so the hashes travel as hex.
  return tx`
    insert into request_answers (person_id, request_id, operation, input_hash, answer)
    select person_id, request_id, operation, decode(input_hash, 'hex'), answer
      from unnest(${keys.map((k) => k.personId)}::bigint[], ${keys.map((k) => k.requestId)}::uuid[],
                  ${keys.map((k) => k.operation)}::text[], ${keys.map((k) => k.inputHash.toString('hex'))}::text[],
                  ${answers.map((a) => JSON.stringify(a))}::text[]::jsonb[]) as k (person_id, request_id, operation, input_hash, answer)`
}

/** Forgets answers older than `keptDays`. Returns how many. */
export async function deleteOldAnswers(tx: Tx): Promise<number> {
  const gone = await tx`delete from request_answers where answered_at < now() - make_interval(days => ${keptDays})`
  return gone.count
}
