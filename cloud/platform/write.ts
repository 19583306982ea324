import * as v from 'valibot'
import type { AnyOperation } from '../../types/operation'
import { encode } from './codec'
import { type Database, DatabaseError, inTransaction, type Statement, type Tx } from './database'
import { Conflict, Refusal } from './fault'
import type { AuditEntry, BatchHandler, Call, Caller, Handler, Services } from './operations'
import { insertAnswers, type RequestKey, requestKey, selectAnswers, type WireAnswer } from './request-answers'

/** An audit entry with who made it. */
export type AuditRow = AuditEntry & { personId: number | null; operation: string; requestId: string | null }
export type RecordAudit = (tx: Tx, rows: readonly AuditRow[]) => Statement<readonly object[]>

/** What a capability needs to be served. */
export interface ServeDeps {
  sql: Database
  services: Services
  recordAudit: RecordAudit
  now: () => Date
}

/** Constraint name → declared refusal, for what only the database can see (two people at once). */
export type ConstraintRefusals = Readonly<Record<string, string>>

/** An operation with what serves it. */
export interface Served {
  name: string
  op: AnyOperation
  handler: Handler<AnyOperation> | BatchHandler<AnyOperation>
  deps: ServeDeps
  constraints: ConstraintRefusals
}

/** A validated write by somebody. */
export interface Attempt {
  who: Caller
  input: { requestId: string }
}

/** Validates what an operation gives back, so that no field leaves the cloud that the contract does not name. */
export function wire(served: Served, result: unknown): WireAnswer {
  if (result instanceof Refusal) {
    const { reason } = result.refusal as { reason: string }
    const declared = (served.op.refusals as Record<string, v.ObjectEntries>)[reason]
    if (!declared) throw new Error(`${served.name} refused with the undeclared reason ${reason}`)
    const facts = v.parse(v.object(declared), result.refusal)
    return { ok: false, refusal: encode({ reason, ...facts }) }
  }
  return { ok: true, value: encode(v.parse(served.op.output, result)) }
}

/**
 * Carries out writes: all asks of a batch in one transaction, each exactly once however often it is retried, with its audit row
 * and its stored answer. Deadlocks and serialisation failures are tried again.
 */
export async function write(served: Served, attempts: readonly Attempt[]): Promise<WireAnswer[]> {
  const keys = attempts.map((a) => requestKey(a.who.personId, a.input.requestId, served.name, a.input))
  for (let retries = 0; ; retries++) {
    try {
      return await inTransaction(served.deps.sql, (tx) => writeOnce(served, tx, attempts, keys))
    } catch (error) {
      if (!isTransient(error) || retries >= 3) throw error
    }
  }
}

async function writeOnce(
  served: Served,
  tx: Tx,
  attempts: readonly Attempt[],
  keys: readonly RequestKey[],
): Promise<WireAnswer[]> {
  const { handler, deps, name } = served
  const ring = deps.services.keys.field
  const answers: (WireAnswer | 'conflict' | undefined)[] = await selectAnswers(tx, ring, keys)
  // A double tap inside one batch: only the first of the twins is carried out, the others get its answer.
  const firstOf = new Map<string, number>()
  const fresh: number[] = []
  keys.forEach((key, i) => {
    const id = `${key.personId}/${key.requestId}`
    const first = firstOf.get(id)
    if (answers[i] !== undefined) return
    if (first === undefined) {
      firstOf.set(id, i)
      fresh.push(i)
    } else if (!(keys[first] as RequestKey).inputHash.equals(key.inputHash)) answers[i] = 'conflict'
  })
  if (fresh.length > 0) {
    const trail: AuditRow[] = []
    const asks = fresh.map((i) => {
      const { who, input } = attempts[i] as Attempt
      const noted = (entry: AuditEntry) =>
        trail.push({
          ...entry,
          personId: who.personId,
          operation: name,
          requestId: input.requestId,
        })
      const call: Call = {
        now: deps.now(),
        requestId: input.requestId,
        services: deps.services,
        audit: noted,
      }
      return { who, input: input as never, call }
    })
    const results =
      typeof handler === 'function'
        ? [
            await undoIfRefused(served, tx, trail, (inner) =>
              handler(inner, asks[0]!.who, asks[0]!.input, asks[0]!.call),
            ),
          ]
        : await handler.batch(tx, asks)
    const wired = results.map((result) => wire(served, result))
    wired.forEach((answer, n) => {
      const ask = asks[n] as (typeof asks)[number]
      const { requestId } = ask.call
      const untold = answer.ok && !trail.some((row) => row.requestId === requestId && row.personId === ask.who.personId)
      if (untold) trail.push({ personId: ask.who.personId, operation: name, requestId })
      answers[fresh[n] as number] = answer
    })
    const asked = fresh.map((i) => keys[i] as RequestKey)
    tx.last(insertAnswers(tx, ring, asked, wired))
    if (trail.length > 0) tx.last(deps.recordAudit(tx, trail))
  }
  return keys.map((key, i) => {
    const answer = answers[i] ?? answers[firstOf.get(`${key.personId}/${key.requestId}`) as number]
    // In a batch this splits it: everybody is answered alone, and only the one at fault gets the conflict.
    if (answer === 'conflict') throw new Conflict()
    return answer as WireAnswer
  })
}

/**
 * Runs one operation behind a savepoint: a refusal, its own or one that a constraint spoke, takes back all it wrote and leaves the
 * transaction fit to remember the answer.
 */
async function undoIfRefused(
  served: Served,
  tx: Tx,
  trail: AuditRow[],
  run: (inner: Tx) => Promise<unknown>,
): Promise<unknown> {
  try {
    return await tx.savepoint(async (inner) => {
      const result = await run(inner)
      if (result instanceof Refusal) throw result
      return result
    })
  } catch (error) {
    const refusal = error instanceof Refusal ? error : refusalOfConstraint(served, error)
    if (!refusal) throw error
    trail.length = 0
    return refusal
  }
}

const deadlockOrSerialization = new Set(['40P01', '40001'])
const isTransient = (error: unknown) => error instanceof DatabaseError && deadlockOrSerialization.has(error.code ?? '')

function refusalOfConstraint(served: Served, error: unknown): Refusal | undefined {
  const constraint = error instanceof DatabaseError ? error.constraint : undefined
  const reason = constraint === undefined ? undefined : served.constraints[constraint]
  return reason === undefined ? undefined : new Refusal({ reason })
}
