import type { Contact } from '../shapes'
import type { Step } from '../use-step'

/** What each way to act on a contact is given. */
export interface ActProps {
  contact: Contact
  busy: boolean
  step: Step
}
