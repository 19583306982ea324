import { recordWork } from '../audit/record'
import { tell } from '../inbox/tell'
import { inTransaction, type Tx } from '../platform/database'
import type { Job } from '../platform/jobs'
import * as queries from './queries'
import { chooseOwner } from './rules'

const atOnce = 100

/** No feedback without somebody who answers for it: those who left their office are replaced. Returns how many. */
export async function findOwners(tx: Tx): Promise<number> {
  const ownerless = await queries.selectOwnerless(tx, atOnce)
  for (const { feedbackId, number, about, areaCode, author, ownerId: before, answerBy } of ownerless) {
    const ownerId = chooseOwner(await queries.selectCandidates(tx, areaCode), about, author)
    if (ownerId === undefined) continue
    await queries.updateOwner(tx, feedbackId, ownerId)
    await tell(tx, [{ personId: ownerId, kind: 'feedbackReceived', facts: { feedbackId, title: number, answerBy } }])
    await recordWork(tx, 'feedback.findOwner', [
      { target: `feedback:${feedbackId}`, areaCode, before: { ownerId: before }, after: { ownerId } },
    ])
  }
  return ownerless.length
}

/** No silent deadline: the owner and the supervisors hear of it, once. Returns how many were overdue. */
export async function tellOverdue(tx: Tx, now: Date): Promise<number> {
  const overdue = await queries.markOverdue(tx, now, atOnce)
  await tell(
    tx,
    overdue.flatMap(({ feedbackId, number, answerBy, tell: people }) =>
      people.map((personId) => ({
        personId,
        kind: 'feedbackOverdue' as const,
        facts: { feedbackId, title: number, answerBy },
      })),
    ),
  )
  await recordWork(
    tx,
    'feedback.tellOverdue',
    overdue.map(({ feedbackId, areaCode, answerBy, tell: told }) => ({
      target: `feedback:${feedbackId}`,
      areaCode,
      after: { overdue: true, answerBy, told },
    })),
  )
  return overdue.length
}

export const feedbackJobs: Job[] = [
  {
    name: 'watchFeedback',
    cron: '*/10 * * * *',
    async run({ sql, now }) {
      await inTransaction(sql, findOwners)
      while ((await inTransaction(sql, (tx) => tellOverdue(tx, now()))) >= atOnce) {
        // the next hundred
      }
    },
  },
]
