import { askOperations } from './volunteer/ask'
import { boardOperations } from './volunteer/board'
import { profileOperations } from './volunteer/profile'
import { serveOperations } from './volunteer/serve'

/** 志愿匹配 volunteer: ask, be matched, serve. */
export const volunteer = {
  ...profileOperations,
  ...askOperations,
  ...serveOperations,
  ...boardOperations,
}

export type { BoardRow, MatchingWeights } from './volunteer/board'
export * from './volunteer/kinds'
export * from './volunteer/life'
export * from './volunteer/profile'
export * from './volunteer/shapes'
export * from './volunteer/views'
