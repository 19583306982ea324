import { type Keys, open, reseal } from '../platform/crypto'
import type { Database } from '../platform/database'
import { type Rekeyed, rekeyRows } from '../platform/rekey'
import { doorHash } from './household/door'
import { lockSealedHouseholds, lockSealedRequests, updateSealedHouseholds, updateSealedRequests } from './rekey-queries'

/** Takes doors and numbers of households, and the hashes doors are found by, over under the current SECRET_KEY. */
export const rekeyHouseholds = (sql: Database, keys: Keys): Promise<Rekeyed> =>
  rekeyRows(sql, {
    lock: lockSealedHouseholds,
    take(row) {
      const [door, phone] = [reseal(keys.field, row.door), row.phone && reseal(keys.field, row.phone)]
      const hash = doorHash(keys, row.areaCode, open(keys.field, row.door))
      return door || phone || !hash.equals(row.hash)
        ? { ...row, door: door ?? row.door, phone: phone ?? row.phone, hash }
        : undefined
    },
    update: updateSealedHouseholds,
  })

/** Takes the doors over that wait to be confirmed. */
export const rekeyJoinRequests = (sql: Database, { field }: Keys): Promise<Rekeyed> =>
  rekeyRows(sql, {
    lock: lockSealedRequests,
    take({ id, door }) {
      const anew = reseal(field, door)
      return anew && { id, door: anew }
    },
    update: updateSealedRequests,
  })
