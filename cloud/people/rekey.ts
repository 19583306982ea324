import { blindIndex, type Keys, open, reseal } from '../platform/crypto'
import type { Database } from '../platform/database'
import { type Rekeyed, rekeyRows } from '../platform/rekey'
import { lockPhones, updatePhones } from './rekey-queries'

/** Takes phone numbers, and the hashes they are found by, over under the current SECRET_KEY. */
export const rekeyPhones = (sql: Database, { field, lookup }: Keys): Promise<Rekeyed> =>
  rekeyRows(sql, {
    lock: lockPhones,
    take({ id, cipher, hash }) {
      const anew = reseal(field, cipher)
      const found = blindIndex(lookup, open(field, cipher))
      return anew || !found.equals(hash) ? { id, cipher: anew ?? cipher, hash: found } : undefined
    },
    update: updatePhones,
  })
