import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseError, Pool, type PoolConfig, type QueryResult } from 'pg'

/** SQLSTATE classes and codes of a server that goes, comes or is not there: 08 connection, 57P01 shutdown, 57P02 crash, 57P03 starting up. */
const passing = /^(08...|57P0[123])$/
const longestPauseMs = 2000

/**
 * A pool for background work that outlasts PostgreSQL: a statement that found no server is tried again (50 ms, doubling to 2 s) until it did,
 * or until the pool ends. Only for whoever makes statements that may run twice; `connect` stays as it is.
 */
export function openOutlastingPool(config: PoolConfig): Pool {
  const pool = new Pool(config)
  pool.on('error', () => {}) // an idle connection was lost: the pool has dropped it already
  const once = pool.query.bind(pool) as (...args: unknown[]) => Promise<QueryResult>
  const outlasting = async (...args: unknown[]): Promise<QueryResult> => {
    for (let pause = 50; ; pause = Math.min(pause * 2, longestPauseMs)) {
      try {
        return await once(...args)
      } catch (error) {
        if (pool.ending || !isOutage(error)) throw error
        await sleep(pause)
      }
    }
  }
  pool.query = outlasting as unknown as Pool['query']
  return pool
}

/** Whether an error says that there was no server to answer, rather than what it thinks of the statement. */
function isOutage(error: unknown): boolean {
  if (error instanceof DatabaseError) return passing.test(error.code ?? '')
  const { code, message = '' } = error as NodeJS.ErrnoException
  return code !== undefined
    ? /^(ECONN|EPIPE|ENOENT|ETIMEDOUT)/.test(code)
    : /terminated|connection (error|timeout)|timeout exceeded/i.test(message)
}
