import { recordWork } from '../../audit/record'
import { dayOf } from '../../deadlines/working-days'
import { tell } from '../../inbox/tell'
import { inTransaction, type Tx } from '../../platform/database'
import type { Job, JobDeps } from '../../platform/jobs'
import { oneByOne } from '../../platform/one-by-one'
import { selectOptionalWorkOwner } from './pool-queries'
import * as proposals from './proposal-queries'
import { propose } from './propose'
import * as queries from './queries'
import { withdrawAndTell } from './withdraw'

/** What happens to work by the clock: proposals every night (02:40, county time), deadlines every ten minutes. */
export const workJobs: Job[] = [
  { name: 'proposeWork', cron: '40 18 * * *', run: proposeWork },
  { name: 'sweepWork', cron: '*/10 * * * *', run: sweepWork },
]

async function proposeWork({ sql, now }: JobDeps): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const done = await propose(tx, {}, now())
    await recordWork(
      tx,
      'volunteer.proposeWork',
      done.map(({ proposalId, areaCode }) => ({
        target: `workProposal:${proposalId}`,
        areaCode,
        after: { status: 'proposed' },
      })),
    )
  })
}

/** Openings whose last day is over end; steps nobody took in time go to the next one up: the member is reminded, then the leader has it, then the community. */
async function sweepWork({ sql, services, now }: JobDeps): Promise<void> {
  await inTransaction(sql, async (tx) => {
    for (const { openingId, areaCode, title } of await queries.lockOver(tx, dayOf(now()))) {
      await queries.setOpeningStatus(tx, openingId, { status: 'closed', reason: null }, now())
      await withdrawAndTell(tx, { openingId, title }, now())
      await recordWork(tx, 'volunteer.sweepWork', [
        { target: `opening:${openingId}`, areaCode, after: { status: 'closed' } },
      ])
    }
  })
  await oneByOne({ sql, services }, 'a proposal of work could not be looked after', async (tx, seen) => {
    const p = await proposals.lockDueProposal(tx, now(), seen)
    if (!p) return false
    seen.push(p.proposalId)
    await remind(tx, p, now())
    return true
  })
}

const dayMs = 86_400_000

async function remind(tx: Tx, p: proposals.Proposal, now: Date): Promise<void> {
  const escalation = Math.min(2, p.escalation + 1)
  const except = [p.seekerId, p.contactId]
  // The first time whoever has it is reminded; then it goes up, if there is somebody above.
  const next =
    p.escalation === 0 ? undefined : await selectOptionalWorkOwner(tx, p.areaCode, p.escalation, except, dayOf(now))
  const ownerId = next ?? (p.ownerId as number)
  const dueAt = new Date(now.getTime() + dayMs)
  await proposals.updateProposal(tx, p.proposalId, { ownerId, escalation, dueAt })
  await tell(tx, [
    { personId: ownerId, kind: 'workToFollowUp', facts: { proposalId: p.proposalId, title: p.title, dueAt } },
  ])
  await recordWork(tx, 'volunteer.sweepWork', [
    {
      target: `workProposal:${p.proposalId}`,
      areaCode: p.areaCode,
      before: { ownerId: p.ownerId, escalation: p.escalation },
      after: { ownerId, escalation },
    },
  ])
}
