import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { migrate } from '../cloud/database/migrate'
import { openDatabase } from '../cloud/platform/database'
import { type Cluster, startCluster } from '../cloud/platform/embedded-postgres'
import { template } from './database'

declare global {
  var testCluster: { cluster: Cluster; dataDir: string } | undefined
}

const prefix = 'linlibang-test-'
const abandonedAfterMs = 30 * 60_000

/** One throw-away cluster for the whole run, with a migrated template that every test file clones. */
export default async function setUp(): Promise<void> {
  await removeAbandoned()
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), prefix))
  fs.chmodSync(dataDir, 0o755) // the user that PostgreSQL runs as must get in
  const cluster = await startCluster({
    dataDir,
    // Nothing here must survive a power cut; the tests that kill servers start clusters of their own with these on.
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '200',
    },
  })
  globalThis.testCluster = { cluster, dataDir }
  const admin = openDatabase(cluster.address('postgres'), { max: 1 })
  await admin.unsafe(`create database ${template}`)
  await admin.end()
  await migrate(cluster.address(template))
  process.env.TEST_DATABASE_ADDRESS = JSON.stringify(cluster.address('postgres'))
}

/** Stops and deletes what a killed run left behind. */
async function removeAbandoned(): Promise<void> {
  for (const name of fs.readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const dataDir = path.join(os.tmpdir(), name)
    try {
      if (fs.statSync(dataDir).mtimeMs > Date.now() - abandonedAfterMs) continue
      const cluster = await startCluster({ dataDir })
      await cluster.stop()
      fs.rmSync(dataDir, { recursive: true, force: true })
    } catch {
      // Another run is using it, or has just removed it, or it is another user's.
    }
  }
}
