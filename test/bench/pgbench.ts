import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Address, Database } from '../../cloud/platform/database'

const seconds = 5

/**
 * What PostgreSQL alone does when every sign-up is a transaction of its own: the lock and the same function, called by pgbench with nothing
 * of ours in between (no session, no validation, no audit). Undefined where pgbench is not installed.
 */
export async function onceARequest(sql: Database, address: Address, activityId: number): Promise<number | undefined> {
  if (typeof address === 'string') return undefined
  const script = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-pgbench-')), 'sign-up.sql')
  const [group] = await sql<{ id: number }[]>`select id from activity_groups where activity_id = ${activityId}`
  const [first] = await sql<{ id: number }[]>`select min(id) as id from people`
  await sql.unsafe(`create sequence if not exists bench_people; alter sequence bench_people restart with ${first?.id}`)
  fs.writeFileSync(
    script,
    `begin;
select from activities where id = ${activityId} for no key update;
with p as (select nextval('bench_people') as id)
select t.* from p cross join lateral take_seats(array[${activityId}::bigint], array[${group?.id}::bigint], array[p.id], array[p.id], array[1],
  array['{}'::jsonb], array[gen_random_uuid()], array[false]) t;
commit;
`,
  )
  const { host, port, user, database } = address
  try {
    const { stdout } = await promisify(execFile)('pgbench', [
      ...['-h', host, '-p', String(port), '-U', user, '-n', '-M', 'prepared'],
      ...['-c', '32', '-j', '2', '-T', String(seconds), '-f', script, database],
    ])
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  } finally {
    fs.rmSync(path.dirname(script), { recursive: true })
  }
}
