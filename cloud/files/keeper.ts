import { createHash, randomUUID } from 'node:crypto'
import { largestFile } from '../../types/files'
import { inTransaction } from '../platform/database'
import { FieldRefused, NotFound, PublicError } from '../platform/fault'
import { readLink, readUpload, signLink, signUpload, uploadHoldsFor } from '../platform/file-links'
import type { FileDescription, FileKeeper } from '../platform/files'
import type { ServeDeps } from '../platform/serve'
import { shrinkPicture } from './content/picture'
import { prepare } from './content/prepare'
import { type Content, ContentProblem } from './content/problem'
import { watermarked } from './content/watermark'
import { readContent, writeContent } from './content-store'
import { newDataKey } from './data-key'
import { bury } from './drop-queries'
import { linkFor } from './give'
import * as queries from './queries'
import { cleanName, isPicture, mayBegin } from './rules'
import { filesWording as words } from './wording'

/** Uploads held in memory at a time; beyond that people are asked to wait a moment. */
const mostAtOnce = 24

/** What stands behind LeanCloud's file calls. */
export function createFileKeeper({ sql, services, recordAudit, now }: ServeDeps): FileKeeper {
  const { keys } = services
  let receiving = 0

  const urlFor = (fileId: number, personId: number, name: string) =>
    signLink(keys.fileLinks, linkFor(fileId, personId, now()), name)

  const describe = async (fileId: number, ownerId: number): Promise<FileDescription | undefined> => {
    const file = await queries.selectStored(sql, fileId)
    if (file?.ownerId !== ownerId) return undefined
    const { name, mimeType, size, createdAt } = file
    return { fileId, name, mimeType, size, ownerId, createdAt, url: urlFor(fileId, ownerId, name) }
  }

  const claimOf = (token: unknown) => {
    const claim = readUpload(keys.uploads, token, now())
    if (!claim) throw new FieldRefused('token', words.tokenOver, 403)
    return claim
  }

  return {
    largest: largestFile,

    async begin(who, rawName) {
      const name = cleanName(rawName)
      const uuid = randomUUID()
      const location = `${uuid.slice(0, 2)}/${uuid}`
      const { fileId, createdAt } = await inTransaction(sql, async (tx) => {
        if (!mayBegin(await queries.lockUnattached(tx, who.personId)))
          throw new PublicError(429, 429, words.tooManyWaiting)
        return queries.insertPending(tx, {
          ownerId: who.personId,
          name,
          location,
          ...newDataKey(keys, location),
        })
      })
      const until = Math.floor(now().getTime() / 1000) + uploadHoldsFor
      const token = signUpload(keys.uploads, { fileId, personId: who.personId, until })
      const url = urlFor(fileId, who.personId, name)
      return {
        fileId,
        name,
        mimeType: null,
        size: null,
        ownerId: who.personId,
        createdAt,
        url,
        token,
        key: String(fileId),
      }
    },

    async receive(token, bytesOf) {
      const { fileId, personId } = claimOf(token)
      if (receiving >= mostAtOnce) throw new PublicError(503, 124, words.busy)
      receiving++
      try {
        const bytes = await bytesOf()
        const content = await prepared(bytes)
        const receivedSha256 = sha256(bytes)
        await inTransaction(sql, async (tx) => {
          const file = await queries.lockUpload(tx, fileId, personId)
          if (!file) throw new NotFound()
          if (file.status === 'deleted') throw new PublicError(410, 101, words.takenBack)
          if (file.status !== 'pending') {
            // The answer was lost and the phone sends again.
            if (file.receivedSha256?.equals(receivedSha256)) return
            throw new PublicError(409, 137, words.otherBytes)
          }
          await writeContent(services, { ...file, fileId }, content.bytes)
          const { mimeType } = content
          const size = content.bytes.length
          const name = cleanName(file.name, mimeType)
          await queries.markStored(tx, { fileId, name, mimeType, size, sha256: sha256(content.bytes), receivedSha256 })
          const after = { mimeType, size }
          await recordAudit(tx, [
            { personId, operation: 'files.upload', target: `file:${fileId}`, requestId: null, after },
          ])
        })
      } finally {
        receiving--
      }
      const file = await describe(fileId, personId)
      if (!file) throw new PublicError(410, 101, words.takenBack)
      return file
    },

    async conclude(token, arrived) {
      const { fileId, personId } = claimOf(token)
      if (arrived) return
      await inTransaction(sql, async (tx) => {
        const file = await queries.lockUpload(tx, fileId, personId)
        // Bytes that did arrive stay: the phone may only have missed the answer.
        if (file?.status === 'pending') await bury(tx, [fileId])
      })
    },

    describe: (who, fileId) => describe(fileId, who.personId),

    async show(params, query) {
      const link = readLink(keys.fileLinks, params, query)
      if (!link || link.until * 1000 <= now().getTime()) throw new PublicError(403, 403, words.linkOver)
      const file = await queries.selectStored(sql, link.fileId)
      if (!file || (link.personId !== 0 && !(await queries.personExists(sql, link.personId)))) throw new NotFound()
      const { name, mimeType } = file
      const bytes = await readContent(services, file)
      if (!isPicture(mimeType)) return { name, mimeType, bytes }
      const { watermark, side } = link
      if (watermark !== undefined) return { name, mimeType, bytes: await watermarked(bytes, mimeType, watermark, side) }
      return { name, mimeType, bytes: side === undefined ? bytes : await shrinkPicture(bytes, mimeType, side) }
    },
  }
}

async function prepared(bytes: Buffer): Promise<Content> {
  try {
    return await prepare(bytes)
  } catch (error) {
    if (!(error instanceof ContentProblem)) throw error
    const { problem } = error
    throw new FieldRefused('file', words.problems[problem], problem === 'tooLarge' ? 413 : undefined)
  }
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest()
