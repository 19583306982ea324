import type { FormValues, Guide } from '../../../types/catalogue'

/** Decisions about what an applicant hands in. Pure. */

export const mostDrafts = 20
/** Messages of an applicant that may wait for an answer. */
export const mostWaitingMessages = 10

export interface HandedIn {
  key: string
  fileIds: readonly number[]
  later: boolean
  reuse: boolean
}

type Outcome = NonNullable<Guide['outcome']>

/** Electronic documents that are neither there nor promised for later where that is allowed, by key and name. */
export function missingDocuments(outcome: Outcome, documents: readonly HandedIn[]): { key: string; name: string }[] {
  return outcome.documents
    .filter((wanted) => wanted.form === 'electronic')
    .filter((wanted) => {
      const given = documents.find((d) => d.key === wanted.key)
      return !given || (given.fileIds.length === 0 && !(given.later && wanted.deferrable))
    })
    .map(({ key, name }) => ({ key, name }))
}

/** The first document that does not belong to this item and these answers, or has more files than it may. */
export function strayDocument(outcome: Outcome, documents: readonly HandedIn[]): string | undefined {
  const seen = new Set<string>()
  return documents.find(({ key, fileIds }) => {
    const wanted = outcome.documents.find((d) => d.key === key)
    const twice = seen.has(key)
    seen.add(key)
    return twice || wanted?.form !== 'electronic' || fileIds.length > wanted.mostFiles
  })?.key
}

/** Typed values without fields that do not apply (any more): what is not asked is not kept. */
export function onlyAsked(outcome: Outcome, values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([key]) => key in outcome.form.properties))
}

/** Keys of the lines that a correction leaves unanswered. */
export function unanswered(
  lines: readonly { key: string }[],
  documents: readonly HandedIn[],
  formChanged: boolean,
): string[] {
  return lines
    .map((line) => line.key)
    .filter((key) => (key === 'form' ? !formChanged : !documents.some((d) => d.key === key && d.fileIds.length > 0)))
}
