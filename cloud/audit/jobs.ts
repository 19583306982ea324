import { inTransaction, type Tx } from '../platform/database'
import type { Job } from '../platform/jobs'
import { deleteOldAnswers } from '../platform/request-answers'

/** Seals what was written since the last time; returns how many rows. */
export async function sealAudit(tx: Tx): Promise<number> {
  const [row] = await tx<{ sealed: number }[]>`select seal_audit() as sealed`
  return row?.sealed ?? 0
}

/** Keeping the books: seals every minute, old request answers go at night. */
export const auditJobs: Job[] = [
  {
    name: 'sealAudit',
    cron: '* * * * *',
    async run({ sql }) {
      await inTransaction(sql, sealAudit)
    },
  },
  {
    name: 'forgetOldAnswers',
    cron: '17 19 * * *',
    async run({ sql }) {
      await inTransaction(sql, deleteOldAnswers)
    },
  },
]
