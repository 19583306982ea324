import type { Sql, Tx } from '../../platform/database'
import type { Optimum } from '../match/answer'

/** Rounds of the whole pool as rows. */

/** Offers that wait longer than until a moment. */
export async function selectSentOffers(
  sql: Sql,
  after: Date,
): Promise<{ offerId: number; helpRequestId: number; personId: number }[]> {
  return sql<{ offerId: number; helpRequestId: number; personId: number }[]>`
    select o.id as "offerId", o.request_id as "helpRequestId", o.person_id as "personId"
      from offers o join help_requests h on h.id = o.request_id
     where o.status = 'sent' and o.answer_by > ${after} and o.sent_by is null and h.urgency <> 'now' and lower(o.span) > ${after} order by o.id`
}

export async function insertRun(
  tx: Tx,
  reached: Optimum,
  { volunteers, requests, sent }: { volunteers: number; requests: number; sent: number },
  now: Date,
): Promise<number> {
  const { filled, score, spread } = reached.objective
  const [row] = await tx<{ id: number }[]>`
    insert into matching_runs (at, volunteers, requests, places, places_filled, filled, score, spread, proven, offers_sent)
    values (${now}, ${volunteers}, ${requests}, ${reached.places}, ${reached.placesFilled}, ${filled}, ${score}, ${spread}, ${reached.proven}, ${sent})
    returning id`
  return row?.id ?? 0
}
