import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Address, openDatabase } from '../../cloud/platform/database'
import { type Cluster, ClusterInUse, joinCluster, startCluster } from '../../cloud/platform/embedded-postgres'

const root = path.join(__dirname, '..', '..')
const settings = { shared_buffers: '16MB' }
const isRoot = process.getuid?.() === 0
const nobody = 65534

const folders: string[] = []
const children: ChildProcess[] = []
const clusters: Cluster[] = []

/** An empty folder that any user can get into. */
function newFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-launcher-'))
  fs.chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}
async function start(dataDir: string, onRestart?: () => void): Promise<Cluster> {
  const cluster = await startCluster({ dataDir, settings, onRestart })
  clusters.push(cluster)
  return cluster
}
afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
  for (const cluster of clusters.splice(0)) await cluster.stop()
  for (const folder of folders.splice(0)) {
    // Whatever a failed test left running is adopted, and stopped.
    if (running(folder)) await (await startCluster({ dataDir: folder, settings })).stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
})

interface Held {
  child: ChildProcess
  state: string
  folder: string
  address: Address
}

/** Another process with the cluster in `dataDir`; rejects with what it said when it could not. */
async function hold(dataDir: string, command: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Held> {
  const [program, ...args] = [
    ...command,
    process.execPath,
    '--import',
    'tsx',
    path.join(__dirname, 'holder.ts'),
    dataDir,
  ]
  const child = spawn(program as string, args, { cwd: root, env: { ...process.env, ...env } })
  children.push(child)
  let out = ''
  let errors = ''
  child.stderr?.on('data', (chunk) => (errors += chunk))
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      out += chunk
      if (out.includes('\n')) resolve({ child, ...(JSON.parse(out) as Omit<Held, 'child'>) })
    })
    child.on('exit', (code) => reject(new Error(`${code}: ${errors}`)))
  })
}

/** The number of the server process on the cluster in a folder, when it lives. */
function running(dataDir: string): number | undefined {
  try {
    const file = path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid')
    const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0])
    process.kill(pid, 0)
    return pid
  } catch {
    return undefined
  }
}

async function query<T>(address: Address, text: string): Promise<T[]> {
  const sql = openDatabase(address, { max: 1 })
  try {
    return (await sql.unsafe(text)) as unknown as T[]
  } finally {
    await sql.end()
  }
}
const rows = (address: Address) => query<{ n: number }>(address, 'select n from kept order by n')

it('makes a cluster, stops it without a trace, and finds its rows again', async () => {
  const dataDir = newFolder()
  const first = await start(dataDir)
  expect(first.state).toBe('started')
  await query(first.address('postgres'), 'create table kept as select 1 as n')
  expect(running(dataDir)).toBeDefined()
  await first.stop()
  expect(running(dataDir)).toBeUndefined()
  const second = await start(dataDir)
  expect(second.state).toBe('started')
  expect(await rows(second.address('postgres'))).toEqual([{ n: 1 }])
})

it('adopts the server that a killed process left behind, with every acknowledged row', async () => {
  const dataDir = newFolder()
  const { child, address } = await hold(dataDir)
  await query(address, 'create table kept as select generate_series(1, 3) as n')
  const server = running(dataDir)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(running(dataDir)).toBe(server)
  const adopted = await start(dataDir)
  expect(adopted.state).toBe('adopted')
  expect(running(dataDir)).toBe(server)
  expect(await rows(adopted.address('postgres'))).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
  await adopted.stop()
  expect(running(dataDir)).toBeUndefined()
})

it('starts a server again that was killed with -9, with every acknowledged row', async () => {
  const dataDir = newFolder()
  let restarted: () => void = () => {}
  const again = new Promise<void>((resolve) => (restarted = resolve))
  const cluster = await start(dataDir, restarted)
  await query(cluster.address('postgres'), 'create table kept as select generate_series(1, 2) as n')
  const server = running(dataDir) as number
  process.kill(server, 'SIGKILL')
  await again
  expect(running(dataDir)).not.toBe(server)
  expect(await rows(cluster.address('postgres'))).toEqual([{ n: 1 }, { n: 2 }])
})

it.each(['SIGTERM', 'SIGINT'] as const)('leaves nothing running after %s', async (signal) => {
  const dataDir = newFolder()
  const { child } = await hold(dataDir)
  expect(running(dataDir)).toBeDefined()
  child.kill(signal)
  const [code] = (await once(child, 'exit')) as [number]
  expect(code).toBe(0)
  expect(running(dataDir)).toBeUndefined()
})

it('refuses a second process by name, lets commands join, and a guest’s leaving changes nothing', async () => {
  const dataDir = newFolder()
  await start(dataDir)
  await expect(hold(dataDir)).rejects.toThrow(
    `1: Another process (${process.pid}) is running with DATA_DIR ${dataDir}. Stop it first, or give this one another DATA_DIR.`,
  )
  await expect(startCluster({ dataDir, settings })).rejects.toBeInstanceOf(ClusterInUse)
  const guest = await joinCluster({ dataDir, settings })
  expect(guest.state).toBe('joined')
  expect(await query(guest.address('postgres'), 'select 7 as n')).toEqual([{ n: 7 }])
  await guest.stop()
  expect(running(dataDir)).toBeDefined()
})

it('starts where the number of its last server belongs to another program now', async () => {
  const dataDir = newFolder()
  const first = await start(dataDir)
  const pidFile = path.join(first.folder, 'cluster', 'postmaster.pid')
  const left = fs.readFileSync(pidFile, 'utf8')
  await first.stop()
  fs.writeFileSync(pidFile, left.replace(/^\d+/, String(process.pid)))
  expect((await start(dataDir)).state).toBe('started')
  expect(running(dataDir)).not.toBe(process.pid)
})

it('says which version made a cluster that it cannot read, and gives the folder free again', async () => {
  const dataDir = newFolder()
  const first = await start(dataDir)
  await first.stop()
  const version = path.join(first.folder, 'cluster', 'PG_VERSION')
  fs.writeFileSync(version, '17\n')
  for (let n = 0; n < 2; n++)
    await expect(start(dataDir)).rejects.toThrow(/was made by PostgreSQL 17; this version runs 18/)
})

const ownerOf = (pid: number) => fs.statSync(`/proc/${pid}`).uid
const linuxRoot = process.platform === 'linux' && isRoot ? it : it.skip

linuxRoot('as root runs PostgreSQL as somebody else', async () => {
  const dataDir = newFolder()
  await start(dataDir)
  expect(ownerOf(running(dataDir) as number)).not.toBe(0)
})

linuxRoot('as a user without rights runs PostgreSQL as that user, and root keeps it theirs', async () => {
  const dataDir = newFolder()
  fs.chownSync(dataDir, nobody, nobody)
  const asNobody = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups']
  const { child, address } = await hold(dataDir, asNobody, { HOME: dataDir, TMPDIR: dataDir })
  expect(ownerOf(running(dataDir) as number)).toBe(nobody)
  await query(address, 'create table kept as select 1 as n')
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
  const byRoot = await start(dataDir)
  expect(ownerOf(running(dataDir) as number)).toBe(nobody)
  expect(await rows(byRoot.address('postgres'))).toEqual([{ n: 1 }])
})
