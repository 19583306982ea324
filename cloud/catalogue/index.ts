import { catalogue } from '../../types/catalogue'
import { type Endpoints, type ServeDeps, serve } from '../platform/serve'
import { fileOperations } from './file-operations'
import { residentOperations } from './operations'
import { staffOperations } from './staff-operations'

/** catalogue.*: 事项目录, what can be applied for and how staff keep it. */
export const serveCatalogue = (deps: ServeDeps): Endpoints =>
  serve('catalogue', catalogue, { ...residentOperations, ...staffOperations, ...fileOperations }, deps, {
    service_items_code_key: 'codeTaken',
  })
