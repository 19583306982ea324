import { Command } from 'commander'
import { verifyAudit } from '../audit/verify'
import { withSql } from './with-database'

export const audit = new Command('audit')
  .description('Looks after the audit log: `audit verify` proves that no row was changed or lost.')
  .addCommand(
    new Command('verify')
      .description('Proves the hash chain over the audit log, or names the first broken or missing row (exit code 1).')
      .action(() =>
        withSql(async (sql) => {
          const verdict = await verifyAudit(sql)
          if (verdict.ok)
            return console.log(
              `The chain holds: ${verdict.sealed} rows sealed, ${verdict.unsealed} waiting for the next minute.`,
            )
          console.error(`The chain breaks at position ${verdict.position}: ${verdict.problem}.`)
          process.exitCode = 1
        }),
      ),
  )
