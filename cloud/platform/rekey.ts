import { type Database, inTransaction, type Tx } from './database'

/** What became of rows that lay under former secrets. */
export interface Rekeyed {
  /** Taken over now. */
  rekeyed: number
  /** Opened by none of the secrets given. */
  left: number
}

const atOnce = 500

/**
 * Goes through rows in the order of their ids, in small transactions beside a server that works, and gives each row that `take` finds under a former
 * key back under the current one. May be stopped at any moment and run again: what was taken over is passed over then.
 */
export async function rekeyRows<Row extends { id: number }, Taken>(
  sql: Database,
  rows: {
    /** Locks the rows after an id. */
    lock(tx: Tx, after: number, limit: number): PromiseLike<readonly Row[]>
    /** The row under the current key, undefined when it is; throws when no key given opens it. */
    take(row: Row): Taken | undefined
    update(tx: Tx, taken: readonly Taken[]): Promise<void>
  },
): Promise<Rekeyed> {
  const sum: Rekeyed = { rekeyed: 0, left: 0 }
  for (let after: number | undefined = 0; after !== undefined; ) {
    const from: number = after
    const done: Rekeyed & { last: number | undefined } = await inTransaction(sql, async (tx) => {
      const found = await rows.lock(tx, from, atOnce)
      const taken: Taken[] = []
      let left = 0
      for (const row of found) {
        try {
          const anew = rows.take(row)
          if (anew !== undefined) taken.push(anew)
        } catch {
          left++
        }
      }
      if (taken.length > 0) await rows.update(tx, taken)
      return { rekeyed: taken.length, left, last: found.at(-1)?.id }
    })
    sum.rekeyed += done.rekeyed
    sum.left += done.left
    after = done.last
  }
  return sum
}
