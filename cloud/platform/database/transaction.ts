import type { PoolClient } from 'pg'
import { type Sql, type Statement, tagged } from './statement'

/** A transaction. Statements that lock demand it, so that they cannot be called with the pool. */
export interface Tx extends Sql {
  /** Runs `work` behind a savepoint: what it wrote is taken back when it throws, and the transaction goes on. */
  savepoint<T>(work: (inner: Tx) => Promise<T>): Promise<T>
  /** Sends a statement together with the commit, for what nobody in the transaction waits for. Should it fail, nothing is committed. */
  last(statement: Statement<readonly object[]>): void
  readonly client: PoolClient
}

/**
 * Runs `work` in one transaction on `client` and gives the client back: committed when it resolves, rolled back when it throws. A
 * connection that was lost, or on which even the rollback failed, is closed instead of given back. Throws also when PostgreSQL
 * answered the commit with a rollback, because an error inside was swallowed.
 */
export async function transact<T>(client: PoolClient, work: (tx: Tx) => PromiseLike<T>): Promise<T> {
  // Not awaited: it travels with the first statement. Should it fail, the statements after it fail for the same reason.
  const begun = client.query('begin')
  begun.catch(() => {})
  const last: Statement<readonly object[]>[] = []
  let result: T
  try {
    result = await work(transaction(client, last))
    // In one go: when one of them fails, PostgreSQL answers the commit behind it with a rollback.
    const [{ command }] = await Promise.all([commitAfter(client, last), begun])
    if (command !== 'COMMIT') throw new Error('the transaction was rolled back: an error inside it went unnoticed')
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (lost: Error) => client.release(lost),
    )
    throw error
  }
  client.release()
  return result
}

async function commitAfter(client: PoolClient, last: readonly Statement<readonly object[]>[]) {
  const sent = last.map((statement) => statement.then())
  const [committed] = await Promise.all([client.query('commit'), ...sent])
  return committed
}

function transaction(client: PoolClient, last: Statement<readonly object[]>[]): Tx {
  let savepoints = 0
  const tx: Tx = Object.assign(
    tagged((query) => client.query(query)),
    {
      client,
      last: (statement: Statement<readonly object[]>) => void last.push(statement),
      async savepoint<T>(work: (inner: Tx) => Promise<T>): Promise<T> {
        const name = `p${++savepoints}`
        const saved = client.query(`savepoint ${name}`)
        saved.catch(() => {})
        try {
          const result = await work(tx)
          await saved
          await client.query(`release savepoint ${name}`)
          return result
        } catch (error) {
          // On a lost connection this fails too; the error that came first says more.
          await client.query(`rollback to savepoint ${name}`).catch(() => {})
          throw error
        }
      },
    },
  )
  return tx
}
