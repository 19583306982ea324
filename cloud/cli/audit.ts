import { Command } from 'commander'
import { verifyAudit } from '../audit/verify'
import { verifyPoints } from '../hub/points/verify'
import { withSql } from './with-database'

export const audit = new Command('audit')
  .description('Looks after the audit log: `audit verify` proves that no row was changed or lost.')
  .addCommand(
    new Command('verify')
      .description(
        'Proves the hash chain over the audit log, and that the ledger of points agrees with it, or names the first broken or missing row (exit code 1).',
      )
      .action(() =>
        withSql(async (sql) => {
          const verdict = await verifyAudit(sql)
          if (verdict.ok)
            console.log(
              `The chain holds: ${verdict.sealed} rows sealed, ${verdict.unsealed} waiting for the next minute.`,
            )
          else console.error(`The chain breaks at position ${verdict.position}: ${verdict.problem}.`)
          const points = await verifyPoints(sql)
          if (points.ok) console.log(`The ledger of points agrees with it: ${points.entries} entries.`)
          else console.error(`The ledger of points does not agree with it: ${points.problem}.`)
          if (!verdict.ok || !points.ok) process.exitCode = 1
        }),
      ),
  )
