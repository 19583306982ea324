import type { Tx } from '../../platform/database'
import { queueSeek } from '../seek/queries'

/**
 * Takes back what a volunteer was asked and has not answered, because he rests, leaves or is no longer matched by itself; the next best are asked as
 * soon as this is committed. Gives the requests that now lack an offer. Call it before the volunteer's own row is locked: whoever accepts locks in the same order, first the offer, then the person.
 */
export async function withdrawOffersOf(tx: Tx, personId: number, now: Date): Promise<number[]> {
  const rows = await tx<{ requestId: number }[]>`
    with waiting as (
      select id from offers where person_id = ${personId} and status = 'sent' order by id for no key update
    )
    update offers o set status = 'withdrawn', reason = 'left', answered_at = ${now}
      from waiting w where o.id = w.id
    returning o.request_id as "requestId"`
  for (const { requestId } of rows) await queueSeek(tx, requestId)
  return rows.map((row) => row.requestId)
}
