import { useEffect, useState } from 'react'
import { client } from '../../../platform/client'
import type { KeptFile } from '../apply/kept-form'

/** A document that an earlier application of mine brought. */
export interface EarlierDocument {
  files: readonly KeptFile[]
  handedInAt: Date
}

/** How many of the latest applications are looked through. */
const lookedThrough = 5

/**
 * Documents I handed in before, by their official name, newest first. Asked only when `names` are wanted; nothing is used again without the
 * person's consent, and the cloud checks every file anew.
 */
export function useEarlierDocuments(names: readonly string[], signedIn: boolean): ReadonlyMap<string, EarlierDocument> {
  const [found, setFound] = useState<ReadonlyMap<string, EarlierDocument>>(new Map())
  const wanted = names.join('\n')
  useEffect(() => {
    if (!signedIn || wanted === '') return
    let gone = false
    void findEarlier(wanted.split('\n'))
      .then((map) => !gone && setFound(map))
      // It only saves a picture: without an answer everything is handed in anew.
      .catch(() => undefined)
    return () => {
      gone = true
    }
  }, [wanted, signedIn])
  return found
}

async function findEarlier(names: readonly string[]): Promise<Map<string, EarlierDocument>> {
  const lists = await Promise.all((['underWay', 'ended'] as const).map((when) => client.application.mine({ when })))
  const rows = lists
    .flatMap((list) => (list.ok ? list.value.rows : []))
    .filter((row) => !row.asHelper && row.submittedAt !== null)
    .sort((a, b) => (b.submittedAt?.getTime() ?? 0) - (a.submittedAt?.getTime() ?? 0))
    .slice(0, lookedThrough)
  const details = await Promise.all(rows.map((row) => client.application.detail({ applicationId: row.applicationId })))
  const found = new Map<string, EarlierDocument>()
  for (const detail of details) {
    if (!detail.ok) continue
    for (const doc of detail.value.documents) {
      if (!doc.reusable || doc.files.length === 0 || !names.includes(doc.name) || found.has(doc.name)) continue
      const handedInAt = detail.value.submittedAt ?? detail.value.changedAt
      const files = doc.files.map(({ fileId, name, mimeType }) => ({ fileId, name, mimeType }))
      found.set(doc.name, { files, handedInAt })
    }
  }
  return found
}
