import { attachFiles } from '../../files/attach'
import { copyFiles } from '../../files/copy'
import { dropFiles } from '../../files/drop'
import type { Tx } from '../../platform/database'
import { clearRound, insertDocuments } from './queries'
import type { HandedIn } from './rules'

/** The kind under which files belong to an application. */
export const filesOf = (applicationId: number) => ({ kind: 'application', id: applicationId })

interface Handing {
  applicationId: number
  /** Who sends them: the files are theirs. */
  personId: number
  round: number
  documents: readonly HandedIn[]
  /** More rows of this round without files, e.g. for what was typed. */
  alsoKeys?: readonly string[]
  now: Date
}

/**
 * Ties what was handed in to an application, as round `round`. Files of an earlier application are copied first, with the consent given. Throws
 * InvalidInput under `documents` for files that are not this person's or are gone.
 */
export async function handIn(
  tx: Tx,
  { applicationId, personId, round, documents, alsoKeys = [], now }: Handing,
): Promise<void> {
  const rows = []
  for (const [n, d] of documents.entries()) {
    const path = `documents.${n}.fileIds`
    const fileIds = d.reuse
      ? await copyFiles(tx, { ownerId: personId, fileIds: d.fileIds, agreedAt: now, path })
      : [...d.fileIds]
    await attachFiles(tx, { ownerId: personId, fileIds, target: filesOf(applicationId), path })
    rows.push({ key: d.key, later: d.later && fileIds.length === 0, reused: d.reuse, fileIds })
  }
  await insertDocuments(tx, applicationId, round, [
    ...rows.filter((row) => row.later || row.fileIds.length > 0),
    ...alsoKeys.map((key) => ({ key, later: false, reused: false, fileIds: [] })),
  ])
}

/** Replaces what a draft held. Files that are in it no more are deleted. */
export async function handInDraft(tx: Tx, handing: Omit<Handing, 'round' | 'alsoKeys'>, round: 0 | 1): Promise<void> {
  const before = await clearRound(tx, handing.applicationId, 0)
  const kept = new Set(handing.documents.flatMap((d) => d.fileIds))
  await handIn(tx, {
    ...handing,
    // What the draft copied already is its own now.
    documents: handing.documents.map((d) => ({
      ...d,
      reuse: d.reuse && !d.fileIds.every((id) => before.includes(id)),
    })),
    round,
    ...(round === 1 ? { alsoKeys: ['form'] } : {}),
  })
  await dropFiles(
    tx,
    before.filter((id) => !kept.has(id)),
  )
}
