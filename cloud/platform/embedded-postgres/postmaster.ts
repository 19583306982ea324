import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** What `postmaster.pid` and the operating system say about the server process on a data directory. */
export type Postmaster = 'none' | 'starting' | 'ready' | 'stale'

/**
 * `none`: nobody runs, and PostgreSQL cleans up after itself. `stale`: the number in the file now belongs to another program
 * (a reboot, a new container), so PostgreSQL would refuse to start.
 */
export function postmasterOf(data: string): Postmaster {
  const lines = pidFile(data)
  const pid = Number(lines?.[0])
  if (!lines || !Number.isInteger(pid) || pid <= 0) return 'none'
  if (!processExists(pid)) return 'none'
  if (!isPostgresOn(pid, data)) return 'stale'
  return lines[7]?.trim() === 'ready' ? 'ready' : 'starting'
}

/** Removes the pid file of a process that is no more. Only right after `stale`: it is what keeps two servers off one directory. */
export function removeStalePidFile(data: string): void {
  fs.rmSync(path.join(data, 'postmaster.pid'), { force: true })
}

function pidFile(data: string): string[] | undefined {
  try {
    return fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Whether the process is a PostgreSQL server that works in this directory (its working directory follows renames). */
function isPostgresOn(pid: number, data: string): boolean {
  try {
    if (process.platform === 'linux') return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(data)
    if (process.platform === 'win32')
      return execFileSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH'], { encoding: 'utf8' }).includes('postgres')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes('postgres')
  } catch {
    return false
  }
}
