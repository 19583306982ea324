import fs from 'node:fs'
import path from 'node:path'
import { Command } from 'commander'
import { dumpSchema } from '../database/dump-schema'
import { migrate } from '../database/migrate'
import { deriveKeys } from '../platform/crypto'
import { openDatabase } from '../platform/database'
import { withDatabase } from './with-database'

const schemaFile = path.join(__dirname, '..', 'database', 'schema.sql')

export const migrateCommand = new Command('migrate')
  .description('Brings the database to this version. Safe to run again, and while another server starts.')
  .option('--dump', 'write the schema to cloud/database/schema.sql (for whoever has written a migration)')
  .action((options: { dump?: boolean }) =>
    withDatabase(async ({ address }, { secretKey, formerSecretKeys }) => {
      const ran = await migrate(address, undefined, deriveKeys(secretKey, formerSecretKeys).sealing)
      console.log(ran.length > 0 ? ran.join('\n') : 'The database is up to date.')
      if (!options.dump) return
      const sql = openDatabase(address, { max: 1, applicationName: 'linlibang-console' })
      try {
        fs.writeFileSync(schemaFile, await dumpSchema(sql))
      } finally {
        await sql.end()
      }
      console.log(`Written: ${path.relative(process.cwd(), schemaFile)}`)
    }),
  )
