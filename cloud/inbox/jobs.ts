import * as v from 'valibot'
import type { Job } from '../platform/jobs'
import { deliverNotice } from './deliver'
import { settleAbandoned } from './queries'

const payload = v.object({ noticeId: v.number() })

/** Background work of the inbox. */
export const inboxJobs: Job[] = [
  {
    name: 'deliverNotice',
    run: ({ sql, services, now }, raw) => deliverNotice(sql, services, v.parse(payload, raw).noticeId, now()),
  },
  {
    name: 'settleAbandonedDeliveries',
    cron: '*/5 * * * *',
    async run({ sql }) {
      await settleAbandoned(sql)
    },
  },
]
