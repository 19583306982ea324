import { openBytes, sealBytes } from '../platform/crypto'
import { Unavailable } from '../platform/fault'
import type { Services } from '../platform/operations'
import { openDataKey } from './data-key'
import type { StoredFile } from './queries'
import { filesWording } from './wording'

/**
 * The content of a stored file. Throws Unavailable when the store does not answer, the bytes are missing or were changed, or the
 * secret is another: the log says which, the person is asked to try again.
 */
export async function readContent(
  { store, keys, log }: Pick<Services, 'store' | 'keys' | 'log'>,
  file: Pick<StoredFile, 'fileId' | 'location' | 'keyId' | 'wrappedKey'>,
): Promise<Buffer> {
  const { fileId, location } = file
  const sealed = await store.get(location)
  try {
    if (!sealed) throw new Error('its bytes are not in the store')
    return openBytes(openDataKey(keys, file, location), sealed, location)
  } catch (error) {
    log.error({ err: error, fileId }, 'a file cannot be read')
    throw new Unavailable(filesWording.cannotRead, { cause: error })
  }
}

/** Puts the content of a file that is being sent into the store, encrypted. Throws Unavailable as above. */
export async function writeContent(
  { store, keys, log }: Pick<Services, 'store' | 'keys' | 'log'>,
  file: Pick<StoredFile, 'fileId' | 'location' | 'keyId' | 'wrappedKey'>,
  bytes: Buffer,
): Promise<void> {
  const { fileId, location } = file
  let sealed: Buffer
  try {
    sealed = sealBytes(openDataKey(keys, file, location), bytes, location)
  } catch (error) {
    log.error({ err: error, fileId }, 'a file cannot be written')
    throw new Unavailable(filesWording.cannotWrite, { cause: error })
  }
  await store.put(location, sealed)
}
