import fs from 'node:fs'
import path from 'node:path'
import { Command } from 'commander'
import { importCatalogue, readCatalogueFile } from '../catalogue/console'
import { readCountyServices } from '../catalogue/county-services'
import { writeCsv, writeJson } from '../catalogue/file/write'
import { selectDrafts } from '../catalogue/staff-queries'
import { withSql } from './with-database'

interface ImportOptions {
  publish?: boolean
  countyServices?: boolean
}

const importCommand = new Command('import')
  .description(
    'Takes in items from a .csv or .json file, all or nothing, and names every problem with its line. Known codes get the new draft.',
  )
  .argument('[file]', 'a file as `catalogue export` writes it; CSV as Excel saves it will do')
  .option('--county-services', 'the everyday services that come with the product, instead of a file')
  .option('--publish', 'publish every complete item')
  .action((file: string | undefined, options: ImportOptions) => {
    if ((file === undefined) === !options.countyServices) throw new Error('Name a file, or say --county-services.')
    const { items, problems } = file === undefined ? readCountyServices() : readCatalogueFile(file)
    if (problems.length > 0) {
      for (const { line, code, path: where, problem } of problems)
        console.error([`line ${line}`, code, where, problem].filter(Boolean).join(' · '))
      throw new Error(`${problems.length} problems; nothing was taken in.`)
    }
    return withSql(async (sql, { countyCode }) => {
      const taken = await importCatalogue(sql, items, { areaCode: countyCode, publish: options.publish ?? false })
      console.log(
        `${items.length} items: ${taken.added} new, ${taken.changed} changed, ${taken.same} the same; ` +
          `${taken.published} published, ${taken.drafts} not complete yet.`,
      )
    })
  })

const exportCommand = new Command('export')
  .description(
    'Writes the whole catalogue as it is being worked on to a .csv or .json file that `catalogue import` takes back.',
  )
  .argument('<file>', 'a file that does not exist yet')
  .action((file: string) => {
    const write = path.extname(file).toLowerCase() === '.json' ? writeJson : writeCsv
    return withSql(async (sql) => {
      const items = await selectDrafts(sql, null)
      fs.writeFileSync(file, write(items), { flag: 'wx' })
      console.log(`${file}: ${items.length} items.`)
    })
  })

export const catalogue = new Command('catalogue')
  .description('The catalogue of services that residents can apply for.')
  .addCommand(importCommand)
  .addCommand(exportCommand)
