import * as v from 'valibot'
import { type ImportProblem, itemCode, itemDraft } from '../../../types/catalogue'
import { contradictionsIn } from '../check/rules'
import type { FileItem } from '../take-in'
import { wording } from '../wording'

const words = wording.file.problems

/** What a file came to: items, or problems; never a part of the items. */
export interface FileRead {
  items: FileItem[]
  problems: ImportProblem[]
  /** Where each code was seen first. */
  lines: Map<string, number>
}

export const nothingRead = (): FileRead => ({ items: [], problems: [], lines: new Map() })

/**
 * Reads one item from its raw parts. What is absent may stay absent (a draft that staff complete); what is there must be right, alone and together.
 * `heading` names a path as the file does.
 */
export function readItem(
  into: FileRead,
  line: number,
  raw: Readonly<Record<string, unknown>>,
  heading: (path: string) => string = (path) => path,
): void {
  const { code: rawCode, ...rest } = raw
  const code = v.safeParse(itemCode, typeof rawCode === 'string' ? rawCode.trim() : rawCode)
  const draft = v.safeParse(itemDraft, rest)
  const named = code.success ? code.output : typeof rawCode === 'string' ? rawCode : null
  const note = (path: string, problem: string) =>
    into.problems.push({ line, code: named, path: heading(path), problem })
  for (const issue of code.issues ?? []) note('code', sentence(issue))
  for (const issue of draft.issues ?? []) note(v.getDotPath(issue) ?? '', sentence(issue))
  if (draft.success) for (const { path, problem } of contradictionsIn(draft.output)) note(path, problem)
  if (!code.success) return
  const twin = into.lines.get(code.output)
  if (twin === undefined) into.lines.set(code.output, line)
  else note('code', words.codeTwice(twin))
  if (draft.success) into.items.push({ code: code.output, draft: draft.output })
}

function sentence(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') return words.unknownField
  if (issue.received === 'undefined') return words.missing
  return /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : words.malformed
}
