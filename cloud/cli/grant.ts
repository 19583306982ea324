import { Command, InvalidArgumentError, Option } from 'commander'
import { type Role, roles } from '../../types/operation'
import { grantFromConsole } from '../people/grant'
import { deriveKeys } from '../platform/crypto'
import { inTransaction } from '../platform/database'
import { withSql } from './with-database'

interface GrantOptions {
  role: Role
  area: string
  from?: Date
  until?: Date
}

export const grant = new Command('grant')
  .description('Grants a role to a person, e.g. the first communityAdmin of the county. They must have signed in once.')
  .argument('<person>', 'phone number, WeChat openid, or id:<number>')
  .addOption(new Option('--role <role>', 'the role').choices([...roles]).makeOptionMandatory())
  .requiredOption('--area <code>', 'area code; the role covers every area whose code begins with it')
  .option('--from <date>', 'first moment, ISO 8601 (default: now)', moment)
  .option('--until <date>', 'end, ISO 8601 (default: none)', moment)
  .action((person: string, options: GrantOptions) =>
    withSql(async (sql, settings) => {
      const { role, area: areaCode, from, until } = options
      const made = await inTransaction(sql, (tx) =>
        grantFromConsole(tx, deriveKeys(settings.secretKey, settings.formerSecretKeys), {
          person,
          role,
          areaCode,
          from,
          until,
        }),
      )
      console.log(`${made.nickname} is ${role} of ${made.areaName} (grant ${made.grantId}).`)
    }),
  )

function moment(text: string): Date {
  const at = new Date(text)
  if (Number.isNaN(at.getTime())) throw new InvalidArgumentError('not a date')
  return at
}
