import type { ContentProblem, FormField, ItemDraft } from '../../../types/catalogue'
import { wording } from '../wording'

const words = wording.problems

/** What contradicts itself in the form of a draft: required fields that do not exist, and fields nobody could fill in. */
export function problemsInFields({ form }: ItemDraft): ContentProblem[] {
  if (!form) return []
  const required = form.required.flatMap((key, at) =>
    Object.hasOwn(form.properties, key) ? [] : [{ path: `form.required.${at}`, problem: words.requiredUnknown(key) }],
  )
  const fields = Object.entries(form.properties).flatMap(([key, field]) =>
    problemsInField(field).map((problem) => ({ path: `form.properties.${key}`, problem })),
  )
  return [...required, ...fields]
}

function problemsInField(field: FormField): string[] {
  const isText = field.type === 'string'
  return [
    ...(field.enum && !isText ? [words.enumNotText] : []),
    ...(field.enum && new Set(field.enum).size < field.enum.length ? [words.enumTwice] : []),
    ...(field.format && !isText ? [words.formatNotText] : []),
    ...(crossed(field.minLength, field.maxLength) ? [words.lengths] : []),
    ...(crossed(field.minimum, field.maximum) ? [words.numbers] : []),
  ]
}

const crossed = (least: number | undefined, most: number | undefined) =>
  least !== undefined && most !== undefined && least > most
