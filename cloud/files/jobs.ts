import * as v from 'valibot'
import { recordWork } from '../audit/record'
import { type Database, inTransaction } from '../platform/database'
import type { Job } from '../platform/jobs'
import { bury, isNeeded, selectRunOut } from './drop-queries'
import { pendingFor, unattachedFor } from './rules'

const bytesAt = v.object({ location: v.string() })
const atOnce = 100

export const filesJobs: Job[] = [
  {
    name: 'deleteFileBytes',
    async run({ sql, services }, raw) {
      const { location } = v.parse(bytesAt, raw)
      // Only a living row can be copied: once none is left, none comes back.
      if (!(await isNeeded(sql, location))) await services.store.remove(location)
    },
  },
  {
    name: 'sweepFiles',
    cron: '*/10 * * * *',
    run: ({ sql }) => sweepFiles(sql),
  },
]

/** Deletes half uploads, files that nobody used and files whose retention period is over. */
export async function sweepFiles(sql: Database): Promise<void> {
  for (let swept = atOnce; swept === atOnce; )
    swept = await inTransaction(sql, async (tx) => {
      const over = await selectRunOut(tx, pendingFor, unattachedFor, atOnce)
      // Half uploads leave no row: nothing of theirs was ever kept.
      const kept = over.filter(({ status }) => status !== 'pending')
      await recordWork(
        tx,
        'files.sweep',
        kept.map(({ fileId, status, purpose, purposeId }) => ({
          target: `file:${fileId}`,
          before: { status, ...(purpose === null ? {} : { usedFor: `${purpose}:${purposeId}` }) },
        })),
      )
      return bury(
        tx,
        over.map(({ fileId }) => fileId),
      )
    })
}
