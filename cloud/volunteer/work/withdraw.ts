import { dayOf } from '../../deadlines/working-days'
import { tell } from '../../inbox/tell'
import type { Tx } from '../../platform/database'
import { selectOptionalWorkOwner } from './pool-queries'
import * as proposals from './proposal-queries'
import * as queries from './queries'
import { blankSeeker, endSeeker } from './seeker-queries'

/** An opening is over: whoever was proposed or is interested is told, and whoever followed up has nothing to do any more. */
export async function withdrawAndTell(tx: Tx, of: { openingId: number; title: string }, now: Date): Promise<void> {
  const gone = await proposals.withdrawLive(tx, { openingId: of.openingId }, now)
  await tell(
    tx,
    gone.flatMap(({ proposalId, seekerId, ownerId, status }) => {
      const facts = { proposalId, title: of.title }
      const told = [{ personId: seekerId, kind: 'workWithdrawn' as const, facts }]
      return status === 'proposed' ? told : [...told, { personId: ownerId, kind: 'workWithdrawn' as const, facts }]
    }),
  )
}

/** Somebody does not look any more: employers and whoever followed up are told where they knew of him. */
export async function stopSeeking(tx: Tx, personId: number, now: Date): Promise<boolean> {
  const ended = await endSeeker(tx, personId, now)
  const gone = await proposals.withdrawLive(tx, { seekerId: personId }, now)
  await tell(
    tx,
    gone
      .filter(({ status }) => status !== 'proposed')
      .flatMap(({ proposalId, ownerId, contactId }) =>
        [...new Set([ownerId, contactId])].map((id) => ({
          personId: id,
          kind: 'workWithdrawn' as const,
          facts: { proposalId },
        })),
      ),
  )
  return ended
}

/** Takes somebody who deletes the account out of work: looks no more, his openings end, what he followed up goes to the next. */
export async function leaveWork(tx: Tx, personId: number, name: string, words: string, now: Date): Promise<void> {
  await stopSeeking(tx, personId, now)
  await blankSeeker(tx, personId, name, words)
  for (const { openingId, title } of await queries.lockOpenOf(tx, personId)) {
    await queries.setOpeningStatus(tx, openingId, { status: 'closed', reason: name }, now)
    await withdrawAndTell(tx, { openingId, title }, now)
  }
  for (const { proposalId, areaCode, title, dueAt } of await proposals.lockOwned(tx, personId)) {
    const ownerId = await selectOptionalWorkOwner(tx, areaCode, 1, [personId], dayOf(now))
    if (ownerId === undefined) continue
    await proposals.updateProposal(tx, proposalId, { ownerId })
    await tell(tx, [{ personId: ownerId, kind: 'workToFollowUp', facts: { proposalId, title, dueAt } }])
  }
}
