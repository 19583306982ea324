import type { ApplicationDetail, ApplicationDocument } from '../shapes'

/** One thing to mend: a document or what was typed, with what is wrong and how to mend it. */
export interface AskedFor {
  key: string
  name: string
  what: string
  how: string
  /** Absent: what was typed in the form. */
  document: ApplicationDocument | undefined
}

/** What the last notice lists, or what was to follow later; which of the two the case allows now. */
export function askedFor(
  a: ApplicationDetail,
): { kind: 'correct' | 'supply'; lines: AskedFor[]; dueAt: Date | null } | undefined {
  const document = (key: string) => a.documents.find((doc) => doc.key === key)
  if (a.allowedActions.includes('correct')) {
    const notice = a.notices.at(-1)
    const lines = (notice?.lines ?? []).map((line) => ({ ...line, document: document(line.key) }))
    return { kind: 'correct', lines, dueAt: notice?.dueAt ?? null }
  }
  if (a.allowedActions.includes('supply')) {
    const lines = a.documents
      .filter((doc) => doc.later && doc.files.length === 0)
      .map((doc) => ({ key: doc.key, name: doc.name, what: '', how: doc.note ?? '', document: doc }))
    return { kind: 'supply', lines, dueAt: a.deferUntil }
  }
  return undefined
}
