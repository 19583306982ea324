import type { FileKind } from '../../types/files'
import { filesWording } from './wording'

/** Decisions about files: names, limits, periods. */

/** An upload that was begun and not finished in this time is swept away, in hours; tokens run out well before. */
export const pendingFor = 2
/** A file that nothing uses is kept so long for its owner to hand in, in days. */
export const unattachedFor = 30
/** Files one person may have without using them, and their bytes: a store is not a disk for everything. */
export const mostUnattached = { files: 60, bytes: 300 * 1024 * 1024 }

const extensions: Readonly<Record<FileKind, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}
const longestName = 60

/**
 * A name fit to be shown and saved under: without folders, without what no file system takes or no eye sees, never empty. With a
 * kind it ends as the content asks, whatever it was called.
 */
export function cleanName(raw: string, kind?: FileKind): string {
  const last = raw.split(/[\\/]/).at(-1) ?? ''
  const visible = Array.from(last.normalize('NFC'))
    .filter((c) => !/[\p{C}\p{Zl}\p{Zp}<>:"|?*%]/u.test(c))
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const dot = visible.lastIndexOf('.')
  const stem = Array.from(kind && dot > 0 ? visible.slice(0, dot) : visible)
    .slice(0, longestName)
    .join('')
    .trim()
  const shown = stem || filesWording.unnamed
  return kind ? `${shown}.${extensions[kind]}` : shown
}

/** Whether a person with so much lying about may begin another upload. */
export function mayBegin(unattached: { files: number; bytes: number }): boolean {
  return unattached.files < mostUnattached.files && unattached.bytes < mostUnattached.bytes
}

export const isPicture = (kind: string): kind is Exclude<FileKind, 'application/pdf'> => kind.startsWith('image/')
