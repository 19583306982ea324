import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Binaries } from './binaries'
import type { Folders } from './folders'
import type { Owner } from './owner'

/** The major version that `package.json` pins. */
const major = '18'
export const superuser = 'linlibang'
const secondsToStart = 120
const largestLogBytes = 10 * 1024 * 1024

/** Whether `initCluster` has done its work here. */
export function clusterExists({ data }: Folders): boolean {
  return fs.existsSync(path.join(data, 'PG_VERSION'))
}

/** Throws when the cluster was made by another major version, whose files this one cannot read. */
export function checkVersion({ data }: Folders): void {
  const made = fs.readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim()
  if (made !== major)
    throw new Error(
      `The cluster in ${data} was made by PostgreSQL ${made}; this version runs ${major}. ` +
        'Back up with the version that made it (`npm run cloud backup FILE`) and restore into a new DATA_DIR.',
    )
}

/**
 * Makes an empty cluster. It is made aside and renamed, so that a start which was interrupted leaves nothing half-made.
 * Only its owner can reach its sockets, hence `trust`; on Windows a password guards the loopback port.
 */
export async function initCluster(binaries: Binaries, folders: Folders): Promise<void> {
  const { data, owner } = folders
  const part = `${data}.part`
  fs.rmSync(part, { recursive: true, force: true })
  const auth = ['--auth-host=reject', '--auth-local=trust']
  if (process.platform === 'win32') {
    fs.writeFileSync(folders.password, randomBytes(24).toString('base64url'), { mode: 0o600 })
    auth.splice(0, 2, '--auth=scram-sha-256', `--pwfile=${folders.password}`)
  }
  const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--locale=C.UTF-8']
  await execute(binaries.initdb, ['-D', part, '-U', superuser, ...auth, ...locale, '--data-checksums'], owner)
  fs.renameSync(part, data)
}

/** Starts the server and waits until it takes connections. Throws with the end of its log when it does not. */
export async function startServer(
  binaries: Binaries,
  folders: Folders,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  const { data, log, owner } = folders
  if ((fs.statSync(log, { throwIfNoEntry: false })?.size ?? 0) > largestLogBytes) fs.renameSync(log, `${log}.old`)
  const flags = Object.entries(settings).map(([key, value]) => `-c ${key}=${shellQuoted(value)}`)
  const args = ['-D', data, '-w', '-t', String(secondsToStart), '-l', log, '-o', flags.join(' '), 'start']
  try {
    await execute(binaries.pgCtl, args, owner)
  } catch (error) {
    const end = fs.existsSync(log) ? fs.readFileSync(log, 'utf8').trimEnd().split('\n').slice(-5).join('\n') : ''
    throw new Error(`PostgreSQL did not start: ${(error as Error).message}\nThe end of ${log}:\n${end}`)
  }
}

/** Stops the server: open transactions are rolled back, and it writes everything to disk. */
export function stopServer(binaries: Binaries, { data, owner }: Folders): Promise<void> {
  return execute(binaries.pgCtl, ['-D', data, '-m', 'fast', '-w', '-t', '60', 'stop'], owner)
}

/** `pg_ctl` hands its options to a shell. */
function shellQuoted(value: string): string {
  if (process.platform === 'win32') return `"${value.replaceAll('"', '\\"')}"`
  return `'${value.replaceAll("'", "'\\''")}'`
}

function execute(command: string, args: readonly string[], owner: Owner | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...owner,
      cwd: path.parse(command).root, // the owner may not be allowed into ours
      // Not a pipe for stdout: the server that pg_ctl starts would keep it open and we would wait for ever.
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
    })
    let errors = ''
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      child.stderr.destroy()
      if (code === 0) resolve()
      else reject(new Error(`${path.basename(command)} failed (${code ?? signal}): ${errors.trim()}`))
    })
  })
}
