import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { type Binaries, binariesIn } from './binaries'

/** PostgreSQL refuses to run as root: as root we run it as somebody else, in folders that one can reach. */
export interface Owner {
  uid: number
  gid: number
}

/** The unprivileged user for PostgreSQL, or undefined when we are not root (or on Windows). */
export function findOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = fs.readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = (users.find((line) => line.startsWith(`${name}:`)) ?? '').split(':')
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error(
    'PostgreSQL must not run as root, and there is no user "postgres" or "nobody". Start as another user, or set DATABASE_URL.',
  )
}

/** A folder for the cluster: inside `dataDir`, or, where the owner cannot reach that (under /root, say), under /var/lib. */
export function clusterFolder(dataDir: string, owner: Owner | undefined): { folder: string; moved: boolean } {
  const wanted = path.resolve(dataDir)
  if (!owner || reachable(wanted, owner)) return { folder: wanted, moved: false }
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 12)
  return { folder: path.join('/var/lib/linlibang', name), moved: true }
}

/** The binaries where the owner can run them: as installed, or copied under /var/lib. */
export function reachableBinaries(binaries: Binaries, owner: Owner | undefined): Binaries {
  if (!owner || reachable(binaries.root, owner)) return binaries
  const name = createHash('sha256').update(binaries.root).digest('hex').slice(0, 12)
  const copy = path.join('/var/lib/linlibang', `postgres-${name}`)
  if (!fs.existsSync(path.join(copy, '.complete'))) {
    fs.rmSync(copy, { recursive: true, force: true })
    fs.cpSync(binaries.root, copy, { recursive: true, verbatimSymlinks: true })
    fs.writeFileSync(path.join(copy, '.complete'), '')
  }
  return binariesIn(copy)
}

/** Whether every existing folder on the way lets the owner pass. */
function reachable(target: string, owner: Owner): boolean {
  let at = path.resolve(target)
  while (!fs.existsSync(at)) at = path.dirname(at)
  for (;;) {
    const { mode, uid, gid } = fs.statSync(at)
    const pass = uid === owner.uid ? mode & 0o100 : gid === owner.gid ? mode & 0o010 : mode & 0o001
    if (!pass) return at === path.resolve(target) // the last folder becomes the owner's own
    if (at === path.dirname(at)) return true
    at = path.dirname(at)
  }
}
