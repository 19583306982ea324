import type { Readable, Writable } from 'node:stream'
import { Pool, type PoolConfig, types as pgTypes, type QueryResult } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { type Ears, type Listener, listenOn } from './listen'
import { openOutlastingPool } from './outlasting-pool'
import { type Sql, tagged } from './statement'
import { type Tx, transact } from './transaction'

/** The only door to PostgreSQL besides the statements in `queries.ts`. */

export { DatabaseError } from 'pg'
export type { Listener } from './listen'
export { assigned, inserted, quoted, type Rows, type Sql, Statement, verbatim } from './statement'
export type { Tx } from './transaction'

/** A connection URL, or the parts of one (a Unix socket's folder as host). */
export type Address = string | { host: string; port: number; user: string; database: string; password?: string }

/** The pool: each statement runs on whichever connection is free. */
export interface Database extends Sql {
  readonly pool: Pool
  /** Closes the connections when their work is done, at the latest after `timeout` seconds. */
  end(options?: { timeout?: number }): Promise<void>
}

export interface DatabaseOptions {
  /** Connections at most. */
  max?: number
  applicationName?: string
  /** For operators' work (migrations, back-ups), which may take as long as it takes, and which may COPY. */
  patient?: boolean
  /**
   * The keys under which the database seals who is a party member (`Keys.sealing`). They live in the memory of the connection alone; without them such rows can be neither read
   * nor written.
   */
  sealing?: string
}

/** Milliseconds. */
const limits = {
  statement_timeout: 30_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 60_000,
  transaction_timeout: 600_000,
}

/** When not even the server ends a statement any more (its machine is gone), the client gives the connection up. Milliseconds. */
const unansweredAfter = 45_000

/**
 * Opens a pool. A statement may run for 30 s, wait 10 s for a lock, and a transaction may last 10 minutes; whatever hangs longer is
 * ended by the server, so that nobody waits for ever. Times are instants; the session's zone is Asia/Shanghai for `::date`.
 * Statements of one transaction that do not wait for one another travel together (pipelining).
 */
export function openDatabase(
  address: Address,
  { max = 10, applicationName = 'linlibang', patient = false, sealing }: DatabaseOptions = {},
): Database {
  const settings = {
    TimeZone: 'Asia/Shanghai',
    ...(patient ? {} : limits),
    ...(sealing === undefined ? {} : { 'linlibang.sealing_keys': sealing }),
  }
  const config: PoolConfig & { pipeline?: boolean } = {
    ...(typeof address === 'string' ? { connectionString: address } : address),
    max,
    application_name: applicationName,
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    types: { getTypeParser },
    ...(patient ? {} : { pipeline: true, query_timeout: unansweredAfter }),
  }
  const pool = new Pool(config)
  pool.on('error', () => {}) // an idle connection was lost: the pool has dropped it already
  pool.on('connect', (client) => client.on('error', () => {})) // a busy one: its statement rejects and says why
  let ended: Promise<void> | undefined
  return Object.assign(
    tagged((query): Promise<QueryResult> => pool.query(query)),
    {
      pool,
      end({ timeout }: { timeout?: number } = {}) {
        ended ??= pool.end()
        return timeout === undefined ? ended : Promise.race([ended, after(timeout * 1000)])
      },
    },
  )
}

/** Runs `work` in one transaction: committed when it resolves, rolled back when it throws. */
export async function inTransaction<T>(sql: Database, work: (tx: Tx) => PromiseLike<T>): Promise<T> {
  return transact(await sql.pool.connect(), work)
}

/** Listens to the channels of a database, on a connection of its own that comes back when it is lost. */
export function listen(sql: Database, ears: Ears): Promise<Listener> {
  const { connectionString, host, port, user, password, database } = sql.pool.options
  return listenOn(
    { connectionString, host, port, user, password, database, application_name: 'linlibang-listen' },
    ears,
  )
}

/** A pool for the job runner, which must not fall over with PostgreSQL: its statements wait until the server is back. */
export function openJobPool(address: Address, max: number): Pool {
  const config = typeof address === 'string' ? { connectionString: address } : address
  return openOutlastingPool({
    ...config,
    max,
    application_name: 'linlibang-jobs',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
}

/** The rows of a `copy … to stdout`, as they come. Only in a transaction of a patient pool. */
export function copyOut(tx: Tx, text: string): Readable {
  return tx.client.query(copyTo(text))
}

/** Takes the rows of a `copy … from stdin`. Only in a transaction of a patient pool. */
export function copyIn(tx: Tx, text: string): Writable {
  return tx.client.query(copyFrom(text))
}

/** An address as a URL, for tools that want one (graphile-worker, pg_dump). */
export function addressUrl(address: Address): string {
  if (typeof address === 'string') return address
  const login = address.password ? `${address.user}:${encodeURIComponent(address.password)}` : address.user
  return `postgres://${login}@${encodeURIComponent(address.host)}:${address.port}/${address.database}`
}

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref())

// `int8` ids and counters fit a JavaScript number for the next nine quadrillion rows; beyond that we stop rather than round.
function integer(value: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new Error('an int8 too large for JavaScript')
  return number
}

const oid = { int8: 20, date: 1082, int8Array: 1016, textArray: 1009 } as const
const texts = pgTypes.getTypeParser(oid.textArray as number) as (value: string) => string[]
const ours: Readonly<Record<number, (value: string) => unknown>> = {
  [oid.int8]: integer,
  [oid.int8Array]: (value) => texts(value).map(integer),
  // A day is a day, in whatever zone the machine stands.
  [oid.date]: (value) => value,
}

function getTypeParser(type: number, format?: 'text' | 'binary') {
  return (format === 'binary' ? undefined : ours[type]) ?? pgTypes.getTypeParser(type, format)
}
