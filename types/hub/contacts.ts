import { answerOperations } from './contacts/answer'
import { askOperations } from './contacts/ask'

/** Contacts between residents and their hub: one thread, whatever becomes of it; no question goes unanswered. */
export const contactOperations = { ...askOperations, ...answerOperations }

export {
  type ContactAction,
  type ContactDetail,
  type ContactKind,
  contactActions,
  contactKinds,
  contactLimits,
  type HandOnTarget,
  handOnTargets,
} from './contacts/shapes'
