import { recordWork } from '../audit/record'
import { dayOf } from '../deadlines/working-days'
import { inTransaction } from '../platform/database'
import type { Job, JobDeps } from '../platform/jobs'
import * as queries from './due/queries'
import { settleDue } from './due/rounds'
import * as due from './due/settle'
import { isLawful, move } from './life/move'
import { lockApplication, selectSettings } from './life/queries'
import { reassign } from './staff/reassign'
import { visitJobs } from './visit/jobs'

/**
 * What happens to applications by the clock. Each job asks the database what is due, so a server that was away catches up, two servers never do the
 * same twice, and the time is `now` of the deps.
 */
export const applicationJobs: Job[] = [
  { name: 'sweepApplications', cron: '* * * * *', run: sweepApplications },
  { name: 'closeApplications', cron: '7 * * * *', run: closeApplications },
  { name: 'endConsents', cron: '*/10 * * * *', run: endConsents },
  // At 3:30 in the night.
  { name: 'purgeApplications', cron: '30 19 * * *', run: purgeApplications },
  ...visitJobs,
]

/** Everything with a deadline. In this order: what ends is not sent up, and what goes to somebody else goes with its last step. */
export async function sweepApplications(deps: JobDeps): Promise<void> {
  const settings = await selectSettings(deps.sql)
  await inTurn([
    () => settleDue(deps, due.deemAccepted(deps)),
    () => settleDue(deps, due.lapse(deps)),
    () => settleDue(deps, due.revokeAcceptance(deps)),
    () => settleDue(deps, due.escalate(deps, settings)),
    // Once more for those that went up to the approver long after they should have.
    () => settleDue(deps, due.escalate(deps, settings)),
    () => moveMisplaced(deps),
    () => settleDue(deps, due.remind(deps)),
  ])
}

export async function closeApplications(deps: JobDeps): Promise<void> {
  await settleDue(deps, due.close(deps, await selectSettings(deps.sql)))
}

export async function purgeApplications(deps: JobDeps): Promise<void> {
  await settleDue(deps, due.purge(deps))
}

const atOnce = 20

/** Nobody's application waits at a person who is away, or who serves its area no longer. */
async function moveMisplaced({ sql, now }: JobDeps): Promise<void> {
  const day = dayOf(now())
  for (let after = 0; ; ) {
    const last = await inTransaction(sql, async (tx) => {
      const misplaced = await queries.lockMisplaced(tx, day, after, atOnce)
      for (const { applicationId, coverId } of misplaced) {
        const moved = await reassign(tx, applicationId, coverId, now())
        if (!moved) continue
        await recordWork(tx, 'application.reassign', [
          {
            target: `application:${applicationId}`,
            areaCode: moved.after.areaCode,
            before: { ownerId: moved.before.ownerId },
            after: { ownerId: moved.after.ownerId },
          },
        ])
      }
      return misplaced.length === atOnce ? misplaced.at(-1)?.applicationId : undefined
    })
    if (last === undefined) break
    after = last
  }
  await queries.markMoved(sql, day, now())
}

/** 帮办代办: consent ends by itself, with its date or with the application. */
export async function endConsents({ sql, now }: JobDeps): Promise<void> {
  for (let ended = atOnce; ended === atOnce; ) {
    ended = await inTransaction(sql, async (tx) => {
      const over = await queries.endConsents(tx, now(), atOnce)
      for (const { applicationId, helperId } of over) {
        const a = await lockApplication(tx, applicationId, { as: 'system' })
        // A draft has no history yet.
        if (a && a.status !== 'draft' && isLawful('endHelper', a.status))
          await move(tx, a, { kind: 'endHelper', actor: 'system', personId: null }, now())
        await recordWork(tx, 'application.endConsent', [
          {
            target: `application:${applicationId}`,
            areaCode: a?.areaCode ?? null,
            before: { helper: helperId },
          },
        ])
      }
      return over.length
    })
  }
}

/** Each has its turn, whatever happened to those before it. */
async function inTurn(works: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = []
  for (const work of works) await work().catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, 'some of the due work failed')
}
