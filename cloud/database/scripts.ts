import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** One SQL file of this version, with the hash by which a database remembers that it ran. */
export interface Script {
  /** Folder and file, e.g. `migrations/0001_people.sql`. */
  name: string
  text: string
  /** SHA-256 of the text, hex. */
  hash: string
}

/** The scripts of `migrations` or `functions`, in the order of their names. */
export function readScripts(folder: 'migrations' | 'functions'): Script[] {
  return fs
    .readdirSync(path.join(__dirname, folder))
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      // A checkout on Windows may have other line ends; it is the same script.
      const text = fs.readFileSync(path.join(__dirname, folder, file), 'utf8').replaceAll('\r\n', '\n')
      return { name: `${folder}/${file}`, text, hash: createHash('sha256').update(text).digest('hex') }
    })
}
