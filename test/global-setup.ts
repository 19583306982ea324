import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { migrate } from '../cloud/database/migrate'
import { openDatabase } from '../cloud/platform/database'
import { type Cluster, startCluster } from '../cloud/platform/embedded-postgres'

declare global {
  var testCluster: Cluster | undefined
}

/** One throw-away cluster for the whole run, with a migrated template that every test file clones. */
export default async function setUp(): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-test-'))
  fs.chmodSync(dataDir, 0o755)
  const cluster = await startCluster({
    dataDir,
    // Nothing here must survive a power cut; the tests that kill servers start clusters of their own with these on.
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '200',
      unix_socket_permissions: '0777',
    },
  })
  globalThis.testCluster = cluster
  const admin = openDatabase(cluster.address('postgres'), { max: 1 })
  await admin`create database template_linlibang`
  await migrate(cluster.address('template_linlibang'))
  await admin.end()
  process.env.TEST_DATABASE_ADDRESS = JSON.stringify(cluster.address('postgres'))
}
