import * as v from 'valibot'
import { recordWork } from '../audit/record'
import { inTransaction } from '../platform/database'
import type { Job, JobDeps } from '../platform/jobs'
import { oneByOne } from '../platform/one-by-one'
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
  { name: 'sweepHelp', cron: '* * * * *', run: (deps) => sweepHelp(deps) },
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

/** Everything whose moment has come. */
export const sweepHelp = (deps: JobDeps): Promise<void> =>
  oneByOne(deps, 'a help request could not be looked after', async (tx, seen) => {
    const at = deps.now()
    const [due] = await lockDue(tx, at, seen, 1)
    if (!due) return false
    seen.push(due.helpRequestId)
    const did = await settle(tx, due, deps.services, at)
    const { helpRequestId, areaCode, status } = due
    await recordWork(tx, 'volunteer.sweepHelp', [
      { target: `helpRequest:${helpRequestId}`, areaCode, before: { status }, after: { did } },
    ])
    return true
  })

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
