import fs from 'node:fs'
import { Command } from 'commander'
import { readHouseholds } from '../hub/file/read'
import { importHouseholds } from '../hub/household/console'
import { deriveKeys } from '../platform/crypto'
import { withSql } from './with-database'

interface Problem {
  line: number
  path: string
  problem: string
}

/** Names every problem with its line on the console; throws. */
function fail(problems: readonly Problem[]): never {
  for (const { line, path, problem } of problems)
    console.error([`line ${line}`, path, problem].filter(Boolean).join(' · '))
  throw new Error(`${problems.length} problems; nothing was taken in.`)
}

const importCommand = new Command('import')
  .description(
    'Takes in households from a .csv file, all or nothing, gives each its nearest hub with room, and names every problem with its line. Columns: 网格编码, 门牌, 人数, 联系原因 (亲属, 邻居, 困难, 其他), and if known 电话, 纬度, 经度.',
  )
  .argument('<file>', 'a table as Excel saves it')
  .action((file: string) => {
    const { rows, problems } = readHouseholds(fs.readFileSync(file))
    if (problems.length > 0) fail(problems)
    return withSql(async (sql, { secretKey, formerSecretKeys, countyCode }) => {
      const taken = await importHouseholds(sql, deriveKeys(secretKey, formerSecretKeys), rows, countyCode)
      if ('problems' in taken) fail(taken.problems)
      console.log(`${taken.added} households: ${taken.linked} have a hub, ${taken.orphaned} wait for one with room.`)
    })
  })

export const households = new Command('households')
  .description('The households that hubs look after.')
  .addCommand(importCommand)
