import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { connect, createServer } from 'node:net'
import path from 'node:path'

/** A process's claim to be the one that runs a cluster. The operating system ends it with the process, however that dies. */
export interface Claim {
  release(): Promise<void>
}

/** The number of the process that already has the claim. */
export interface Claimed {
  by: number
}

/**
 * Claims the cluster whose sockets lie in `sockets`, by listening there; gives the process that was first otherwise.
 * A socket left behind by a killed process answers nobody and is taken over.
 */
export async function claim(sockets: string): Promise<Claim | Claimed> {
  const at = claimPath(sockets)
  for (let attempt = 1; ; attempt++) {
    try {
      return await listen(at)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || attempt > 3) throw error
    }
    const by = await holder(at)
    if (by !== undefined) return { by }
    if (process.platform !== 'win32') fs.rmSync(at, { force: true })
  }
}

function claimPath(sockets: string): string {
  if (process.platform !== 'win32') return path.join(sockets, 'claim')
  return `\\\\.\\pipe\\linlibang-${createHash('sha256').update(sockets).digest('hex').slice(0, 16)}`
}

function listen(at: string): Promise<Claim> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => {}) // who asked has left; nothing to tell
      socket.end(String(process.pid))
    })
    server.once('error', reject)
    server.listen(at, () => {
      server.unref()
      resolve({ release: () => new Promise((done) => server.close(() => done())) })
    })
  })
}

/** The process that listens there, or undefined when none does. */
function holder(at: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(at)
    socket.setTimeout(2000, () => socket.destroy())
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // Only "refused" and "not there" prove that nobody listens; anything else may be a busy process.
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(undefined)
    })
    socket.on('close', () => resolve(Number(answer) || 0))
  })
}
