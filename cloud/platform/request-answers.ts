import { createHash } from 'node:crypto'
import { canonical } from './codec'
import { type KeyRing, open, reseal, seal } from './crypto'
import { type Database, inTransaction, type Statement, type Tx } from './database'
import type { Rekeyed } from './rekey'

/**
 * The ledger that makes every write retryable: the answer each request got, kept for `keptDays`. An answer may hold an address or the words of a record, so it
 * lies sealed.
 */
export const keptDays = 30

export interface RequestKey {
  personId: number
  requestId: string
  operation: string
  inputHash: Buffer
}

export type WireAnswer = { ok: true; value: unknown } | { ok: false; refusal: unknown }

/** How an answer lies in the ledger: a JSON string of sealed bytes. */
const sealedAnswer = (ring: KeyRing, answer: WireAnswer): string => asStored(seal(ring, JSON.stringify(answer)))
const asStored = (sealed: Buffer): string => JSON.stringify(sealed.toString('base64'))

/** Opens it again. What was stored before answers were sealed is there as it was, until it is forgotten. */
export const openedAnswer = (ring: KeyRing, stored: string | WireAnswer): WireAnswer =>
  typeof stored === 'string' ? JSON.parse(open(ring, Buffer.from(stored, 'base64'))) : stored

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
  ring: KeyRing,
  keys: readonly RequestKey[],
): Promise<(WireAnswer | 'conflict' | undefined)[]> {
  const people = keys.map((k) => k.personId)
  const ids = keys.map((k) => k.requestId)
  // Two statements: the second must see what the twin committed while the first one waited.
  const locked = tx`
    select pg_advisory_xact_lock(key) from (
      select hashtextextended(r::text, p) as key from unnest(${people}::bigint[], ${ids}::uuid[]) as k (p, r) order by 1
    ) ordered`
  const found = tx<{ n: number; operation: string; inputHash: Buffer; answer: string | WireAnswer }[]>`
    select k.n::int, a.operation, a.input_hash as "inputHash", a.answer
      from unnest(${people}::bigint[], ${ids}::uuid[]) with ordinality as k (person_id, request_id, n)
     cross join lateral (select * from request_answers a
                          where a.person_id = k.person_id and a.request_id = k.request_id limit 1) a`
  await locked
  const answers = new Array<WireAnswer | 'conflict' | undefined>(keys.length).fill(undefined)
  for (const row of await found) {
    const key = keys[row.n - 1]
    const same = key !== undefined && row.operation === key.operation && row.inputHash.equals(key.inputHash)
    answers[row.n - 1] = same ? openedAnswer(ring, row.answer) : 'conflict'
  }
  return answers
}

/** The statement that remembers the answers of these requests. */
export function insertAnswers(
  tx: Tx,
  ring: KeyRing,
  keys: readonly RequestKey[],
  answers: readonly WireAnswer[],
): Statement<readonly object[]> {
  // The driver takes an array of buffers for one buffer, so the hashes travel as hex.
  return tx`
    insert into request_answers (person_id, request_id, operation, input_hash, answer)
    select person_id, request_id, operation, decode(input_hash, 'hex'), answer
      from unnest(${keys.map((k) => k.personId)}::bigint[], ${keys.map((k) => k.requestId)}::uuid[],
                  ${keys.map((k) => k.operation)}::text[], ${keys.map((k) => k.inputHash.toString('hex'))}::text[],
                  ${answers.map((a) => sealedAnswer(ring, a))}::text[]::jsonb[]) as k (person_id, request_id, operation, input_hash, answer)`
}

/** Forgets answers older than `keptDays`. Returns how many. */
export async function deleteOldAnswers(tx: Tx): Promise<number> {
  const gone = await tx`delete from request_answers where answered_at < now() - make_interval(days => ${keptDays})`
  return gone.count
}

const atOnce = 500

interface SealedAnswer {
  personId: number
  requestId: string
  answer: string
}

/** Takes answers over under the current SECRET_KEY, so that what was asked before is still answered the same after the former one is gone. */
export async function rekeyAnswers(sql: Database, { field }: { field: KeyRing }): Promise<Rekeyed> {
  const sum: Rekeyed = { rekeyed: 0, left: 0 }
  const takeFrom = ({ personId, requestId }: Pick<SealedAnswer, 'personId' | 'requestId'>) =>
    inTransaction(sql, async (tx): Promise<SealedAnswer | undefined> => {
      const rows = await tx<SealedAnswer[]>`
        select person_id as "personId", request_id as "requestId", answer from request_answers
         where jsonb_typeof(answer) = 'string' and (person_id, request_id) > (${personId}::bigint, ${requestId}::uuid)
         order by person_id, request_id limit ${atOnce} for update`
      for (const row of rows) {
        try {
          const anew = reseal(field, Buffer.from(row.answer, 'base64'))
          if (!anew) continue
          await tx`
            update request_answers set answer = ${asStored(anew)}::jsonb
             where person_id = ${row.personId} and request_id = ${row.requestId}`
          sum.rekeyed++
        } catch {
          sum.left++
        }
      }
      return rows.at(-1)
    })
  let last = await takeFrom({ personId: 0, requestId: '00000000-0000-0000-0000-000000000000' })
  while (last) last = await takeFrom(last)
  return sum
}
