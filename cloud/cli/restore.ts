import { Command } from 'commander'
import { restore } from '../database/backup'
import { deriveKeys } from '../platform/crypto'
import { withDatabase } from './with-database'

export const restoreCommand = new Command('restore')
  .description(
    'Restores a back-up into an empty database: all of it, checked row by row, or nothing. Stop the server first.',
  )
  .argument('<file>', 'a file made by backup')
  .option('--empty-first', 'delete what the database holds, in the same transaction')
  .action((file: string, options: { emptyFirst?: boolean }) =>
    withDatabase(async ({ address }, { secretKey, formerSecretKeys }) => {
      const { sealing } = deriveKeys(secretKey, formerSecretKeys)
      const sums = await restore(address, file, { emptyFirst: options.emptyFirst ?? false, sealing })
      console.log(`${file}: ${sums.rows} rows of ${sums.tables} tables restored.`)
    }),
  )
