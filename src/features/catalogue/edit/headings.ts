import type { ItemDraft } from '../../../../types/catalogue'
import { wording } from '../wording'

const words = wording.edit

const headings: Readonly<Record<string, string>> = {
  name: words.name,
  department: words.department,
  summary: words.summary,
  kind: words.kind,
  statutoryLimit: words.statutory,
  promisedLimit: words.promised,
  lifeEvents: words.lifeEvents,
  aliases: words.aliases,
  conditions: words.conditions,
  guidance: words.guidance,
  notEligible: words.notEligible,
  documents: words.documents,
  form: words.fields,
  fees: words.fees,
  visits: words.visits,
  result: words.result,
  legalBasis: words.law,
  window: words.window,
}

/** Where a problem is, as the page names it: the section, and the thing in it. `path` is dotted, with or without `draft.` before it. */
export function headingOf(path: string, draft: ItemDraft): string {
  const [part = '', ...rest] = path.replace(/^draft\./, '').split('.')
  const heading = headings[part] ?? words.code
  if (part === 'form') {
    const key = rest[0] === 'properties' ? rest[1] : undefined
    const title = key ? draft.form?.properties[key]?.title : undefined
    return title ? `${heading}「${title}」` : heading
  }
  const at = /^\d+$/.test(rest[0] ?? '') ? Number(rest[0]) : undefined
  return at === undefined ? heading : `${heading} ${words.unnamed(at + 1)}`
}
