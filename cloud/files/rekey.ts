import type { Keys } from '../platform/crypto'
import { type Database, inTransaction } from '../platform/database'
import type { Services } from '../platform/operations'
import { readContent } from './content-store'
import { rewrap, UnknownKey } from './data-key'
import { countUnderOtherKeys, lockUnderOtherKeys, selectAfter, updateWrapped } from './rekey-queries'

const atOnce = 500

/**
 * Takes the keys of all files over under the current SECRET_KEY, while the server works; the bytes are not touched. May be stopped and run
 * again. `left`: files under a secret that was not given (SECRET_KEY_FORMER).
 */
export async function rekeyFiles(sql: Database, keys: Keys): Promise<{ rekeyed: number; left: number }> {
  const { id: current } = keys.files[0]
  let rekeyed = 0
  for (let after = 0; ; ) {
    const done = await inTransaction(sql, async (tx) => {
      const rows = await lockUnderOtherKeys(tx, current, after, atOnce)
      const taken = rows.flatMap((row) => {
        try {
          return [{ fileId: row.fileId, ...rewrap(keys, row, row.location) }]
        } catch (error) {
          if (error instanceof UnknownKey) return []
          throw error
        }
      })
      await updateWrapped(tx, taken)
      return { taken: taken.length, last: rows.at(-1)?.fileId }
    })
    rekeyed += done.taken
    if (done.last === undefined) break
    after = done.last
  }
  return { rekeyed, left: await countUnderOtherKeys(sql, current) }
}

/** Opens every file there should be, as after a restore. Returns how many were read and the ids of those that could not. */
export async function verifyFiles(
  sql: Database,
  services: Pick<Services, 'store' | 'keys' | 'log'>,
): Promise<{ read: number; broken: number[] }> {
  const broken: number[] = []
  let read = 0
  for (let after = 0; ; ) {
    const rows = await selectAfter(sql, after, atOnce)
    for (const file of rows) {
      after = file.fileId
      try {
        await readContent(services, file)
        read++
      } catch {
        broken.push(file.fileId)
      }
    }
    if (rows.length === 0) return { read, broken }
  }
}
