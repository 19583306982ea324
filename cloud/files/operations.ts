import type { files } from '../../types/files'
import { refuse } from '../platform/fault'
import type { Handlers } from '../platform/operations'
import { idAfter, pageSize, toPage } from '../platform/paging'
import { found } from '../platform/serve'
import { bury } from './drop-queries'
import { giveFiles } from './give'
import * as queries from './queries'

/** Operations of files, one each; the contract says what they promise. */
export const operations: Handlers<typeof files> = {
  async mine(sql, who, input, call) {
    const rows = await queries.selectMine(sql, who.personId, idAfter(input.cursor) || undefined, pageSize + 1)
    const fileIds = rows.map(({ fileId }) => fileId)
    const given = new Map(
      (await giveFiles(sql, call.services, { fileIds, to: who.personId, now: call.now })).map((file) => [
        file.fileId,
        file,
      ]),
    )
    return toPage(
      rows.flatMap(({ fileId, storedAt, status }) => {
        const file = given.get(fileId)
        return file ? [{ ...file, storedAt, inUse: status === 'attached' }] : []
      }),
      (row) => [row.fileId],
    )
  },

  async link(sql, who, input, call) {
    const file = found(await queries.selectStored(sql, input.fileId))
    found(file.ownerId === who.personId || undefined)
    const [given] = await giveFiles(sql, call.services, { fileIds: [file.fileId], to: who.personId, now: call.now })
    const { url, urlUntil } = found(given)
    return { url, urlUntil }
  },

  async remove(tx, who, input, call) {
    const { status } = found(await queries.lockMine(tx, input.fileId, who.personId))
    if (status === 'attached') return refuse('inUse')
    await bury(tx, [input.fileId])
    call.audit({ target: `file:${input.fileId}`, before: { status } })
    return {}
  },
}
