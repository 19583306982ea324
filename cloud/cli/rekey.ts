import { Command } from 'commander'
import { rekeyApplications } from '../application/rekey'
import { recordWork } from '../audit/record'
import { rekeyFiles } from '../files/rekey'
import {
  rekeyHouseholds,
  rekeyJoinRequests,
  rekeyMembers,
  rekeyPointEvidence,
  rekeyPointStatements,
  rekeyPromises,
  rekeyVisits,
} from '../hub/rekey'
import { rekeyPhones } from '../people/rekey'
import { deriveKeys } from '../platform/crypto'
import { inTransaction } from '../platform/database'
import { rekeyAnswers } from '../platform/request-answers'
import { rekeyHelpRequests, rekeyMediationRecords } from '../volunteer/rekey'
import { withSql } from './with-database'

/** Everything that SECRET_KEY encrypts in the database. */
const kinds = [
  ['phone numbers', rekeyPhones],
  ['applications', rekeyApplications],
  ['help requests', rekeyHelpRequests],
  ['mediation records', rekeyMediationRecords],
  ['households', rekeyHouseholds],
  ['doors to confirm', rekeyJoinRequests],
  ['visits', rekeyVisits],
  ['promises', rekeyPromises],
  ['party members', rekeyMembers],
  ['causes of points', rekeyPointEvidence],
  ['statements of points', rekeyPointStatements],
  ['stored answers', rekeyAnswers],
  ['files', rekeyFiles],
] as const

export const rekey = new Command('rekey')
  .description(
    'Takes all that is encrypted over under SECRET_KEY, from the secrets in SECRET_KEY_FORMER, while the server works: phone numbers, applications, doors of help requests and households, records of mediation, notes of visits and what was promised, who is a party member, what requests were answered, the keys of files. May be stopped and run again. Exit code 1 when something is left.',
  )
  .action(() =>
    withSql(async (sql, { secretKey, formerSecretKeys }) => {
      const keys = deriveKeys(secretKey, formerSecretKeys)
      const after: Record<string, number> = {}
      for (const [kind, take] of kinds) {
        const { rekeyed, left } = await take(sql, keys)
        after[kind] = rekeyed
        console.log(`${rekeyed} ${kind} taken over.`)
        if (left === 0) continue
        console.error(`${left} ${kind} lie under a secret that is not in SECRET_KEY_FORMER.`)
        process.exitCode = 1
      }
      await inTransaction(sql, (tx) => recordWork(tx, 'console.rekey', [{ after }]))
    }),
  )
