import type { withdrawReasons } from '../../../types/volunteer'
import type { Tx } from '../../platform/database'
import type { HelpRequest } from '../life/queries'
import { tellPeople } from '../tell-sides'
import { selectSent, settleOffers } from './queries'

type Reason = (typeof withdrawReasons)[number]

/** Takes offers back that wait for an answer, and tells those who were asked, kindly. Returns how many. */
export async function withdrawSent(tx: Tx, request: HelpRequest, reason: Reason, now: Date): Promise<number> {
  const sent = await selectSent(tx, request.helpRequestId)
  if (sent.length === 0) return 0
  const settled = await settleOffers(
    tx,
    sent.map(({ offerId }) => offerId),
    'withdrawn',
    reason,
    now,
  )
  for (const { offerId, personId } of settled)
    await tellPeople(tx, request, [personId], 'helpOfferGone', { offerId, reason })
  return settled.length
}
