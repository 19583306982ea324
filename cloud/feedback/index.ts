import { feedback } from '../../types/feedback'
import { type Endpoints, type ServeDeps, serve } from '../platform/serve'
import { operations } from './operations'

/** feedback.*: 投诉建议, from sending to the answer. */
export const serveFeedback = (deps: ServeDeps): Endpoints => serve('feedback', feedback, operations, deps)
