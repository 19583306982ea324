import { Command } from 'commander'
import { verifyFiles } from '../files/rekey'
import { deriveKeys } from '../platform/crypto'
import { createFileStore } from '../platform/file-store'
import { createLog } from '../platform/log'
import { withSql } from './with-database'

/** Looks after the files people handed in. */
export const files = new Command('files').description('The files people handed in.').addCommand(
  new Command('verify')
    .description(
      'Opens every file there should be, e.g. after a restore, and names those that cannot be read (exit code 1).',
    )
    .action(() =>
      withSql(async (sql, settings) => {
        const keys = deriveKeys(settings.secretKey, settings.formerSecretKeys)
        const services = { keys, store: createFileStore(settings), log: createLog(settings.logLevel) }
        await services.store.check()
        const { read, broken } = await verifyFiles(sql, services)
        console.log(`${read} files can be read.`)
        if (broken.length === 0) return
        console.error(`${broken.length} cannot: ${broken.slice(0, 100).join(', ')}${broken.length > 100 ? ' …' : ''}`)
        process.exitCode = 1
      }),
    ),
)
