import type { Household } from '../shapes'
import type { Step } from '../use-step'

export interface HouseholdActProps {
  row: Household
  busy: boolean
  step: Step
  onDone: () => void
}
