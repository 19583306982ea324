import type { NoticeFacts, NoticeKind } from '../../types/inbox'
import type { Tx } from '../platform/database'

export interface Notice {
  personId: number
  kind: NoticeKind
  facts: NoticeFacts
}

/**
 * Tells people: one inbox row each, and, where an acceptance of that kind is left in the ledger, one WeChat message queued in the same
 * transaction. A transaction that is rolled back tells nobody.
 */
export async function tell(tx: Tx, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return
  await tx`
    with told as (
      insert into notices (person_id, kind, facts)
      select * from unnest(${notices.map((n) => n.personId)}::bigint[], ${notices.map((n) => n.kind)}::text[],
                           ${notices.map((n) => JSON.stringify(n.facts))}::text[]::jsonb[])
      returning id, person_id, kind
    ), numbered as (
      select *, row_number() over (partition by person_id, kind order by id) as nth from told
    ), free as materialized (
      select a.id, a.person_id, a.kind
        from message_acceptances a
       where a.spent_at is null and (a.person_id, a.kind) in (select person_id, kind from told)
         for update skip locked
    ), numbered_free as (
      select *, row_number() over (partition by person_id, kind order by id) as nth from free
    ), paired as (
      select n.id as notice_id, f.id as acceptance_id from numbered n join numbered_free f using (person_id, kind, nth)
    ), spent as (
      update message_acceptances a set spent_at = now(), notice_id = p.notice_id from paired p where a.id = p.acceptance_id
      returning a.notice_id
    ), queued as (
      insert into message_deliveries (notice_id) select notice_id from spent returning notice_id
    )
    select graphile_worker.add_job('deliverNotice', json_build_object('noticeId', notice_id), job_key := 'notice:' || notice_id, max_attempts := 8)
      from queued`
}
