import { recordWork } from '../audit/record'
import { inTransaction } from '../platform/database'
import type { Job, JobDeps } from '../platform/jobs'
import { assignNearest } from './assign/assign'

/** What happens to households by the clock. */
export const hubJobs: Job[] = [{ name: 'assignOrphans', cron: '*/10 * * * *', run: assignOrphans }]

/** Tries again for every household that stands without a hub: one may have been opened, or have room again. */
async function assignOrphans({ sql, now }: JobDeps): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const { linked } = await assignNearest(tx, null, { news: false }, now())
    await recordWork(
      tx,
      'hub.assignOrphans',
      linked.map(({ householdId, hubId }) => ({ target: `household:${householdId}`, after: { hubId } })),
    )
  })
}
