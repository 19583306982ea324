import path from 'node:path'
import type { Settings } from '../settings'
import { diskStore } from './disk'

/**
 * Where the encrypted bytes of files lie: a folder, or a bucket of any S3-compatible store. Locations are ours (`ab/abcd…`), never a
 * person's words. Nobody reads the store but this cloud, and it holds nothing but cipher text.
 */
export interface FileStore {
  /** Durable when it resolves. Writing the same location again replaces what is there. Throws Unavailable when the store does not answer. */
  put(location: string, bytes: Buffer): Promise<void>
  /** The bytes; undefined when there are none. Throws Unavailable. */
  get(location: string): Promise<Buffer | undefined>
  /** Gone when it resolves, also when nothing was there. Throws Unavailable. */
  remove(location: string): Promise<void>
  /** Throws with a sentence for the operator when the store cannot be used. */
  check(): Promise<void>
}

/** The store the settings name. */
export function createFileStore(settings: Pick<Settings, 's3' | 'dataDir'>): FileStore {
  const { s3 } = settings
  if (!s3) return diskStore(path.join(settings.dataDir, 'files'))
  // The client is large: only who uses S3 loads it.
  let opened: Promise<FileStore> | undefined
  const store = () => {
    opened ??= import('./s3').then(({ s3Store }) => s3Store(s3))
    return opened
  }
  return {
    put: async (location, bytes) => (await store()).put(location, bytes),
    get: async (location) => (await store()).get(location),
    remove: async (location) => (await store()).remove(location),
    check: async () => (await store()).check(),
  }
}
