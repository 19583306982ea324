import { activity } from './activity'
import { application } from './application'
import { catalogue } from './catalogue'
import { feedback } from './feedback'
import { files } from './files'
import { hub } from './hub'
import { inbox } from './inbox'
import { people } from './people'
import { volunteer } from './volunteer'

/** Everything the cloud answers and the Mini Program may ask. */
export const contract = { activity, application, catalogue, feedback, files, hub, inbox, people, volunteer }
export type Contract = typeof contract
