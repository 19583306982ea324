import * as v from 'valibot'
import { count, cursor, done, id, instant, operation, page, requestId, text } from './operation'

/**
 * 文件 files: pictures and documents people hand in. The bytes travel by LeanCloud's file calls (`fileTokens`, upload, `fileCallback`);
 * these operations are about what lies in the cloud.
 */

/** The most one file may hold, in bytes. */
export const largestFile = 10 * 1024 * 1024

/** What is taken, recognised by content. HEIC pictures are turned into JPEG by the phone. */
export const fileKinds = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
export type FileKind = (typeof fileKinds)[number]

/** An address that shows a file for about ten minutes, made for one person. It begins at the cloud's own address. */
const link = { url: text, urlUntil: instant }

const file = v.object({
  fileId: id,
  name: text,
  mimeType: v.picklist(fileKinds),
  /** Bytes. */
  size: count,
  storedAt: instant,
  /** Something uses it; it stays as long as that needs it. */
  inUse: v.boolean(),
  /** A small picture of it; absent for documents. */
  thumbnailUrl: v.optional(text),
  ...link,
})

export const files = {
  /** My files, newest first: to look at, or to hand in again. Copies made for reuse are not listed beside what they were made of. */
  mine: operation({
    access: 'signedIn',
    input: { cursor },
    output: page(file),
  }),

  /** A fresh address of one of my files. NotFound for anybody else's. */
  link: operation({
    access: 'signedIn',
    input: { fileId: id },
    output: v.object(link),
  }),

  /** Deletes one of my files that nothing uses; deleted once more is fine. */
  remove: operation({
    access: 'signedIn',
    input: { requestId, fileId: id },
    output: done,
    refusals: { inUse: {} },
  }),
}
