import fs from 'node:fs'
import { Command } from 'commander'
import * as v from 'valibot'
import { recordWork } from '../audit/record'
import { importAreas } from '../people/areas'
import { inTransaction } from '../platform/database'
import { withSql } from './with-database'

const row = v.object({
  code: v.pipe(v.string(), v.regex(/^\d{6}(\d{3}){0,3}$/, 'code must be 6, 9, 12 or 15 digits')),
  name: v.pipe(v.string(), v.minLength(1, 'name is empty')),
  lat: v.optional(v.nullable(v.number()), null),
  lng: v.optional(v.nullable(v.number()), null),
  helpPhone: v.optional(v.nullable(v.string()), null),
})

export const areas = new Command('areas')
  .description(
    'Takes in the county’s areas from a JSON file: [{"code","name","lat","lng","helpPhone"}, …]. All or nothing; known codes are updated.',
  )
  .argument('<file>', 'JSON file')
  .action((file: string) =>
    withSql(async (sql) => {
      const parsed = v.safeParse(v.array(row), JSON.parse(fs.readFileSync(file, 'utf8')))
      if (!parsed.success)
        throw new Error(parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`).join('\n'))
      const count = await inTransaction(sql, async (tx) => {
        const taken = await importAreas(tx, parsed.output)
        await recordWork(tx, 'console.areas', [{ after: { areas: parsed.output.map(({ code }) => code) } }])
        return taken
      })
      console.log(`${count} areas taken in.`)
    }),
  )
