import type { catalogue } from '../../types/catalogue'
import { hasRole } from '../people/scope'
import { refuse } from '../platform/fault'
import type { Handlers } from '../platform/operations'
import { readBytes } from './file/read'
import { writeCsv, writeJson } from './file/write'
import { selectDrafts } from './staff-queries'
import { takeIn } from './take-in'
import { wording } from './wording'

type FileOperations = Pick<Handlers<typeof catalogue>, 'importItems' | 'exportItems'>

/** Problems an answer carries; nobody reads more at once. */
const mostProblems = 200

/** The catalogue as files, in and out. */
export const fileOperations: FileOperations = {
  async importItems(tx, who, input, call) {
    const areaCode = call.services.countyCode
    if (!(await hasRole(tx, who.personId, ['communityAdmin'], areaCode))) return refuse('outsideYourArea')
    const { items, problems } = readBytes(Buffer.from(input.base64, 'base64'), input.format)
    if (problems.length > 0)
      return refuse('problems', {
        rows: problems.slice(0, mostProblems),
        more: Math.max(0, problems.length - mostProblems),
      })
    const taken = await takeIn(tx, items, { areaCode, by: who.personId, publish: input.publish })
    call.audit({ target: `catalogue:${areaCode}`, areaCode, role: 'communityAdmin', after: taken })
    return taken
  },

  async exportItems(sql, who, input) {
    const items = await selectDrafts(sql, who.personId)
    const text = input.format === 'csv' ? writeCsv(items) : writeJson(items)
    return {
      fileName: `${wording.file.name}.${input.format}`,
      mimeType: input.format === 'csv' ? 'text/csv' : 'application/json',
      base64: Buffer.from(text, 'utf8').toString('base64'),
    }
  },
}
