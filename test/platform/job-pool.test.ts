import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openJobPool } from '../../cloud/platform/database'
import { type Cluster, startCluster } from '../../cloud/platform/embedded-postgres'

/** The clock of background work must not fall over when PostgreSQL does. */

let dataDir: string
let cluster: Cluster
beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-jobs-'))
  fs.chmodSync(dataDir, 0o755)
  cluster = await startCluster({ dataDir, settings: { fsync: 'off' } })
}, 60_000)
afterAll(async () => {
  await cluster?.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
})

const killPostgres = () => {
  const [pid] = fs.readFileSync(path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(pid), 'SIGKILL')
}

it('a statement that finds no server is answered when the server is back', async () => {
  const pool = openJobPool(cluster.address('postgres'), 2)
  try {
    const startedAt = async () => {
      const { rows } = await pool.query('select pg_postmaster_start_time() as at')
      return (rows as [{ at: Date }])[0].at.getTime()
    }
    const before = await startedAt()
    killPostgres()
    // Some are still answered by orphans of the old server, some find none, the last ones meet the new one; nobody is sent away.
    let after = before
    while (after === before) after = Math.max(...(await Promise.all([startedAt(), startedAt(), startedAt()])))
    expect(after).toBeGreaterThan(before)
  } finally {
    await pool.end()
  }
})

it('a statement that is wrong is refused at once, and none is tried after the end', async () => {
  const pool = openJobPool(cluster.address('postgres'), 2)
  await expect(pool.query('select no_such_column')).rejects.toThrow('no_such_column')
  await pool.end()
  await expect(pool.query('select 1')).rejects.toThrow()
})
