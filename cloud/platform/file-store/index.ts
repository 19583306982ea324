import path from 'node:path'
import type { Settings } from '../settings'
import { diskStore } from './disk'
import type { FileStore } from './file-store'

export type { FileStore } from './file-store'

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
