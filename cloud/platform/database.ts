import postgres from 'postgres'

/** The only door to PostgreSQL besides the statements in `queries.ts`. */

/** A connection URL, or the parts of one (a Unix socket's folder as host). */
export type Address = string | { host: string; port: number; user: string; database: string; password?: string }

// `int8` ids and counters fit a JavaScript number for the next nine quadrillion rows; beyond that we stop rather than round.
const types = {
  bigint: {
    to: 20,
    from: [20],
    serialize: (value: number) => String(value),
    parse: (value: string) => {
      const number = Number(value)
      if (!Number.isSafeInteger(number)) throw new Error('an int8 too large for JavaScript')
      return number
    },
  },
}

type Custom = { bigint: number }
/** The pool. */
export type Database = postgres.Sql<Custom>
/** Where a statement may run that locks nothing: the pool or a transaction. */
export type Sql = postgres.ISql<Custom>
/** A transaction. Statements that lock demand it, so that they cannot be called with the pool. */
export type Tx = postgres.TransactionSql<Custom>

export interface DatabaseOptions {
  /** Connections at most. */
  max?: number
  applicationName?: string
  /** For operators' work (migrations, back-ups), which may take as long as it takes. */
  patient?: boolean
}

/** Milliseconds. */
const limits = {
  statement_timeout: 30_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 60_000,
  transaction_timeout: 600_000,
}

/**
 * Opens a pool. A statement may run for 30 s, wait 10 s for a lock, and a transaction may last 10 minutes; whatever hangs longer is
 * ended by the server, so that nobody waits for ever. Times are instants; the session's zone is Asia/Shanghai for `::date`.
 */
export function openDatabase(
  address: Address,
  { max = 10, applicationName = 'linlibang', patient = false }: DatabaseOptions = {},
): Database {
  const options = {
    max,
    types,
    onnotice: () => {},
    connect_timeout: 10,
    connection: {
      application_name: applicationName,
      TimeZone: 'Asia/Shanghai',
      ...(patient ? {} : limits),
    },
  }
  return typeof address === 'string' ? postgres(address, options) : postgres({ ...address, ...options })
}

/** Runs `work` in one transaction: committed when it resolves, rolled back when it throws. */
export function inTransaction<T>(sql: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  // The driver unwraps arrays of promises in its return type; ours are plain values.
  return sql.begin(work) as Promise<T>
}

/** An address as a URL, for tools that want one (graphile-worker, pg_dump). */
export function addressUrl(address: Address): string {
  if (typeof address === 'string') return address
  const login = address.password ? `${address.user}:${encodeURIComponent(address.password)}` : address.user
  return `postgres://${login}@${encodeURIComponent(address.host)}:${address.port}/${address.database}`
}
