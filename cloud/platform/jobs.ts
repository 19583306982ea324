import { Logger, parseCronItems, run } from 'graphile-worker'
import { type Address, type Database, openJobPool } from './database'
import type { Services } from './operations'

/** What background work may use. */
export interface JobDeps {
  sql: Database
  services: Services
  now: () => Date
}

/** One kind of background work: queued inside a transaction with `graphile_worker.add_job`, or due by the clock (`cron`, UTC). */
export interface Job {
  name: string
  cron?: string
  run(deps: JobDeps, payload: unknown): Promise<void>
}

const connections = 5

/**
 * Works through the queue until stopped. A PostgreSQL that is away for a while only delays it: an error in its clock would end the runner, and
 * the process with it, so its statements wait for the server instead. Cron work that fell due while no server ran is done once on return (within a day), and two
 * servers never both do it. A job that throws is retried by the queue with growing pauses.
 */
export async function startJobs(
  address: Address,
  jobs: readonly Job[],
  deps: JobDeps,
): Promise<{ stop(): Promise<void> }> {
  const { log } = deps.services
  const pgPool = openJobPool(address, connections)
  const runner = await run({
    pgPool,
    concurrency: 4,
    pollInterval: 5000,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log.error(message)
      else if (level === 'warning') log.warn(message)
    }),
    taskList: Object.fromEntries(jobs.map((job) => [job.name, (payload: unknown) => job.run(deps, payload)])),
    parsedCronItems: parseCronItems(
      jobs.flatMap((job) =>
        job.cron === undefined
          ? []
          : [
              {
                task: job.name,
                match: job.cron,
                options: { backfillPeriod: 86_400_000, maxAttempts: 5, jobKey: job.name },
              },
            ],
      ),
    ),
  })
  runner.promise.catch((error: unknown) => log.error(error, 'the job runner stopped'))
  return {
    async stop() {
      await runner.stop()
      await pgPool.end()
    },
  }
}
