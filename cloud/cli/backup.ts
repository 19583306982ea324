import { Command } from 'commander'
import { backUp } from '../database/backup'
import { withDatabase } from './with-database'

export const backup = new Command('backup')
  .description(
    'Writes everything the database holds at one instant into a compressed file, while the server goes on working. Keep SECRET_KEY apart.',
  )
  .argument('<file>', 'a file that does not exist yet')
  .action((file: string) =>
    withDatabase(async ({ address }) => {
      const sums = await backUp(address, file)
      console.log(`${file}: ${sums.rows} rows of ${sums.tables} tables.`)
    }),
  )
