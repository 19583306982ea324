import * as v from 'valibot'
import { inTransaction } from '../platform/database'
import type { Job } from '../platform/jobs'
import { deleteOldVerdicts } from './queries'
import { askForVerdict, giveUpWaiting } from './settle'
import type { MediaSubjects } from './subject'

const payload = v.object({ checkId: v.number() })

/** Background work of media checks: asking, and no longer waiting. */
export const mediaJobs = (subjects: MediaSubjects): Job[] => [
  {
    name: 'askForVerdict',
    run: ({ sql, services }, raw) => askForVerdict({ sql, services, subjects }, v.parse(payload, raw).checkId),
  },
  {
    name: 'giveUpWaitingForVerdicts',
    cron: '*/5 * * * *',
    async run({ sql }) {
      while ((await giveUpWaiting({ sql, subjects })) > 0) {
        // the next hundred
      }
      await inTransaction(sql, deleteOldVerdicts)
    },
  },
]
