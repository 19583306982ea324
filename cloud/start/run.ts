import { migrate } from '../database/migrate'
import { openDatabase } from '../platform/database'
import { startJobs } from '../platform/jobs'
import { createLog } from '../platform/log'
import type { Settings } from '../platform/settings'
import type { RunningSandbox } from '../sandbox/wechat/start'
import { addressOf, buildServer, jobs, type Server } from '../server'
import { builtFolder } from './build-h5'
import { reachDatabase } from './database'
import { step } from './steps'

export interface Running {
  url: string
  server: Server
  /** Stops taking calls, finishes what is in flight, then stops jobs, connections and the embedded PostgreSQL. */
  stop(): Promise<void>
}

/** Runs the cloud: database, migrations, sandbox when no WeChat is set, HTTP server, jobs. `prepare` runs before the first call is taken. */
export async function runCloud(settings: Settings, prepare?: (server: Server) => Promise<void>): Promise<Running> {
  const log = createLog(settings.logLevel)
  const database = await step('Starting PostgreSQL', () =>
    reachDatabase(settings, () => log.error('postgres died and was started again')),
  )
  await step('Bringing the database up to date', () => migrate(database.address))
  const sql = openDatabase(database.address, { max: 20 })
  // The sandbox is loaded only when no WeChat is configured.
  const sandbox: RunningSandbox | undefined = settings.wechat
    ? undefined
    : await (await import('../sandbox/wechat/start')).startWechatSandbox()
  const wechat = settings.wechat ?? (sandbox as RunningSandbox).wechat
  const mount = sandbox ? (await import('../sandbox/demo/people')).mountDemoPeople : undefined
  const server = await buildServer({ settings, sql, log, wechat, h5Dir: builtFolder('h5'), mount })
  if (prepare) await prepare(server)
  const runner = await startJobs(database.address, jobs, { sql, services: server.services, now: () => new Date() })
  await server.app.listen({ port: settings.port, host: settings.host })
  const url = addressOf(server.app) as string
  if (sandbox && !(await sandbox.pushTo(`${url}/wechat/push`))) log.warn('the sandbox cannot push to us')
  return {
    url,
    server,
    async stop() {
      await server.app.close()
      await runner.stop()
      await sandbox?.stop()
      await sql.end({ timeout: 10 })
      await database.cluster?.stop()
    },
  }
}

/** Stops on Ctrl-C or SIGTERM, once, cleanly; a second Ctrl-C does not wait. */
export function stopOnSignal(running: Running): void {
  let stopping = false
  const stop = async () => {
    if (stopping) process.exit(1)
    stopping = true
    console.log('\nStopping: finishing what is in flight …')
    try {
      await running.stop()
      process.exit(0)
    } catch (error) {
      console.error(error)
      process.exit(1)
    }
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
