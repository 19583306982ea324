import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { Unavailable } from '../fault'
import type { FileStore } from './file-store'

const form = /^[0-9a-f]{2}\/[0-9a-f-]{36}$/

/** Files in a folder, readable by its owner only. */
export function diskStore(folder: string): FileStore {
  const pathOf = (location: string) => {
    if (!form.test(location)) throw new Error('a location of another form')
    return path.join(folder, location)
  }
  return {
    async put(location, bytes) {
      const file = pathOf(location)
      const half = `${file}.${randomBytes(6).toString('hex')}.half`
      try {
        await fs.mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
        // Whole and on the disk before it has its name: a power cut leaves the old file or the new one, never half of it.
        await fs.writeFile(half, bytes, { mode: 0o600, flag: 'wx', flush: true })
        await fs.rename(half, file)
        await syncFolder(path.dirname(file))
      } catch (error) {
        await fs.rm(half, { force: true }).catch(() => {})
        throw unavailable(error)
      }
    },
    async get(location) {
      try {
        return await fs.readFile(pathOf(location))
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined
        throw unavailable(error)
      }
    },
    async remove(location) {
      try {
        await fs.rm(pathOf(location), { force: true })
      } catch (error) {
        throw unavailable(error)
      }
    },
    async check() {
      try {
        await fs.mkdir(folder, { recursive: true, mode: 0o700 })
        await fs.access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
      } catch (error) {
        throw new Error(`Files cannot be kept in ${folder} (${codeOf(error) ?? 'unknown'}): let its owner write there.`)
      }
    },
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows knows no such thing, and needs none.
  if (process.platform === 'win32') return
  const handle = await fs.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

/** A full or failing disk is the operator's to mend; the person may try again. */
function unavailable(error: unknown): unknown {
  return codeOf(error) === undefined ? error : new Unavailable('文件暂时存取不了，请稍后再试', { cause: error })
}
