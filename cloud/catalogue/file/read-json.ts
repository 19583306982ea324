import { wording } from '../wording'
import { type FileRead, nothingRead, readItem } from './read-row'

const words = wording.file.problems

/** Reads the catalogue from a JSON list of items, each with its `code`, and reports every problem with the line its item begins on. */
export function readJson(text: string): FileRead {
  const read = nothingRead()
  const body = text.replace(/^\ufeff/, '')
  const note = (line: number, problem: string) => read.problems.push({ line, code: null, path: '', problem })
  let parsed: unknown
  try {
    parsed = JSON.parse(body)
  } catch (error) {
    const at = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? body.length)
    note(lineAt(body, at), words.jsonFile)
    return read
  }
  if (!Array.isArray(parsed)) {
    note(1, words.notAList)
    return read
  }
  if (parsed.length === 0) note(1, words.empty)
  const lines = linesOfElements(body)
  parsed.forEach((raw: unknown, at) => {
    const line = lines[at] ?? 1
    if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) note(line, words.notAnItem)
    else readItem(read, line, raw as Record<string, unknown>)
  })
  return read
}

const lineAt = (text: string, position: number) => text.slice(0, position).split('\n').length

/** The line each element of the outermost list begins on. The text is JSON already. */
function linesOfElements(text: string): number[] {
  const lines: number[] = []
  let line = 1
  let depth = 0
  let inString = false
  let awaiting = false
  for (let at = 0; at < text.length; at++) {
    const c = text[at] as string
    if (c === '\n') line++
    if (inString) {
      if (c === '\\') at++
      else if (c === '"') inString = false
      continue
    }
    if (awaiting && !/[\s\]]/.test(c)) {
      lines.push(line)
      awaiting = false
    }
    if (c === '"') inString = true
    else if (c === '[' || c === '{') awaiting = ++depth === 1
    else if (c === ']' || c === '}') depth--
    else if (c === ',' && depth === 1) awaiting = true
  }
  return lines
}
