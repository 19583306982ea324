import { migrate } from '../database/migrate'
import { deriveKeys } from '../platform/crypto'
import { openDatabase } from '../platform/database'
import { startJobs } from '../platform/jobs'
import { createLog } from '../platform/log'
import type { Settings } from '../platform/settings'
import type { RunningSandbox } from '../sandbox/wechat/start'
import { addressOf, buildServer, jobs, type Server } from '../server'
import { builtFolder } from './build-h5'
import { reachDatabase } from './database'
import { checkPort } from './port'
import { step } from './steps'
import { Undo } from './undo'

export interface Running {
  url: string
  server: Server
  /** Stops taking calls, finishes what is in flight, then stops jobs, connections and the embedded PostgreSQL. */
  stop(): Promise<void>
}

/** Runs before the first call is taken; what it gives back runs beside the first calls, and the jobs begin after it. */
export type Prepare = (server: Server) => Promise<void | (() => Promise<void>)>

/**
 * Runs the cloud: database, migrations, sandbox when no WeChat is set, HTTP server, jobs. `h5Dir` is the built app that is served at `/`. A start that
 * fails leaves nothing running.
 */
export async function runCloud(
  settings: Settings,
  prepare?: Prepare,
  undo = new Undo(),
  h5Dir = builtFolder('h5'),
): Promise<Running> {
  try {
    return await putUp(settings, prepare, undo, h5Dir)
  } catch (error) {
    await undo.all()
    throw error
  }
}

async function putUp(settings: Settings, prepare: Prepare | undefined, undo: Undo, h5Dir: string): Promise<Running> {
  const log = createLog(settings.logLevel)
  await checkPort(settings)
  const { address, cluster } = await step('Starting PostgreSQL', () =>
    reachDatabase(settings, () => log.error('postgres died and was started again')),
  )
  if (cluster) undo.add(() => cluster.stop())
  const { sealing } = deriveKeys(settings.secretKey, settings.formerSecretKeys)
  await step('Bringing the database up to date', () => migrate(address, undefined, sealing))
  const sql = openDatabase(address, { max: 20, sealing })
  undo.add(() => sql.end({ timeout: 10 }))
  // The sandbox is loaded only when no WeChat is configured.
  const sandbox: RunningSandbox | undefined = settings.wechat
    ? undefined
    : await (await import('../sandbox/wechat/start')).startWechatSandbox()
  if (sandbox) undo.add(() => sandbox.stop())
  const wechat = settings.wechat ?? (sandbox as RunningSandbox).wechat
  const demo = sandbox && (await import('../sandbox/demo/mount')).demoOf(sandbox.state, settings)
  const server = await buildServer({ settings, sql, log, wechat, h5Dir, ...demo })
  undo.add(() => server.app.close())
  await step('Checking where files are kept', () => server.services.store.check())
  const rest = await prepare?.(server)
  let stopped = false
  let runner: { stop(): Promise<void> } | undefined
  const begin = async () => {
    runner = await startJobs(address, jobs, { sql, services: server.services, now: () => new Date() })
    if (stopped) await runner.stop()
  }
  // After the server, which may still queue work.
  undo.addBelowLast(async () => {
    stopped = true
    await runner?.stop()
  })
  if (!rest) await begin()
  await server.app.listen({ port: settings.port, host: settings.host })
  const url = addressOf(server.app) as string
  if (sandbox && !(await sandbox.pushTo(`${url}/wechat/push`))) log.warn('the sandbox cannot push to us')
  if (rest)
    void rest()
      .then(() => (stopped ? undefined : begin()))
      // When it is stopped meanwhile, the database goes away beneath it; the next start goes on.
      .catch((error: unknown) => stopped || log.error(error, 'what was to be prepared is not: start again'))
  return { url, server, stop: () => undo.all() }
}

const echoMs = 1000

/**
 * As `runCloud`, for a process of its own: Ctrl-C or SIGTERM stops everything cleanly, also while it is still starting; a second
 * Ctrl-C does not wait.
 */
export async function runUntilSignal(settings: Settings, prepare?: Prepare): Promise<Running> {
  const undo = new Undo()
  const starting = runCloud(settings, prepare, undo)
  let stopping: number | undefined
  const stop = async () => {
    if (stopping !== undefined) {
      // One Ctrl-C may arrive twice: from the terminal, and handed on by whoever started us.
      if (performance.now() - stopping > echoMs) process.exit(1)
      return
    }
    stopping = performance.now()
    console.log('\nStopping: finishing what is in flight …')
    try {
      await undo.all()
      // What a start has put up meanwhile goes too.
      await starting.catch(() => {})
      await undo.all()
      process.exit(0)
    } catch (error) {
      console.error(error)
      process.exit(1)
    }
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  try {
    return await starting
  } catch (error) {
    // A start that fails because we are stopping it: the signal's handler ends the process.
    if (stopping !== undefined) await new Promise(() => {})
    throw error
  }
}
