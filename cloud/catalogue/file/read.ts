import { textOf } from '../../platform/text-of'
import { wording } from '../wording'
import { readCsv } from './read-csv'
import { readJson } from './read-json'
import { type FileRead, nothingRead } from './read-row'

export type FileFormat = 'csv' | 'json'

/** Reads a file of the catalogue as it lies on a disk, in whatever encoding a program left it. */
export function readBytes(bytes: Uint8Array, format: FileFormat): FileRead {
  const text = textOf(bytes)
  if (text === undefined) {
    const problem = { line: 1, code: null, path: '', problem: wording.file.problems.notText }
    return { ...nothingRead(), problems: [problem] }
  }
  return format === 'json' ? readJson(text) : readCsv(text)
}
