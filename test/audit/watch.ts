import type { Database } from '../../cloud/platform/database'

/** What the database changed, and in which of its transactions no audit row came with it. */

export interface Change {
  table: string
  op: 'INSERT' | 'UPDATE' | 'DELETE'
}

/** Books of the machinery itself, as docs/operations.md names them: no fact about anybody's affairs. */
const technical = [
  'audit_log',
  'audit_seals',
  'audit_horizon',
  'sessions',
  'request_answers',
  'media_verdicts',
  'message_deliveries',
]

/** Changes inside other tables that are no fact either. */
const marks = `
  (t = 'media_checks' and columns = '{trace_id}')
  or (t = 'staff_absences' and columns = '{moved_at}')
  or (t = 'files' and was ->> 'status' = 'pending')`

/** From now on every row that changes in a table of the product is noted, with its transaction. */
export async function watchChanges(sql: Database): Promise<void> {
  await sql.unsafe(`
    create schema watch;
    create table watch.changes (xid xid8, t text, op text, columns text[], was jsonb);
    create function watch.note() returns trigger language plpgsql as $$
    begin
      insert into watch.changes values (pg_current_xact_id(), tg_table_name, tg_op,
        case tg_op when 'UPDATE' then array(select key from jsonb_each(to_jsonb(new)) n where to_jsonb(old) -> n.key is distinct from n.value) end,
        case when tg_op <> 'INSERT' then to_jsonb(old) end);
      return null;
    end $$`)
  await sql.unsafe(`
    do $$ declare t text; begin
      for t in select tablename from pg_tables where schemaname = 'public' loop
        execute format('create trigger watched after insert or update or delete on %I for each row execute function watch.note()', t);
      end loop;
    end $$`)
}

/** Does some work and tells what it changed without an audit row in the same transaction, and all that it changed. */
export async function changesOf(sql: Database, work: () => Promise<unknown>) {
  await sql`truncate watch.changes`
  await work()
  const all = await sql<Change[]>`select distinct t as "table", op from watch.changes order by 1, 2`
  const silent = await sql.unsafe<Change[]>(`
    select distinct t as "table", op from watch.changes c
     where not (t = any ('{${technical}}')) and (${marks}) is not true
       and not exists (select from audit_log l where l.xid = c.xid)`)
  return { all: [...all], silent: [...silent] }
}
