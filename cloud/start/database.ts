import path from 'node:path'
import { type Address, openDatabase, quoted } from '../platform/database'
import { type Cluster, joinCluster, startCluster } from '../platform/embedded-postgres'
import type { Settings } from '../platform/settings'

export interface RunningDatabase {
  address: Address
  /** Present when we run PostgreSQL ourselves. */
  cluster: Cluster | undefined
}

const name = 'linlibang'

/**
 * The database the settings name, or the embedded one: started, or adopted from a killed run, and with our database in it. With
 * `join` the PostgreSQL of a server that is running is shared instead of refused (for the operator's commands).
 */
export async function reachDatabase(
  settings: Settings,
  onRestart?: () => void,
  join = false,
): Promise<RunningDatabase> {
  if (settings.databaseUrl) return { address: settings.databaseUrl, cluster: undefined }
  const cluster = await (join ? joinCluster : startCluster)({
    dataDir: path.resolve(settings.dataDir),
    progress: (line) => console.log(`  ${line}`),
    onRestart,
  })
  const admin = openDatabase(cluster.address('postgres'), { max: 1 })
  try {
    const [there] = await admin`select from pg_database where datname = ${name}`
    if (!there) await admin.unsafe(`create database ${quoted(name)}`)
  } finally {
    await admin.end()
  }
  return { address: cluster.address(name), cluster }
}
