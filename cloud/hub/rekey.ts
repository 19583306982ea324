import { type Keys, open, reseal } from '../platform/crypto'
import { type Database, inTransaction, type Tx } from '../platform/database'
import { type Rekeyed, rekeyRows } from '../platform/rekey'
import { doorHash } from './household/door'
import * as queries from './rekey-queries'

/** Takes doors and numbers of households, and the hashes doors are found by, over under the current SECRET_KEY. */
export const rekeyHouseholds = (sql: Database, keys: Keys): Promise<Rekeyed> =>
  rekeyRows(sql, {
    lock: queries.lockSealedHouseholds,
    take(row) {
      const [door, phone] = [reseal(keys.field, row.door), row.phone && reseal(keys.field, row.phone)]
      const hash = doorHash(keys, row.areaCode, open(keys.field, row.door))
      return door || phone || !hash.equals(row.hash)
        ? { ...row, door: door ?? row.door, phone: phone ?? row.phone, hash }
        : undefined
    },
    update: queries.updateSealedHouseholds,
  })

/** Takes the doors over that wait to be confirmed. */
export const rekeyJoinRequests = (sql: Database, { field }: Keys): Promise<Rekeyed> =>
  rekeyRows(sql, {
    lock: queries.lockSealedRequests,
    take({ id, door }) {
      const anew = reseal(field, door)
      return anew && { id, door: anew }
    },
    update: queries.updateSealedRequests,
  })

/** Takes what was heard on visits over. */
export const rekeyVisits = (sql: Database, { field }: Keys): Promise<Rekeyed> =>
  rekeyRows(sql, {
    lock: queries.lockSealedVisits,
    take({ id, heard }) {
      const anew = reseal(field, heard)
      return anew && { id, heard: anew }
    },
    update: queries.updateSealedVisits,
  })

/** Takes promises over. */
export const rekeyPromises = (sql: Database, { field }: Keys): Promise<Rekeyed> =>
  rekeyRows(sql, {
    lock: queries.lockSealedPromises,
    take(row) {
      const [words, outcome] = [reseal(field, row.words), row.outcome && reseal(field, row.outcome)]
      return words || outcome ? { ...row, words: words ?? row.words, outcome: outcome ?? row.outcome } : undefined
    },
    update: queries.updateSealedPromises,
  })

/** Takes over what the database seals by itself: who is a party member, what points arose from, statements. The pool must have been opened with the keys (`Keys.sealing`). */
export const rekeyMembers = (sql: Database): Promise<Rekeyed> => resealed(sql, 'members', queries.resealMembers)
export const rekeyPointEvidence = (sql: Database): Promise<Rekeyed> => resealed(sql, 'evidence', queries.resealEvidence)
export const rekeyPointStatements = (sql: Database): Promise<Rekeyed> =>
  resealed(sql, 'statements', queries.resealStatements)

async function resealed(
  sql: Database,
  which: keyof Awaited<ReturnType<typeof queries.countUnknown>>,
  next: (tx: Tx, limit: number) => Promise<number>,
): Promise<Rekeyed> {
  let rekeyed = 0
  for (let taken = -1; taken !== 0; rekeyed += taken) taken = await inTransaction(sql, (tx) => next(tx, 500))
  return { rekeyed, left: (await queries.countUnknown(sql))[which] }
}
