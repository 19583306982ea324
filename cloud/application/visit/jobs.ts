import { recordWork } from '../../audit/record'
import { dayOf } from '../../deadlines/working-days'
import { inTransaction } from '../../platform/database'
import type { Job } from '../../platform/jobs'
import { isLawful, move } from '../life/move'
import { lockApplication } from '../life/queries'
import { tellApplicant } from '../tell-sides'
import * as queries from './queries'

const atOnce = 100
const remindBeforeMs = 20 * 3_600_000

/** Visits by the clock: a reminder the evening before; a day that passed without anybody coming. */
export const visitJobs: Job[] = [
  {
    name: 'remindOfVisits',
    cron: '*/10 * * * *',
    async run({ sql, now }) {
      while (
        (await inTransaction(sql, async (tx) => {
          const due = await queries.markReminded(tx, new Date(now().getTime() + remindBeforeMs), now(), atOnce)
          for (const { appointmentId, applicationId, startsAt, place } of due) {
            const a = await lockApplication(tx, applicationId, { as: 'system' })
            if (a) await tellApplicant(tx, a, 'visitReminder', { startsAt, place })
            await recordWork(tx, 'application.remindOfVisit', [
              {
                target: `appointment:${appointmentId}`,
                areaCode: a?.areaCode ?? null,
                after: { remindedOf: startsAt },
              },
            ])
          }
          return due.length
        })) >= atOnce
      ) {
        // the next hundred
      }
    },
  },
  {
    name: 'missVisits',
    cron: '30 16 * * *',
    async run({ sql, now }) {
      while (
        (await inTransaction(sql, async (tx) => {
          const missed = await queries.selectMissed(tx, startOfDay(dayOf(now())), atOnce)
          for (const { appointmentId, applicationId } of missed) {
            const a = await lockApplication(tx, applicationId, { as: 'system' })
            // Locked like everywhere else: the application first. It may have been given back meanwhile.
            const seen = await queries.selectOptionalAppointmentById(tx, appointmentId)
            if (seen?.status !== 'booked') continue
            await queries.setAppointment(tx, appointmentId, 'missed')
            if (a && isLawful('missVisit', a.status))
              await move(tx, a, { kind: 'missVisit', actor: 'system', personId: null }, now())
            await recordWork(tx, 'application.missVisits', [
              {
                target: `appointment:${appointmentId}`,
                areaCode: a?.areaCode ?? null,
              },
            ])
          }
          return missed.length
        })) >= atOnce
      ) {
        // the next hundred
      }
    },
  },
]

const startOfDay = (day: string) => new Date(`${day}T00:00:00+08:00`)
