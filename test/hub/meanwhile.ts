import { openDatabase } from '../../cloud/platform/database'
import type { TestCloud } from '../cloud'

/** Two who really do something at the same moment: the first is stopped in the midst of it, the second comes. */

const gate = 77

/** Where the first is stopped: when its transaction is about to write a row. */
export interface Stop {
  table: string
  on: 'insert' | 'update'
}

/**
 * Begins `first`, stops it when it is about to write, and begins `second`; when that is done or waits for the first, lets the first go on. Gives what both came to. Throws when
 * the first never came by the stop: then nothing happened at the same moment.
 */
export async function meanwhile<A, B>(
  cloud: TestCloud,
  { table, on }: Stop,
  first: () => Promise<A>,
  second: () => Promise<B>,
): Promise<[A, B]> {
  const keeper = openDatabase(cloud.address, { max: 1 })
  const watcher = openDatabase(cloud.address, { max: 1 })
  await watcher.unsafe(`
    create or replace function stop_here() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock_shared(${gate});
      return new;
    end $$;
    create trigger stops before ${on} on ${table} for each row execute function stop_here()`)
  const waiting = async () => {
    const [row] = await watcher<{ atGate: number; all: number }[]>`
      select count(*) filter (where l.locktype = 'advisory' and l.objid = ${gate})::int as "atGate", count(distinct l.pid)::int as all
        from pg_locks l join pg_stat_activity a on a.pid = l.pid where not l.granted and a.datname = current_database()`
    return row as { atGate: number; all: number }
  }
  try {
    await keeper`select pg_advisory_lock(${gate})`
    const one = first()
    let oneOver = false
    one.then(
      () => (oneOver = true),
      () => (oneOver = true),
    )
    while ((await waiting()).atGate === 0) if (oneOver) throw new Error(`it never came to ${on} ${table}`)
    const other = second()
    let otherOver = false
    other.then(
      () => (otherOver = true),
      () => (otherOver = true),
    )
    while (!otherOver && (await waiting()).all < 2);
    await keeper`select pg_advisory_unlock(${gate})`
    return await Promise.all([one, other])
  } finally {
    await keeper.end()
    await watcher.unsafe(`drop trigger stops on ${table}`)
    await watcher.end()
  }
}
