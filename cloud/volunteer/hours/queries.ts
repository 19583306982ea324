import type { Tx } from '../../platform/database'

/**
 * Records the service of a task that is over: from check-in to check-out, at most the window that was planned. Nothing where that is no time at all or where the hour was
 * recorded elsewhere already (the constraint on one person's hours).
 */
export async function insertServiceOfTask(tx: Tx, assignmentId: number): Promise<void> {
  await tx`
    insert into service_records (person_id, assignment_id, served)
    select a.person_id, a.id, tstzrange(a.checked_in_at, least(a.checked_out_at, upper(a.span)))
      from assignments a
     where a.id = ${assignmentId} and a.checked_in_at < least(a.checked_out_at, upper(a.span))
       and not exists (select from service_records r
                        where r.person_id = a.person_id and r.served && tstzrange(a.checked_in_at, least(a.checked_out_at, upper(a.span))))
    on conflict do nothing`
}

/** The requester says that it took longer than planned: the record reaches until check-out, as far as no other record stands in the way. */
export async function extendService(tx: Tx, helpRequestId: number): Promise<void> {
  await tx`
    update service_records r set served = tstzrange(lower(r.served), a.checked_out_at)
      from assignments a
     where a.request_id = ${helpRequestId} and r.assignment_id = a.id and a.checked_out_at > upper(r.served)
       and not exists (select from service_records o
                        where o.person_id = r.person_id and o.id <> r.id and o.served && tstzrange(lower(r.served), a.checked_out_at))`
}
