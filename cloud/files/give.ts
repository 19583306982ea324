import type { FileKind } from '../../types/files'
import type { Sql } from '../platform/database'
import { type FileLink, linkHoldsFor, signLink } from '../platform/file-links'
import type { Services } from '../platform/operations'
import { selectManyStored } from './queries'
import { isPicture } from './rules'
import { filesWording } from './wording'

/** A file as a page shows it. */
export interface GivenFile {
  fileId: number
  name: string
  mimeType: FileKind
  size: number
  /** Shows it for ten minutes; begins at the cloud's own address. */
  url: string
  /** A small picture of it; absent for documents. */
  thumbnailUrl?: string
  urlUntil: Date
}

export interface Giving {
  fileIds: readonly number[]
  /** For whom; the caller has made sure that this person may see them. */
  to: number
  /** Names the matter (事项): pictures are shown with 仅供办理〈事项〉使用 burned in. */
  watermarkFor?: string
  now: Date
}

const thumbnailSide = 320

/**
 * Addresses of files for somebody who may see them: who that is, the caller has decided and audits. In the order asked; files that are
 * gone are left out.
 */
export async function giveFiles(
  sql: Sql,
  { keys }: Pick<Services, 'keys'>,
  { fileIds, to, watermarkFor, now }: Giving,
): Promise<GivenFile[]> {
  if (fileIds.length === 0) return []
  const stored = new Map((await selectManyStored(sql, fileIds)).map((file) => [file.fileId, file]))
  return fileIds.flatMap((fileId) => {
    const file = stored.get(fileId)
    if (!file) return []
    const { name, mimeType, size } = file
    const link = linkFor(fileId, to, now)
    const shown =
      watermarkFor !== undefined && isPicture(mimeType)
        ? { ...link, watermark: filesWording.watermark(watermarkFor) }
        : link
    const url = signLink(keys.fileLinks, shown, name)
    const thumbnail = { thumbnailUrl: signLink(keys.fileLinks, { ...shown, side: thumbnailSide }, name) }
    return [
      {
        fileId,
        name,
        mimeType,
        size,
        url,
        urlUntil: new Date(link.until * 1000),
        ...(isPicture(mimeType) && thumbnail),
      },
    ]
  })
}

/** A link that holds for ten minutes from now. */
export const linkFor = (fileId: number, personId: number, now: Date): FileLink => ({
  fileId,
  personId,
  until: Math.floor(now.getTime() / 1000) + linkHoldsFor,
})
