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
  reviews: words.reviews,
  correctionDays: words.correctionDays,
  deferDays: words.deferDays,
  retentionMonths: words.retention,
}

/** Fields inside a part, as the page names them. */
const inner: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  guidance: { question: words.question, options: words.options, help: words.help },
  notEligible: { when: words.when, why: words.why, goTo: words.goTo },
  documents: {
    name: words.document,
    note: words.note,
    whereToGet: words.whereToGet,
    sample: words.sample,
    lookupFrom: words.lookupFrom,
    mostFiles: words.mostFiles,
  },
  fees: { cents: words.yuan, words: words.feeWords },
  visits: { why: words.visitWhy },
  result: { name: words.resultName, deliveries: words.deliveries, words: words.resultWords },
  legalBasis: { title: words.lawTitle, article: words.article, words: words.lawWords },
  window: { place: words.place, hours: words.hours, phone: words.phone },
  reviews: { department: words.reviewDepartment },
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
  const numbered = /^\d+$/.test(rest[0] ?? '')
  const field = inner[part]?.[rest[numbered ? 1 : 0] ?? '']
  const place = numbered ? `${heading} ${words.unnamed(Number(rest[0]) + 1)}` : heading
  return field ? `${place}，${field}` : place
}
