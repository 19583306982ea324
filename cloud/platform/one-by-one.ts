import { inTransaction, type Tx } from './database'
import type { JobDeps } from './jobs'

/**
 * Settles everything whose moment has come, one transaction each: what goes wrong with one keeps no other waiting, and it is tried again by the next run. `settle`
 * takes the first that is due and not among `seen`, adds its id there, and returns whether there was one. Throws what went wrong before any was found (PostgreSQL is
 * away): the queue tries the job again after a while, where a loop would knock a thousand times a second.
 */
export async function oneByOne(
  { sql, services }: Pick<JobDeps, 'sql' | 'services'>,
  trouble: string,
  settle: (tx: Tx, seen: number[]) => Promise<boolean>,
): Promise<void> {
  for (const seen: number[] = []; ; ) {
    const before = seen.length
    try {
      if (!(await inTransaction(sql, (tx) => settle(tx, seen)))) return
    } catch (error) {
      if (seen.length === before) throw error
      services.log.error({ err: error, id: seen.at(-1) }, trouble)
    }
  }
}
