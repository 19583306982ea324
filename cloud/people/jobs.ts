import { inTransaction } from '../platform/database'
import type { Job } from '../platform/jobs'
import { deleteOldSessions } from './sessions/queries'

export const peopleJobs: Job[] = [
  {
    name: 'forgetOldSessions',
    cron: '27 19 * * *',
    async run({ sql }) {
      await inTransaction(sql, deleteOldSessions)
    },
  },
]
