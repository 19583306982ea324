import fs from 'node:fs'
import type { Address } from '../database'
import { type Binaries, findBinaries } from './binaries'
import { type Claim, claim } from './claim'
import { checkVersion, clusterExists, initCluster, startServer, stopServer, superuser } from './control'
import { type Folders, portOf, prepareFolders } from './folders'
import { reachableBinaries } from './owner'
import { postmasterOf, removeStalePidFile } from './postmaster'
import { untilReady, watchServer } from './watch'

/** PostgreSQL from npm's binaries, for whoever has only Node: made, adopted, watched and stopped by us through pg_ctl. */
export interface Cluster {
  /** How to reach one of its databases. */
  address(database: string): Address
  /** `started` by us; `adopted` from a killed process; `joined` while another process of ours runs it. */
  state: 'started' | 'adopted' | 'joined'
  /** Where its files are. */
  folder: string
  /** Stops the server, unless it was joined. */
  stop(): Promise<void>
}

export interface ClusterOptions {
  dataDir: string
  /** PostgreSQL settings, e.g. `{ fsync: 'off' }` for tests. */
  settings?: Readonly<Record<string, string>>
  /** Told of every step, in words for a terminal. */
  progress?: (step: string) => void
  /** Told when the server died and was started again. */
  onRestart?: () => void
}

/** Another process runs the cluster. */
export class ClusterInUse extends Error {
  constructor(dataDir: string, pid: number) {
    super(
      `Another process${pid ? ` (${pid})` : ''} is running with DATA_DIR ${dataDir}. ` +
        'Stop it first, or give this one another DATA_DIR.',
    )
  }
}

/**
 * Starts the cluster in `dataDir`, makes it first when there is none, or adopts the one that a killed process left running. It
 * belongs to this process then: a server that dies is started again until `stop`. Throws `ClusterInUse` when another process has
 * it, and other errors with a sentence for the operator.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const folders = prepareFolders(options.dataDir, options.progress ?? (() => {}))
  const claimed = await claim(folders.sockets)
  if ('by' in claimed) throw new ClusterInUse(options.dataDir, claimed.by)
  return own(options, folders, claimed)
}

/** For commands beside a server: joins the cluster when another process runs it, and starts it like `startCluster` otherwise. */
export async function joinCluster(options: ClusterOptions): Promise<Cluster> {
  const folders = prepareFolders(options.dataDir, options.progress ?? (() => {}))
  const claimed = await claim(folders.sockets)
  if (!('by' in claimed)) return own(options, folders, claimed)
  await untilReady(folders.data)
  const port = await portOf(folders)
  return { address: addressOf(folders, port), state: 'joined', folder: folders.root, stop: async () => {} }
}

async function own(options: ClusterOptions, folders: Folders, claimed: Claim): Promise<Cluster> {
  try {
    return await run(options, folders, claimed)
  } catch (error) {
    await claimed.release()
    throw error
  }
}

async function run(options: ClusterOptions, folders: Folders, claimed: Claim): Promise<Cluster> {
  const progress = options.progress ?? (() => {})
  const { data } = folders
  const binaries: Binaries = reachableBinaries(findBinaries(), folders.owner, progress)
  const port = await portOf(folders)
  if (!clusterExists(folders)) {
    progress('Making a PostgreSQL cluster')
    await initCluster(binaries, folders)
  }
  checkVersion(folders)

  const settings = { ...defaults(folders, port), ...options.settings }
  const start = () => startServer(binaries, folders, settings)
  const found = postmasterOf(data)
  const adopted = found === 'starting' || found === 'ready'
  if (found === 'stale') removeStalePidFile(data)
  if (adopted) await untilReady(data)
  else await start()

  const watch = watchServer(data, start, options.onRestart ?? (() => {}))
  return {
    address: addressOf(folders, port),
    state: adopted ? 'adopted' : 'started',
    folder: folders.root,
    async stop() {
      await watch.end()
      const state = postmasterOf(data)
      if (state === 'ready' || state === 'starting') await stopServer(binaries, folders)
      await claimed.release()
    },
  }
}

/** The log says what happened, not to whom: details of errors would carry people's rows into it. */
function defaults({ sockets }: Folders, port: number): Record<string, string> {
  const reach: Record<string, string> =
    process.platform === 'win32'
      ? { listen_addresses: '127.0.0.1' }
      : { listen_addresses: '', unix_socket_directories: listed(sockets), unix_socket_permissions: '0700' }
  return {
    ...reach,
    port: String(port),
    track_commit_timestamp: 'on',
    max_connections: '60',
    shared_buffers: '128MB',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  }
}

/** One entry of a comma-separated setting. */
const listed = (value: string) => `"${value.replaceAll('"', '""')}"`

function addressOf({ sockets, password }: Folders, port: number): (database: string) => Address {
  if (process.platform !== 'win32') return (database) => ({ host: sockets, port, user: superuser, database })
  return (database) => ({
    host: '127.0.0.1',
    port,
    user: superuser,
    database,
    password: fs.readFileSync(password, 'utf8'),
  })
}
