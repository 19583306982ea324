import type { AnyOperation } from '../../types/operation'
import { batcher } from './batcher'
import { inTransaction, type Sql, type Tx } from './database'
import { NotFound } from './fault'
import { authorise, validate } from './gate'
import type { BatchHandler, Call, Caller, Handler, Handlers } from './operations'
import type { WireAnswer } from './request-answers'
import { type Attempt, type AuditRow, type ConstraintRefusals, type ServeDeps, type Served, wire, write } from './write'

export type { ServeDeps } from './write'

/** One operation ready to be called over the wire: takes the caller and the raw body, gives the wire answer or throws a PublicError. */
export type Endpoint = (who: Caller | null, body: unknown) => Promise<WireAnswer>
export type Endpoints = ReadonlyMap<string, Endpoint>

/**
 * Turns a capability's contract and its operations into endpoints `<capability>.<operation>`: authorises, validates input and
 * output, gives every write a transaction with its audit row and its stored answer, and maps constraint names to refusals.
 */
export function serve<C extends Record<string, AnyOperation>>(
  capability: string,
  contract: C,
  handlers: Handlers<C>,
  deps: ServeDeps,
  constraints: ConstraintRefusals = {},
): Endpoints {
  const endpoints = new Map<string, Endpoint>()
  for (const [verb, op] of Object.entries(contract)) {
    const name = `${capability}.${verb}`
    // The keys of contract and handlers are the same by type; TypeScript cannot follow that through Object.entries.
    const handler = handlers[verb as keyof C] as unknown as Handler<AnyOperation> | BatchHandler<AnyOperation>
    endpoints.set(name, endpoint({ name, op, handler, deps, constraints }))
  }
  return endpoints
}

function endpoint(served: Served): Endpoint {
  const { op, handler, deps } = served
  const batch = 'batch' in handler ? batcher((attempts: Attempt[]) => write(served, attempts)) : undefined
  return async (who, body) => {
    authorise(op, who)
    const input = validate(op, body)
    if (!op.writes) {
      const trail: AuditRow[] = []
      const call: Call = {
        now: deps.now(),
        requestId: '',
        services: deps.services,
        // Reading is not audited, but handing out a list of people is.
        audit: (entry) =>
          trail.push({ ...entry, personId: who?.personId ?? null, operation: served.name, requestId: null }),
      }
      if (typeof handler !== 'function') throw new Error(`${served.name} reads and cannot be batched`)
      // Reads take the pool; `Writes<AnyOperation>` cannot be known here, so the handler's type asks for a transaction.
      const answer = wire(served, await handler(deps.sql as Sql as Tx, who as Caller, input as never, call))
      if (trail.length > 0) await inTransaction(deps.sql, (tx) => deps.recordAudit(tx, trail))
      return answer
    }
    const attempt = {
      who: who as Caller,
      input: input as { requestId: string },
    }
    if (batch) return batch(attempt)
    const [answer] = await write(served, [attempt])
    return answer as WireAnswer
  }
}

/** For operations whose target is out of the caller's reach: the answer is the same whether it exists or not. */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw new NotFound()
  return row
}
