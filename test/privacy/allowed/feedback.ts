import { type Allowed, watchers } from './groups'

export const feedback: Allowed = {
  // Who answers it, and who watches that it is answered.
  'feedback.desk': {
    residentName: watchers,
    residentMasked: watchers,
    feedbackWords: watchers,
  },
  'feedback.detail': {
    feedbackWords: ['theResident'],
  },
  'feedback.mine': {
    feedbackWords: ['theResident'],
  },
  'feedback.withdraw': {
    feedbackWords: ['theResident'],
  },
}
