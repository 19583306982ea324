import { askOperations } from './volunteer/ask'
import { boardOperations } from './volunteer/board'
import { dutyOperations } from './volunteer/duty'
import { hoursOperations } from './volunteer/hours'
import { mediationOperations } from './volunteer/mediation'
import { profileOperations } from './volunteer/profile'
import { serveOperations } from './volunteer/serve'
import { takeInOperations } from './volunteer/take-in'
import { teamOperations } from './volunteer/team'
import { workOperations } from './volunteer/work'

/** 志愿匹配 volunteer: ask, be matched, serve. */
export const volunteer = {
  ...profileOperations,
  ...takeInOperations,
  ...askOperations,
  ...serveOperations,
  ...boardOperations,
  ...hoursOperations,
  ...teamOperations,
  ...dutyOperations,
  ...mediationOperations,
  ...workOperations,
}

export { type BoardRow, type MatchingWeights, weightsShape } from './volunteer/board'
export * from './volunteer/duty'
export * from './volunteer/hours'
export * from './volunteer/kinds'
export * from './volunteer/life'
export * from './volunteer/mediation'
export * from './volunteer/profile'
export * from './volunteer/shapes'
export * from './volunteer/team'
export * from './volunteer/views'
export * from './volunteer/work'
