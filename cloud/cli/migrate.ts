import { Command } from 'commander'
import { migrate } from '../database/migrate'
import { withDatabase } from './with-database'

export const migrateCommand = new Command('migrate')
  .description('Brings the database to this version. Safe to run again, and while another server starts.')
  .action(() =>
    withDatabase(async ({ address }) => {
      const ran = await migrate(address)
      console.log(ran.length > 0 ? ran.join('\n') : 'The database is up to date.')
    }),
  )
