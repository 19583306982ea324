import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { openDatabase } from '../../cloud/platform/database'
import { joinCluster } from '../../cloud/platform/embedded-postgres'
import { demoPeople } from '../../cloud/sandbox/demo/people'
import { buildIfChanged } from '../../cloud/start/build-h5'

const root = path.join(__dirname, '..', '..')
let dataDir: string
const started: ChildProcess[] = []

beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-start-'))
  fs.chmodSync(dataDir, 0o755)
  await buildIfChanged('h5')
}, 600_000)
afterAll(async () => {
  // npm itself ends by the signal: then it has no exit code.
  for (const { pid, exitCode, signalCode } of started)
    if (pid && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL')
  if (serverPid(dataDir)) await (await joinCluster({ dataDir })).stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
})

/** What an operator sees and types. */
interface Terminal {
  output(): string
  /** Resolves once the terminal shows this; rejects when the program ends before. */
  shows(words: string | RegExp): Promise<void>
  ctrlC(): void
  ended: Promise<number | null>
}

function npmStart(env: NodeJS.ProcessEnv = {}): Terminal {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(NODE_ENV|JEST|TEST_|npm_)/.test(name)),
  )
  // A process group of its own, as a terminal gives: Ctrl-C reaches npm, tsx and node alike.
  const child = spawn('npm', ['start'], {
    cwd: root,
    detached: true,
    env: { ...clean, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error', ...env },
  })
  started.push(child)
  let output = ''
  const ended = once(child, 'close').then(([code]) => code as number | null)
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  return {
    output: () => output,
    async shows(words) {
      const there = () => (typeof words === 'string' ? output.includes(words) : words.test(output))
      let over = false
      void ended.then(() => (over = true))
      while (!there()) {
        if (over) throw new Error(`ended before it showed ${words}:\n${output}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    ctrlC: () => process.kill(-(child.pid as number), 'SIGINT'),
    ended,
  }
}

function serverPid(folder: string): number | undefined {
  try {
    const pid = Number(fs.readFileSync(path.join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 0)
    return pid
  } catch {
    return undefined
  }
}

const urlIn = (output: string) => /Open (http:\S+)/.exec(output)?.[1] as string

it('from nothing says what it does, then where to open it and as whom; Ctrl-C ends it and its PostgreSQL', async () => {
  const terminal = npmStart()
  await terminal.shows('Stop with Ctrl-C')
  const output = terminal.output()
  expect(output).toContain('邻里帮 Linlibang')
  expect(output).toContain('Making a PostgreSQL cluster')
  expect(output).toMatch(/Loading the demo county \(once\)/)
  for (const { nickname, role } of demoPeople) expect(output).toContain(`${nickname}  ${role}`)
  const url = urlIn(output)
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  expect(await (await fetch(url)).text()).toContain('<div id="app"')
  expect(serverPid(dataDir)).toBeDefined()
  terminal.ctrlC()
  await terminal.ended
  expect(terminal.output()).toMatch(/Stopping: finishing what is in flight …\n\s*$/)
  expect(serverPid(dataDir)).toBeUndefined()
})

it('the second time keeps the data and loads nothing again', async () => {
  const terminal = npmStart()
  await terminal.shows('Stop with Ctrl-C')
  expect(terminal.output()).not.toContain('Making a PostgreSQL cluster')
  const guest = await joinCluster({ dataDir })
  const sql = openDatabase(guest.address('linlibang'), { max: 1 })
  const [row] = await sql<{ people: number; loads: number }[]>`
    select (select count(*)::int from people where openid is null or openid not like 'demo-volunteer-%') as people,
           (select count(*)::int from audit_log where operation = 'demo.loaded') as loads`
  await sql.end()
  expect(row).toEqual({ people: 600, loads: 1 })
  terminal.ctrlC()
  await terminal.ended
})

it('broken off while it is still starting leaves no PostgreSQL behind', async () => {
  const elsewhere = path.join(dataDir, 'broken-off')
  const terminal = npmStart({ DATA_DIR: elsewhere })
  await terminal.shows('Loading the demo county')
  expect(serverPid(elsewhere)).toBeDefined()
  terminal.ctrlC()
  await terminal.ended
  expect(serverPid(elsewhere)).toBeUndefined()
})

describe('refuses with a clear sentence, and starts nothing,', () => {
  const refusal = async (env: NodeJS.ProcessEnv) => {
    const elsewhere = path.join(dataDir, 'refused')
    const terminal = npmStart({ DATA_DIR: elsewhere, ...env })
    expect(await terminal.ended).not.toBe(0)
    expect(serverPid(elsewhere)).toBeUndefined()
    expect(terminal.output()).not.toMatch(/^\s+at /m) // no stack trace
    return terminal.output()
  }

  it('a port that is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    await once(holder, 'listening')
    const { port } = holder.address() as { port: number }
    expect(await refusal({ PORT: String(port) })).toContain(
      `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
    )
    holder.close()
  })

  it('a port that is none', async () => {
    expect(await refusal({ PORT: 'web' })).toContain('PORT must be a whole number')
  })

  it('production without secrets', async () => {
    const output = await refusal({ NODE_ENV: 'production' })
    expect(output).toContain('SECRET_KEY is missing')
    expect(output).toContain('NODE_ENV=production never runs on the WeChat sandbox')
  })
})
