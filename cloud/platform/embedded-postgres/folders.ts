import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { findOwner, makeFolder, type Owner, reachableFolder } from './owner'

/** Where one embedded cluster keeps its things. */
export interface Folders {
  /** All of it; belongs to PostgreSQL's user and to nobody else. */
  root: string
  /** PostgreSQL's data directory. */
  data: string
  /** Sockets: PostgreSQL's own and the claim of the process that runs it. */
  sockets: string
  /** PostgreSQL's log. */
  log: string
  /** The superuser's password (Windows, where there is no private socket). */
  password: string
  owner: Owner | undefined
}

/** A Unix socket's path holds at most 107 bytes on Linux and 103 on macOS. */
const longestSocketPath = 103

/**
 * Makes the folders under `dataDir`, or elsewhere when PostgreSQL's user cannot get there (told to `progress`).
 * Throws when they belong to another user.
 */
export function prepareFolders(dataDir: string, progress: (step: string) => void): Folders {
  const wanted = path.join(path.resolve(dataDir), 'postgres')
  const root = reachableFolder(wanted, findOwner(wanted))
  const owner = findOwner(root)
  if (root !== wanted)
    progress(`PostgreSQL must not run as root and its user cannot enter ${dataDir}; it is in ${root}`)
  makeFolder(root, owner, 0o700)
  const sockets = socketFolder(root)
  makeFolder(sockets, owner, 0o700)
  return {
    root,
    data: path.join(root, 'cluster'),
    sockets,
    log: path.join(root, 'postgres.log'),
    password: path.join(root, 'password'),
    owner,
  }
}

/** Inside `root`, or, where that is too deep for a socket's path, a short folder for temporary files. */
export function socketFolder(root: string): string {
  const inside = path.join(root, 'sockets')
  if (process.platform === 'win32' || Buffer.byteLength(path.join(inside, '.s.PGSQL.65535')) <= longestSocketPath)
    return inside
  return path.join(os.tmpdir(), `linlibang-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`)
}

/** On Unix the port only names the socket. On Windows a free one is chosen once and kept. */
export async function portOf(folders: Folders): Promise<number> {
  if (process.platform !== 'win32') return 5432
  const file = path.join(folders.root, 'port')
  if (fs.existsSync(file)) return Number(fs.readFileSync(file, 'utf8'))
  const port = await new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
  fs.writeFileSync(file, String(port))
  return port
}
