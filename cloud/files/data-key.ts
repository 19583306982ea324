import { randomBytes } from 'node:crypto'
import { type FileKey, type Keys, openBytes, sealBytes } from '../platform/crypto'

/**
 * Every file has a key of its own; in its row that key is wrapped by the one derived from SECRET_KEY. So a secret is rotated without touching
 * a byte of any file, and a file is beyond recall the moment its row forgets the key, on every back-up of the store.
 */
export interface WrappedKey {
  keyId: string
  wrappedKey: Buffer
}

/** A new key for a file at this location, wrapped. */
export function newDataKey(keys: Keys, location: string): WrappedKey {
  return wrap(keys.files[0], randomBytes(32), location)
}

/** The key of a file; throws when the key that wraps it is not among the settings, or the row was tampered with. */
export function openDataKey(keys: Keys, { keyId, wrappedKey }: WrappedKey, location: string): Buffer {
  const known = keys.files.find(({ id }) => id === keyId)
  if (!known) throw new UnknownKey(keyId)
  return openBytes(known.key, wrappedKey, location)
}

/** The same key under the current wrapping. */
export function rewrap(keys: Keys, wrapped: WrappedKey, location: string): WrappedKey {
  return wrap(keys.files[0], openDataKey(keys, wrapped, location), location)
}

/** A file lies under a secret that this cloud was not given. */
export class UnknownKey extends Error {
  constructor(readonly keyId: string) {
    super(`no secret given makes the file key ${keyId}`)
  }
}

function wrap({ id, key }: FileKey, dataKey: Buffer, location: string): WrappedKey {
  return { keyId: id, wrappedKey: sealBytes(key, dataKey, location) }
}
