import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import type { Address } from '../database'
import { findBinaries } from './binaries'
import { clusterFolder, findOwner, type Owner, reachableBinaries } from './owner'

/** PostgreSQL from npm's binaries, for whoever has only Node: made, adopted, watched and stopped by us through pg_ctl. */
export interface Cluster {
  /** How to reach one of its databases. */
  address(database: string): Address
  /** True when a cluster left running by a killed process was taken over. */
  adopted: boolean
  folder: string
  stop(): Promise<void>
}

export interface ClusterOptions {
  dataDir: string
  /** PostgreSQL settings, e.g. `{ fsync: 'off' }` for tests. */
  settings?: Record<string, string>
  /** Told of every step, in words for a terminal. */
  progress?: (step: string) => void
  /** Told when postgres died and was started again. */
  onRestart?: () => void
}

const user = 'linlibang'
const major = '18'
const watchEveryMs = 500

/**
 * Starts the cluster in `dataDir`, makes it first when there is none, or adopts the one that a killed run left behind. A
 * postgres that dies is started again until `stop` is called. Throws with a sentence for the operator.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const progress = options.progress ?? (() => {})
  const owner = findOwner()
  const { folder, moved } = clusterFolder(options.dataDir, owner)
  if (moved)
    progress(`PostgreSQL cannot run as root inside ${path.resolve(options.dataDir)}; its files are in ${folder}`)
  const binaries = reachableBinaries(findBinaries(), owner)
  const data = path.join(folder, 'postgres')
  const sockets = socketFolder(folder)
  for (const dir of [folder, sockets]) ownedFolder(dir, owner)

  const run = (command: string, args: string[]) => execute(command, args, owner)
  const port = await portOf(folder)
  const passwordFile = path.join(folder, 'postgres-password')
  const windows = process.platform === 'win32'

  if (!fs.existsSync(path.join(data, 'PG_VERSION'))) {
    progress('Making a PostgreSQL cluster')
    fs.rmSync(data, { recursive: true, force: true }) // a first start that was interrupted
    if (windows) fs.writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
    const auth = windows
      ? ['--auth=scram-sha-256', `--pwfile=${passwordFile}`]
      : ['--auth-host=reject', '--auth-local=trust']
    await run(binaries.initdb, [
      '-D',
      data,
      '-U',
      user,
      ...auth,
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
      '--data-checksums',
    ])
  }
  const made = fs.readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim()
  if (made !== major)
    throw new Error(
      `The cluster in ${data} was made by PostgreSQL ${made}; this version needs ${major}. Restore a back-up into a new DATA_DIR.`,
    )

  const settings = {
    listen_addresses: windows ? '127.0.0.1' : '',
    ...(windows ? {} : { unix_socket_directories: sockets, unix_socket_permissions: '0700' }),
    port: String(port),
    track_commit_timestamp: 'on',
    max_connections: '60',
    shared_buffers: '128MB',
    ...options.settings,
  }
  const start = async () => {
    const flags = Object.entries(settings).map(([key, value]) => `-c ${key}='${value}'`)
    await run(binaries.pgCtl, [
      '-D',
      data,
      '-w',
      '-t',
      '60',
      '-l',
      path.join(folder, 'postgres.log'),
      '-o',
      flags.join(' '),
      'start',
    ])
  }

  const adopted = alive(data)
  if (!adopted) {
    // A pid file whose process is gone is left by a power cut; PostgreSQL itself refuses when the pid was given to another process.
    if (postmasterPid(data) !== undefined) fs.rmSync(path.join(data, 'postmaster.pid'), { force: true })
    await start()
  }

  let stopping = false
  let restarting = false
  const watch = setInterval(async () => {
    if (stopping || restarting || alive(data)) return
    restarting = true
    try {
      fs.rmSync(path.join(data, 'postmaster.pid'), { force: true })
      await start()
      options.onRestart?.()
    } catch {
      // Still recovering, or its orphaned children have not left yet: the next tick tries again.
    } finally {
      restarting = false
    }
  }, watchEveryMs)
  watch.unref()

  return {
    adopted,
    folder,
    address: (database) =>
      windows
        ? { host: '127.0.0.1', port, user, database, password: fs.readFileSync(passwordFile, 'utf8') }
        : { host: sockets, port, user, database },
    async stop() {
      stopping = true
      clearInterval(watch)
      if (alive(data)) await run(binaries.pgCtl, ['-D', data, '-m', 'fast', '-w', '-t', '60', 'stop'])
    },
  }
}

function ownedFolder(dir: string, owner: Owner | undefined): void {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 })
  if (owner) fs.chownSync(dir, owner.uid, owner.gid)
}

/** A Unix socket's path holds at most 107 bytes; a deep DATA_DIR gets a short folder elsewhere. */
function socketFolder(folder: string): string {
  if (Buffer.byteLength(folder) + '/.s.PGSQL.65535'.length <= 107) return folder
  return path.join(os.tmpdir(), `linlibang-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`)
}

/** On Unix the port only names the socket. On Windows a free one is chosen once and kept. */
async function portOf(folder: string): Promise<number> {
  if (process.platform !== 'win32') return 5432
  const file = path.join(folder, 'postgres-port')
  if (fs.existsSync(file)) return Number(fs.readFileSync(file, 'utf8'))
  const port = await new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 5433))
    })
  })
  fs.writeFileSync(file, String(port))
  return port
}

function postmasterPid(data: string): number | undefined {
  try {
    const pid = Number(fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
    return Number.isInteger(pid) && pid > 0 ? pid : undefined
  } catch {
    return undefined
  }
}

/** Whether a postgres runs on this data folder: its pid lives and is not some other program that got the number. */
function alive(data: string): boolean {
  const pid = postmasterPid(data)
  if (pid === undefined) return false
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  if (process.platform !== 'linux') return true
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data)
  } catch {
    return false
  }
}

function execute(command: string, args: string[], owner: Owner | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    // Not a pipe for stdout: the server that pg_ctl starts would keep it open and we would wait for ever.
    const child = spawn(command, args, {
      ...owner,
      cwd: path.parse(command).root,
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
    })
    let errors = ''
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      child.stderr.destroy()
      if (code === 0) resolve()
      else reject(new Error(`${path.basename(command)} failed (${code}): ${errors.trim()}`))
    })
  })
}
