import type { volunteer } from '../../../types/volunteer'
import type { Handlers } from '../../platform/operations'
import { selectDialects, selectSkills } from './catalogue-queries'
import { findHomeAreas } from './home-areas'

type CatalogueOperations = Pick<Handlers<typeof volunteer>, 'skills' | 'dialects' | 'homeAreas'>

/** What can be chosen from: skills, dialects, home areas. */
export const catalogueOperations: CatalogueOperations = {
  skills: async (sql) => ({ rows: await selectSkills(sql) }),
  dialects: async (sql, _who, input) => ({ rows: await selectDialects(sql, input.homeAreaCode) }),
  homeAreas: async (_sql, _who, input) => ({ rows: findHomeAreas(input.search) }),
}
