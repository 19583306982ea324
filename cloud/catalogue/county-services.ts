import fs from 'node:fs'
import path from 'node:path'
import { readJson } from './file/read-json'
import { type FileRead, nothingRead } from './file/read-row'

/**
 * The everyday services a county begins with, in plain words, by what happens in a life. A county adds its own limits, places and telephones, and
 * checks each against its own rules before it publishes.
 */
export function readCountyServices(): FileRead {
  const folder = path.join(__dirname, 'county-services')
  const all = nothingRead()
  for (const file of fs.readdirSync(folder).sort()) {
    const read = readJson(fs.readFileSync(path.join(folder, file), 'utf8'))
    all.items.push(...read.items)
    all.problems.push(...read.problems)
  }
  return all
}
