import { type KeyRing, type Keys, reseal } from '../platform/crypto'
import type { Database } from '../platform/database'
import { type Rekeyed, rekeyRows } from '../platform/rekey'
import { lockDoors, lockRecords, type Sealed, updateDoors, updateRecords } from './rekey-queries'

const anew =
  (field: KeyRing) =>
  ({ id, cipher }: Sealed): Sealed | undefined => {
    const sealed = reseal(field, cipher)
    return sealed && { id, cipher: sealed }
  }

/** Takes the doors of help requests over under the current SECRET_KEY. */
export const rekeyHelpRequests = (sql: Database, { field }: Keys): Promise<Rekeyed> =>
  rekeyRows(sql, { lock: lockDoors, take: anew(field), update: updateDoors })

/** Takes what disputing sides agreed on over under the current SECRET_KEY. */
export const rekeyMediationRecords = (sql: Database, { field }: Keys): Promise<Rekeyed> =>
  rekeyRows(sql, { lock: lockRecords, take: anew(field), update: updateRecords })
