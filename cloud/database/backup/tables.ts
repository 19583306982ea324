import { quoted, type Tx } from '../../platform/database'
import { pendingJobs, type TableStart } from './format'

/** What COPY writes must read the same in any session. */
export async function pinTextFormat(tx: Tx): Promise<void> {
  await tx.unsafe(
    "set local datestyle = 'ISO'; set local timezone = 'UTC'; set local intervalstyle = 'postgres'; " +
      "set local bytea_output = 'hex'; set local extra_float_digits = 1; set local client_encoding = 'UTF8'",
  )
}

/**
 * Our tables with the columns that are written (not computed), each after the tables it refers to, but for references that are checked
 * when the transaction commits. `migrations` is left out: the scripts write it. Throws when tables refer to one another in a circle.
 */
export async function selectTables(tx: Tx): Promise<TableStart[]> {
  const tables = await tx<{ table: string; columns: string[]; needs: string[] }[]>`
    select c.relname as "table",
           (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
           array(select distinct f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
                  where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid and not k.condeferred) as needs
      from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     order by c.relname`
  const ordered: TableStart[] = []
  const done = new Set<string>()
  while (ordered.length < tables.length) {
    const next = tables.filter((t) => !done.has(t.table) && t.needs.every((need) => done.has(need)))
    if (next.length === 0)
      throw new Error(
        'Tables refer to one another in a circle; the back-up cannot order them so that every reference is checked.',
      )
    for (const { table, columns } of next) {
      ordered.push({ table, columns })
      done.add(table)
    }
  }
  return ordered
}

/** Numbers given out by our sequences, as text (they are 64 bits). */
export async function selectSequences(tx: Tx): Promise<{ sequence: string; last: string | null }[]> {
  return tx<{ sequence: string; last: string | null }[]>`
    select sequencename::text as sequence, last_value::text as last
      from pg_sequences where schemaname = 'public' order by sequencename`
}

const jobColumns = ['identifier', 'payload', 'queue_name', 'run_at', 'max_attempts', 'job_key', 'priority', 'flags']

/** The pseudo-table of jobs that wait in the queue. Those that have failed for good stay behind, and attempts start anew. */
export const pendingJobsTable: TableStart = { table: pendingJobs, columns: jobColumns }

/** A query that gives a table's rows for COPY. */
export function rowsOf({ table, columns }: TableStart): string {
  if (table === pendingJobs)
    return `select t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.key, j.priority,
                   array(select jsonb_object_keys(j.flags))
              from graphile_worker._private_jobs j
              join graphile_worker._private_tasks t on t.id = j.task_id
              left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
             where j.attempts < j.max_attempts order by j.id`
  return `select ${columns.map(quoted).join(', ')} from public.${quoted(table)}`
}
