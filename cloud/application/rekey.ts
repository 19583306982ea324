import { type Keys, reseal } from '../platform/crypto'
import type { Database } from '../platform/database'
import { type Rekeyed, rekeyRows } from '../platform/rekey'
import { lockSealed, updateSealed } from './rekey-queries'

/** Takes what applicants typed, and where results are posted to, over under the current SECRET_KEY. */
export const rekeyApplications = (sql: Database, { field }: Keys): Promise<Rekeyed> =>
  rekeyRows(sql, {
    lock: lockSealed,
    take({ id, form, postTo }) {
      const [newForm, newPostTo] = [form && reseal(field, form), postTo && reseal(field, postTo)]
      return newForm || newPostTo ? { id, form: newForm ?? form, postTo: newPostTo ?? postTo } : undefined
    },
    update: updateSealed,
  })
