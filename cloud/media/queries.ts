import type { Sql, Tx } from '../platform/database'
import type { Verdict } from '../platform/wechat'

/** Statements about checks of pictures and their verdicts. */

export async function insertCheck(
  tx: Tx,
  check: { subject: string; subjectId: number; personId: number },
): Promise<void> {
  await tx`
    with made as (
      insert into media_checks (subject, subject_id, person_id) values (${check.subject}, ${check.subjectId}, ${check.personId}) returning id
    )
    select graphile_worker.add_job('askForVerdict', json_build_object('checkId', id), job_key := 'media:' || id, max_attempts := 8) from made`
}

export interface OpenCheck {
  checkId: number
  subject: string
  subjectId: number
  openid: string | null
  traceId: string | null
}

/** A check without a verdict; undefined once it has one. */
export async function selectOptionalOpen(sql: Sql, checkId: number): Promise<OpenCheck | undefined> {
  const [row] = await sql<OpenCheck[]>`
    select c.id as "checkId", c.subject, c.subject_id as "subjectId", p.openid, c.trace_id as "traceId"
      from media_checks c join people p on p.id = c.person_id where c.id = ${checkId} and c.settled_at is null`
  return row
}

/** Nobody else reads or writes what belongs to a trace id until this transaction ends. */
export async function lockTrace(tx: Tx, traceId: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${traceId}, 5))`
}

export async function updateTrace(tx: Tx, checkId: number, traceId: string): Promise<void> {
  await tx`update media_checks set trace_id = ${traceId} where id = ${checkId} and settled_at is null`
}

/** Keeps a pushed verdict. The first one of a trace id stands. */
export async function insertVerdict(tx: Tx, traceId: string, verdict: Verdict): Promise<void> {
  await tx`insert into media_verdicts (trace_id, verdict) values (${traceId}, ${verdict}) on conflict do nothing`
}

export interface Settled {
  subject: string
  subjectId: number
  verdict: Verdict
}

/** Settles the check of a trace id by the verdict kept for it; undefined when one of the two is not there yet, or it was settled before. */
export async function settleByTrace(tx: Tx, traceId: string): Promise<Settled | undefined> {
  const [row] = await tx<Settled[]>`
    update media_checks c set verdict = v.verdict, settled_at = now() from media_verdicts v
     where c.trace_id = ${traceId} and v.trace_id = c.trace_id and c.settled_at is null
    returning c.subject, c.subject_id as "subjectId", c.verdict`
  return row
}

/** Settles one check as one that nobody could make; undefined when it was settled before. */
export async function settleUnavailable(tx: Tx, checkId: number): Promise<Settled | undefined> {
  const [row] = await tx<Settled[]>`
    update media_checks set verdict = 'unavailable', settled_at = now() where id = ${checkId} and settled_at is null
    returning subject, subject_id as "subjectId", verdict`
  return row
}

/** Settles what was asked `minutes` ago and never heard of again. */
export async function settleOverdue(tx: Tx, minutes: number, limit: number): Promise<readonly Settled[]> {
  return tx<Settled[]>`
    update media_checks set verdict = 'unavailable', settled_at = now()
     where id in (select id from media_checks where settled_at is null and asked_at < now() - make_interval(mins => ${minutes})
                   order by asked_at limit ${limit} for update skip locked)
    returning subject, subject_id as "subjectId", verdict`
}

export async function deleteOldVerdicts(tx: Tx): Promise<void> {
  await tx`delete from media_verdicts where pushed_at < now() - interval '7 days'`
}
