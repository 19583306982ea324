import { type Form, type FormField, type FormValues, valuesOfForm } from '../../../../types/catalogue'
import type { HandedIn, NeededDocument } from '../shapes'
import { emptyDocument, type KeptForm, type Typed } from './kept-form'

/** What was typed as the contract wants it: numbers travel as numbers, what is empty or does not apply stays here. */
export function readForm(form: Form, typed: Typed): FormValues {
  const read: [string, FormValues[string]][] = Object.entries(form.properties).flatMap(([key, field]) => {
    const value = typed[key]
    return value === undefined ? [] : [[key, readValue(field, value)]]
  })
  return valuesOfForm(form, Object.fromEntries(read))
}

function readValue({ type }: FormField, value: string | boolean): FormValues[string] {
  if (typeof value === 'boolean' || type === 'string' || type === 'boolean') return value
  const number = Number(value.trim())
  // What is no number stays as typed, so that the check can say so.
  return value.trim() === '' || !Number.isFinite(number) ? value : number
}

/** Values of the cloud as fields show them. */
export const typedFrom = (values: FormValues): Typed =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'number' ? String(value) : value]),
  )

/** Documents that are handed in now; what is shown at the visit or looked up by the office is not among them. */
export const handedInNow = (documents: readonly NeededDocument[]) =>
  documents.filter((doc) => doc.form === 'electronic')

export function readDocuments(documents: readonly NeededDocument[], kept: KeptForm['documents']): HandedIn[] {
  return handedInNow(documents).flatMap(({ key }) => {
    const { files, later, reuse } = kept[key] ?? emptyDocument
    if (files.length === 0 && !later) return []
    return [{ key, fileIds: files.map((f) => f.fileId), later: later && files.length === 0, reuse }]
  })
}

interface Needs {
  form: Form
  documents: readonly NeededDocument[]
}

/** The part of a draft or a submission that a person filled in. */
export function filledIn(kept: KeptForm, needs: Needs) {
  return {
    answers: kept.answers,
    form: readForm(needs.form, kept.typed),
    documents: readDocuments(needs.documents, kept.documents),
    ...(kept.delivery ? { delivery: kept.delivery } : {}),
    ...(kept.delivery === 'post' && kept.postTo.trim() ? { postTo: kept.postTo.trim() } : {}),
  }
}
