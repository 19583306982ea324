import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { type Binaries, binariesIn } from './binaries'

/** PostgreSQL refuses to run as root: as root we run it as somebody else, in folders that one can reach. */
export interface Owner {
  uid: number
  gid: number
}

/** Where things go that must be reachable for everybody. */
const publicFolder = '/var/lib/linlibang'

/**
 * The unprivileged user for PostgreSQL, or undefined when we are not root (or on Windows). Whoever owns the cluster at `data`
 * already keeps it, so that a start by `sudo` does not take it away from its owner.
 */
export function findOwner(data: string): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined
  const made = fs.statSync(data, { throwIfNoEntry: false })
  if (made && made.uid !== 0) return { uid: made.uid, gid: made.gid }
  const users = fs.readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = (users.find((line) => line.startsWith(`${name}:`)) ?? '').split(':')
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error(
    'PostgreSQL must not run as root, and there is no user "postgres" or "nobody". Start as another user, or set DATABASE_URL.',
  )
}

/** A folder that PostgreSQL's user can get to instead of `wanted`, or `wanted` itself when it can reach that. */
export function reachableFolder(wanted: string, owner: Owner | undefined): string {
  return canReach(path.dirname(wanted), owner) ? wanted : path.join(publicFolder, shortHash(wanted))
}

/** The binaries where the owner can run them: as installed, or, from a folder closed to others, copied to an open one. */
export function reachableBinaries(
  binaries: Binaries,
  owner: Owner | undefined,
  progress: (step: string) => void,
): Binaries {
  if (canReach(binaries.root, owner)) return binaries
  const copy = path.join(publicFolder, `binaries-${shortHash(binaries.root)}-${fs.statSync(binaries.postgres).mtimeMs}`)
  if (fs.existsSync(copy)) return binariesIn(copy)
  progress(`PostgreSQL's user cannot read ${binaries.root}; copying the binaries to ${copy}`)
  makeFolder(publicFolder, undefined, 0o755)
  // Copied aside and renamed, so that an interrupted copy is never taken for a whole one.
  const part = fs.mkdtempSync(path.join(publicFolder, 'copying-'))
  fs.cpSync(binaries.root, part, { recursive: true, verbatimSymlinks: true })
  fs.chmodSync(part, 0o755)
  try {
    fs.renameSync(part, copy)
  } catch (error) {
    fs.rmSync(part, { recursive: true, force: true })
    if (!fs.existsSync(copy)) throw error // another process was first
  }
  return binariesIn(copy)
}

/**
 * Makes a folder that belongs to `owner` (or to us). Folders made on the way are open to pass through. Throws when it belongs to
 * somebody else: in a shared place like /tmp, that one could read along.
 */
export function makeFolder(folder: string, owner: Owner | undefined, mode: number): void {
  const parent = path.dirname(folder)
  if (!fs.existsSync(parent)) makeFolder(parent, undefined, owner ? 0o711 : 0o755)
  const made = fs.mkdirSync(folder, { recursive: true, mode })
  if (process.platform === 'win32') return
  if (made !== undefined) {
    fs.chmodSync(folder, mode) // whatever the umask is
    if (owner) fs.chownSync(folder, owner.uid, owner.gid)
  }
  const expected = owner?.uid ?? process.getuid?.()
  const { uid } = fs.statSync(folder)
  if (uid !== expected)
    throw new Error(
      `${folder} belongs to the user with id ${uid}, but PostgreSQL would run as ${expected}. ` +
        'Start as that user, remove the folder, or choose another DATA_DIR.',
    )
}

/** Whether every folder from the root down to `folder` lets the owner pass. Folders that do not exist yet will. */
function canReach(folder: string, owner: Owner | undefined): boolean {
  if (!owner) return true
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const found = fs.statSync(at, { throwIfNoEntry: false })
    if (found) {
      const { mode, uid, gid } = found
      const pass = uid === owner.uid ? mode & 0o100 : gid === owner.gid ? mode & 0o010 : mode & 0o001
      if (!pass) return false
    }
    if (at === path.dirname(at)) return true
  }
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
