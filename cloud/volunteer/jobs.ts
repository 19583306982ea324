import * as v from 'valibot'
import { recordWork } from '../audit/record'
import { inTransaction } from '../platform/database'
import type { Job, JobDeps } from '../platform/jobs'
import { rematch } from './due/rematch'
import { settle } from './due/settle'
import { lockDue, lockHelpRequest } from './life/queries'
import { seek } from './seek/seek'
import { workJobs } from './work/jobs'

/**
 * What happens to help requests by the clock. Each job asks the database what is due, so a server that was away catches up, two servers never do the same
 * twice, and the time is `now` of the deps.
 */
export const volunteerJobs: Job[] = [
  { name: 'seekHelp', run: seekHelp },
  { name: 'sweepHelp', cron: '* * * * *', run: sweepHelp },
  { name: 'rematchPool', cron: '*/5 * * * *', run: rematchPool },
  ...workJobs,
]

const payloadShape = v.object({ helpRequestId: v.number() })

/** Asks the next best, as soon as a refusal or a change is committed. */
async function seekHelp({ sql, services, now }: JobDeps, payload: unknown): Promise<void> {
  const { helpRequestId } = v.parse(payloadShape, payload)
  await inTransaction(sql, async (tx) => {
    const request = await lockHelpRequest(tx, helpRequestId, { as: 'system' })
    if (!request?.automatic || !['open', 'matching', 'offered', 'unmet'].includes(request.status)) return
    const after = await seek(tx, request, services, now())
    if (after.version !== request.version)
      await recordWork(tx, 'volunteer.seekHelp', [
        {
          target: `helpRequest:${helpRequestId}`,
          areaCode: request.areaCode,
          before: { status: request.status },
          after: { status: after.status },
        },
      ])
  })
}

/** Everything whose moment has come, one transaction each: what goes wrong with one keeps no other waiting, and it is tried again a minute later. */
export async function sweepHelp({ sql, services, now }: JobDeps): Promise<void> {
  for (const seen: number[] = []; ; ) {
    const due = await inTransaction(sql, async (tx) => {
      const [one] = await lockDue(tx, now(), seen, 1)
      if (!one) return undefined
      seen.push(one.helpRequestId)
      const did = await settle(tx, one, services, now())
      const { helpRequestId, areaCode, status } = one
      await recordWork(tx, 'volunteer.sweepHelp', [
        { target: `helpRequest:${helpRequestId}`, areaCode, before: { status }, after: { did } },
      ])
      return one
    }).catch((error: unknown) => {
      services.log.error({ err: error, helpRequestId: seen.at(-1) }, 'a help request could not be looked after')
      return null
    })
    if (due === undefined) return
  }
}

/** The whole pool anew, every few minutes. */
export async function rematchPool({ sql, services, now }: JobDeps): Promise<void> {
  await inTransaction(sql, async (tx) => {
    const round = await rematch(tx, services, now())
    if (!round) return
    const { runId, places, filled, done } = round
    await recordWork(tx, 'volunteer.rematchPool', [
      { target: `matchingRun:${runId}`, after: { places, filled } },
      ...done.map(({ helpRequestId, did }) => ({ target: `helpRequest:${helpRequestId}`, after: { did } })),
    ])
  })
}
