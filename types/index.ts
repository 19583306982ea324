import { activity } from './activity'
import { inbox } from './inbox'
import { people } from './people'

/** Everything the cloud answers and the Mini Program may ask. */
export const contract = { activity, inbox, people }
export type Contract = typeof contract
